// Queues as the operations of SQS meet them: named by URL, found in any account, missed with an error.
import { findAccount } from '../../../account/find.ts';
import type { Queue } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { isAccountId, parseArn, type AccountId, type ActionName, type Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';

/** Where a queue is, whether it exists or not. */
export interface QueuePlace {
  readonly region: string;
  readonly account: AccountId;
  readonly name: string;
}

export const QUEUE_URL = { type: 'text', event: 'queueUrl', required: true } as const;

interface OnQueue {
  readonly QueueUrl: string;
}

/** The URL says everything: the Region that is asked, the account, the name. */
export function queueOfUrl(url: string): QueuePlace | null {
  const [, region, account, name] =
    /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com\/(\d{12})\/([^/\s]+)$/.exec(url) ?? [];
  if (region === undefined || account === undefined || name === undefined) return null;
  return { region, account, name };
}

export function queueOfArn(arn: string): QueuePlace | null {
  const parts = parseArn(arn);
  if (parts?.service !== 'sqs' || !isAccountId(parts.account) || parts.region === '') return null;
  return { region: parts.region, account: parts.account, name: parts.resource };
}

export const queueUrl = ({ region, account, name }: QueuePlace): string =>
  `https://sqs.${region}.amazonaws.com/${account}/${name}`;

export const queueArn = ({ region, account, name }: QueuePlace): Arn =>
  `arn:aws:sqs:${region}:${account}:${name}`;

/** How a queue is filed in its account. */
export const queueKey = ({ region, name }: Pick<QueuePlace, 'region' | 'name'>): string =>
  `${region}/${name}`;

/** A text that is no URL of a queue is turned away before anything else: there is nothing to ask permission for. */
export const urlError = ({ QueueUrl }: OnQueue): AwsError | null =>
  queueOfUrl(QueueUrl)
    ? null
    : awsError('InvalidAddress', `The address ${QueueUrl} is not valid for this endpoint.`);

/** What a call on a queue asks permission for. */
export const onQueue =
  (action: ActionName) =>
  (_world: World, _caller: unknown, { QueueUrl }: OnQueue): readonly AuthorizationRequest[] => {
    const place = queueOfUrl(QueueUrl);
    return [{ action, resource: place ? queueArn(place) : '*' }];
  };

export interface FoundQueue {
  readonly place: QueuePlace;
  readonly account: Account;
  readonly queue: Queue;
}

export function queueAt(world: World, place: QueuePlace | null): FoundQueue | null {
  const account = place && findAccount(world, place.account);
  const queue = account && lookup(account.queues, queueKey(place));
  return queue ? { place, account, queue } : null;
}

export function existingQueue(
  { world }: Pick<Scene, 'world'>,
  place: QueuePlace | null,
): Result<FoundQueue, AwsError> {
  const found = queueAt(world, place);
  return found
    ? ok(found)
    : err(awsError('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.'));
}

export const queueByUrl = (scene: Pick<Scene, 'world'>, url: string): Result<FoundQueue, AwsError> =>
  existingQueue(scene, queueOfUrl(url));

/** How SQS tells of most values that it does not take. */
export const invalidValue = (value: string | number, parameter: string, reason: string): AwsError =>
  awsError(
    'InvalidParameterValue',
    `Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`,
  );

export const missingParameter = (parameter: string): AwsError =>
  awsError('MissingParameter', `The request must contain the parameter ${parameter}.`);
