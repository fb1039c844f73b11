// Topics as the operations of SNS meet them: named by ARN, found in any account, missed with an error.
import { findAccount } from '../../../account/find.ts';
import type { Change } from '../../../account/change.ts';
import type { Subscription, Topic } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { isAccountId, parseArn, type AccountId, type ActionName, type Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';

/** Where a topic is, whether it exists or not. */
export interface TopicPlace {
  readonly region: string;
  readonly account: AccountId;
  readonly name: string;
}

export const TOPIC_ARN = { type: 'arn', event: 'topicArn', required: true } as const;

interface OnTopic {
  readonly TopicArn: string;
}

export const topicArn = ({ region, account, name }: TopicPlace): Arn =>
  `arn:aws:sns:${region}:${account}:${name}`;

/** How a topic is filed in its account. */
export const topicKey = ({ region, name }: Pick<TopicPlace, 'region' | 'name'>): string =>
  `${region}/${name}`;

export function topicOfArn(arn: string): TopicPlace | null {
  const parts = parseArn(arn);
  if (parts?.service !== 'sns' || !isAccountId(parts.account) || parts.region === '') return null;
  if (parts.resource === '' || parts.resource.includes(':')) return null;
  return { region: parts.region, account: parts.account, name: parts.resource };
}

/** How SNS begins what it says of everything that it does not take. */
export const invalidParameter = (fault: string): AwsError =>
  awsError('InvalidParameter', `Invalid parameter: ${fault}`);

/** A text that is no ARN of a topic is turned away before anything else: there is nothing to ask permission for. */
export function topicArnError(parameter: string, arn: string): AwsError | null {
  return topicOfArn(arn) ? null : invalidParameter(arnFault(parameter, arn));
}

export function arnFault(parameter: string, arn: string): string {
  const elements = arn.split(':').length;
  return elements < 6
    ? `${parameter} Reason: An ARN must have at least 6 elements, not ${elements}`
    : parameter;
}

export const arnError = ({ TopicArn }: OnTopic): AwsError | null => topicArnError('TopicArn', TopicArn);

/** What a call on a topic asks permission for. */
export const onTopic =
  (action: ActionName) =>
  (_world: World, _caller: unknown, { TopicArn }: OnTopic): readonly AuthorizationRequest[] => [
    { action, resource: askedTopic(TopicArn) },
  ];

/** The checks of parameters have been before: it is the ARN of a topic. */
export function askedTopic(arn: string): Arn | '*' {
  const place = topicOfArn(arn);
  return place ? topicArn(place) : '*';
}

export interface FoundTopic {
  readonly place: TopicPlace;
  readonly arn: Arn;
  readonly account: Account;
  readonly topic: Topic;
}

export function topicAt(world: World, place: TopicPlace | null): FoundTopic | null {
  const account = place && findAccount(world, place.account);
  const topic = account && lookup(account.topics, topicKey(place));
  return topic ? { place, arn: topicArn(place), account, topic } : null;
}

export function topicByArn({ world }: Pick<Scene, 'world'>, arn: string): Result<FoundTopic, AwsError> {
  const found = topicAt(world, topicOfArn(arn));
  return found ? ok(found) : err(awsError('NotFound', 'Topic does not exist'));
}

export const topicChange = (
  { account, place }: Pick<FoundTopic, 'account' | 'place'>,
  patch: Partial<Topic>,
): Change => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'topics',
  name: topicKey(place),
  patch,
});

/** Puts a subscription into a topic, changes it there, or takes it out. */
export const subscriptionChange = (
  { account, place }: Pick<FoundTopic, 'account' | 'place'>,
  id: string,
  value: Subscription | null,
): Change => ({
  kind: 'partSet',
  account: account.id,
  table: 'topics',
  name: topicKey(place),
  part: 'subscriptions',
  key: id,
  value,
});
