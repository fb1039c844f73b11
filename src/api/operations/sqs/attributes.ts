// Attributes of queues: which can be set, to what, what they are while nobody sets them, and how they are shown.
import { entry } from '../../../account/record.ts';
import type { Queue } from '../../../account/resources.ts';
import { isPlainObject, jsonIn } from '../../../aws/json.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError, notSimulated } from '../../errors.ts';

type Attributes = Readonly<Record<string, string>>;

/** `Policy` is among them, which is kept apart from the others. */
export const ATTRIBUTES = {
  type: 'map',
  event: 'attributes',
  required: true,
  of: { type: 'text', file: 'document' },
} as const;

/** The least and the most. */
const RANGES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['DelaySeconds', [0, 900]],
  ['KmsDataKeyReusePeriodSeconds', [60, 86_400]],
  ['MaximumMessageSize', [1_024, 1_048_576]],
  ['MessageRetentionPeriod', [60, 1_209_600]],
  ['ReceiveMessageWaitTimeSeconds', [0, 20]],
  ['VisibilityTimeout', [0, 43_200]],
]);

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const DEFAULTS: Attributes = {
  VisibilityTimeout: '30',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
  KmsDataKeyReusePeriodSeconds: '300',
  SqsManagedSseEnabled: 'true',
};

/** An empty text takes these away. */
const REMOVABLE: ReadonlySet<string> = new Set([
  'KmsMasterKeyId',
  'Policy',
  'RedriveAllowPolicy',
  'RedrivePolicy',
]);

const OF_FIFO: ReadonlySet<string> = new Set([
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoQueue',
  'FifoThroughputLimit',
]);

const COUNTS: readonly string[] = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
];

export const NO_FIFO = notSimulated('FIFO queues');

/** What is wrong with attributes that are to be set; whether the policy is in order is asked elsewhere. */
export function attributeError(attributes: Attributes): AwsError | null {
  for (const [name, value] of Object.entries(attributes)) {
    if (OF_FIFO.has(name)) return NO_FIFO;
    if (!REMOVABLE.has(name) && !Object.hasOwn(DEFAULTS, name)) return unknownAttribute(name);
    if (!isValid(name, value)) return invalidAttribute(name);
  }
  return null;
}

export const unknownAttribute = (name: string): AwsError =>
  awsError('InvalidAttributeName', `Unknown Attribute ${name}.`);

export const invalidAttribute = (name: string): AwsError =>
  awsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);

function isValid(name: string, value: string): boolean {
  const range = RANGES.get(name);
  if (range) return /^\d{1,9}$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1];
  if (name === 'SqsManagedSseEnabled') return value === 'true' || value === 'false';
  return value === '' || !name.startsWith('Redrive') || isJsonObject(value);
}

const isJsonObject = (text: string): boolean => isPlainObject(jsonIn(text));

/** A change of attributes, with the policy in a place of its own. */
export function withAttributes(
  before: Pick<Queue, 'attributes' | 'policy'>,
  { Policy, ...set }: Attributes,
): Pick<Queue, 'attributes' | 'policy'> {
  const attributes = Object.entries({ ...before.attributes, ...set }).filter(
    ([name, value]) => value !== '' || !REMOVABLE.has(name),
  );
  return {
    attributes: Object.fromEntries(attributes),
    policy: Policy === undefined ? before.policy : Policy === '' ? null : withRootArns(Policy),
  };
}

/** The value in force. */
export const attributeOf = ({ attributes }: Pick<Queue, 'attributes'>, name: string): string =>
  entry(attributes, name) ?? entry(DEFAULTS, name) ?? '';

export const numberOf = (queue: Pick<Queue, 'attributes'>, name: string): number =>
  Number(attributeOf(queue, name));

export const isAttributeName = (name: string): boolean =>
  name === 'All' ||
  COUNTS.includes(name) ||
  REMOVABLE.has(name) ||
  OF_FIFO.has(name) ||
  ['QueueArn', 'CreatedTimestamp', 'LastModifiedTimestamp'].includes(name) ||
  Object.hasOwn(DEFAULTS, name);
