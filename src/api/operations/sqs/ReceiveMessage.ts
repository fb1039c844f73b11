// sqs:ReceiveMessage: messages of a queue, which nobody else sees for a while then.
import type { Message } from '../../../account/resources.ts';
import { addSeconds, epochMillis, type Instant } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { operation } from '../../operation.ts';
import { numberOf, unknownAttribute } from './attributes.ts';
import { isVisible, liveMessages, md5Of, messageChange, receiptHandle } from './messages.ts';
import { invalidValue, onQueue, QUEUE_URL, queueArn, queueByUrl, urlError } from './queue.ts';

const NAMES = { type: 'textList', required: false, item: {} } as const;

/** Those that a message here can have. */
const ATTRIBUTES: readonly string[] = [
  'SenderId',
  'SentTimestamp',
  'ApproximateReceiveCount',
  'ApproximateFirstReceiveTimestamp',
];

interface Asked {
  readonly MaxNumberOfMessages?: number;
  readonly VisibilityTimeout?: number;
  readonly WaitTimeSeconds?: number;
}

function rangeError({
  MaxNumberOfMessages = 1,
  VisibilityTimeout = 0,
  WaitTimeSeconds = 0,
}: Asked): AwsError | null {
  if (MaxNumberOfMessages < 1 || MaxNumberOfMessages > 10)
    return invalidValue(MaxNumberOfMessages, 'MaxNumberOfMessages', 'Must be between 1 and 10, if provided.');
  if (VisibilityTimeout < 0 || VisibilityTimeout > 43_200)
    return invalidValue(VisibilityTimeout, 'VisibilityTimeout', 'Must be between 0 and 43200, if provided.');
  return WaitTimeSeconds < 0 || WaitTimeSeconds > 20
    ? invalidValue(WaitTimeSeconds, 'WaitTimeSeconds', 'Must be >= 0 and <= 20, if provided.')
    : null;
}

/**
 * It is a write here: what is received is out of sight until its timeout has passed. Nobody waits for messages to come:
 * none come in the meantime. A redrive policy is kept, and moves no messages.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export const ReceiveMessage = operation({
  name: 'sqs:ReceiveMessage',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 'sqs receive-message',
  parameters: {
    QueueUrl: QUEUE_URL,
    AttributeNames: { ...NAMES, event: 'attributeNames' },
    MessageSystemAttributeNames: { ...NAMES, event: 'messageSystemAttributeNames' },
    MaxNumberOfMessages: { type: 'integer', event: 'maxNumberOfMessages', required: false },
    VisibilityTimeout: { type: 'integer', event: 'visibilityTimeout', required: false },
    WaitTimeSeconds: { type: 'integer', event: 'waitTimeSeconds', required: false },
  },
  validate: urlError,
  authorization: onQueue('sqs:ReceiveMessage'),
  perform: ({ world, env }, input) => {
    const found = queueByUrl({ world }, input.QueueUrl);
    if (!found.ok) return found;
    const { queue, place } = found.value;
    const { MaxNumberOfMessages = 1, VisibilityTimeout = numberOf(queue, 'VisibilityTimeout') } = input;
    const names = [...(input.AttributeNames ?? []), ...(input.MessageSystemAttributeNames ?? [])];
    const unknown = names.find((name) => name !== 'All' && !ATTRIBUTES.includes(name));
    const refused = rangeError(input) ?? (unknown === undefined ? null : unknownAttribute(unknown));
    if (refused) return err(refused);
    const received = liveMessages(queue, env.now)
      .filter((message) => isVisible(message, env.now))
      .slice(0, MaxNumberOfMessages)
      .map((message) => {
        const receipt = receiptHandle(queueArn(place), message.id, env);
        return {
          ...message,
          visible: addSeconds(env.now, VisibilityTimeout),
          received: message.received ?? env.now,
          receipt,
          receives: message.receives + 1,
        };
      });
    const output: { readonly Messages?: readonly ShownMessage[] } =
      received.length === 0 ? {} : { Messages: received.map((message) => shownMessage(message, names)) };
    return ok({
      output,
      changes: received.map((message) => messageChange(found.value, message.id, message)),
    });
  },
});

interface ShownMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly MD5OfBody: string;
  readonly Body: string;
  readonly Attributes?: Readonly<Record<string, string>>;
}

function shownMessage(message: Message, names: readonly string[]): ShownMessage {
  const attributes = {
    SenderId: message.sender,
    SentTimestamp: millis(message.sent),
    ApproximateReceiveCount: String(message.receives),
    ApproximateFirstReceiveTimestamp: millis(message.received ?? message.sent),
  };
  const shown = Object.entries(attributes).filter(([name]) => names.includes('All') || names.includes(name));
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt ?? '',
    MD5OfBody: md5Of(message.body),
    Body: message.body,
    ...(shown.length > 0 && { Attributes: Object.fromEntries(shown) }),
  };
}

const millis = (instant: Instant): string => String(epochMillis(instant));
