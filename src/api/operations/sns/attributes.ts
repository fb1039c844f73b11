// Attributes of topics: which can be set, and to what.
import { entry } from '../../../account/record.ts';
import type { Topic } from '../../../account/resources.ts';
import { isPlainObject, jsonIn } from '../../../aws/json.ts';
import type { AwsError } from '../../aws-error.ts';
import { notSimulated } from '../../errors.ts';
import { invalidParameter } from './topic.ts';
import { NO_STATEMENTS } from './topic-policy.ts';

const isJsonObject = (text: string): boolean => isPlainObject(jsonIn(text));

type Attributes = Readonly<Record<string, string>>;

/** Whether a value is taken. An empty text stands for what there is while nobody has set anything. */
const VALID: Readonly<Record<string, (value: string) => boolean>> = {
  DeliveryPolicy: isJsonObject,
  DisplayName: (value) => value.length <= 100 && !/[\p{Cc}\p{Cs}]/u.test(value),
  KmsMasterKeyId: (value) => value.length <= 2_048,
  // Whether it is one that SNS takes is asked elsewhere.
  Policy: () => true,
  SignatureVersion: (value) => value === '1' || value === '2',
  TracingConfig: (value) => value === 'PassThrough' || value === 'Active',
};

const OF_FIFO: ReadonlySet<string> = new Set([
  'ArchivePolicy',
  'ContentBasedDeduplication',
  'FifoThroughputScope',
  'FifoTopic',
]);

export const NO_FIFO = notSimulated('FIFO topics');

/** @param unknown What is said of a name that is none. */
export function attributeError(attributes: Attributes, unknown: (name: string) => AwsError): AwsError | null {
  for (const [name, value] of Object.entries(attributes)) {
    if (OF_FIFO.has(name)) return NO_FIFO;
    const valid = entry(VALID, name);
    if (valid === undefined) return unknown(name);
    if (value !== '' && !valid(value)) return invalidParameter(name);
  }
  return null;
}

/** The value in force. */
export const attributeOf = ({ attributes, policy }: Topic, name: string): string =>
  name === 'Policy' ? (policy ?? NO_STATEMENTS) : (entry(attributes, name) ?? '');
