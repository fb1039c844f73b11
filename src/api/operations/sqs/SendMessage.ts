// sqs:SendMessage: puts a message into a queue.
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';
import { numberOf } from './attributes.ts';
import { md5Of, messageChange, newMessage, roomError, senderId } from './messages.ts';
import { invalidValue, missingParameter, onQueue, QUEUE_URL, queueByUrl, urlError } from './queue.ts';

/** @see https://www.w3.org/TR/REC-xml/#charsets */
const OUTSIDE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

function bodyError(body: string, most: number): AwsError | null {
  if (body === '') return missingParameter('MessageBody');
  if (OUTSIDE.test(body))
    return awsError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
    );
  return utf8Length(body) > most
    ? awsError(
        'InvalidParameterValue',
        `One or more parameters are invalid. Reason: Message must be shorter than ${most} bytes.`,
      )
    : null;
}

/**
 * Whether a key that the queue is encrypted with lets the sender use it is not asked.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export const SendMessage = operation({
  name: 'sqs:SendMessage',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 'sqs send-message',
  parameters: {
    QueueUrl: QUEUE_URL,
    MessageBody: { type: 'text', event: 'messageBody', required: true, secret: true },
    DelaySeconds: { type: 'integer', event: 'delaySeconds', required: false },
  },
  validate: urlError,
  authorization: onQueue('sqs:SendMessage'),
  perform: ({ world, caller, env }, { QueueUrl, MessageBody, DelaySeconds }) => {
    const found = queueByUrl({ world }, QueueUrl);
    if (!found.ok) return found;
    const { account, queue } = found.value;
    const delay = DelaySeconds ?? numberOf(queue, 'DelaySeconds');
    const refused =
      bodyError(MessageBody, numberOf(queue, 'MaximumMessageSize')) ??
      (delay < 0 || delay > 900
        ? invalidValue(delay, 'DelaySeconds', 'DelaySeconds must be >= 0 and <= 900.')
        : null) ??
      roomError(account, queue, MessageBody.length);
    if (refused) return err(refused);
    const message = newMessage(MessageBody, senderId(world, caller, env), delay, env);
    return ok({
      output: { MD5OfMessageBody: md5Of(MessageBody), MessageId: message.id },
      changes: [messageChange(found.value, message.id, message)],
    });
  },
});
