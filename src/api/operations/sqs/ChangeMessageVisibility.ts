// sqs:ChangeMessageVisibility: says anew how long a received message stays out of sight.
import { lookup } from '../../../account/table.ts';
import { addSeconds } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { invalidHandle, isVisible, messageChange, messageOfHandle } from './messages.ts';
import { invalidValue, onQueue, QUEUE_URL, queueArn, queueByUrl, urlError } from './queue.ts';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html */
export const ChangeMessageVisibility = operation({
  name: 'sqs:ChangeMessageVisibility',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 'sqs change-message-visibility',
  parameters: {
    QueueUrl: QUEUE_URL,
    ReceiptHandle: { type: 'text', event: 'receiptHandle', required: true },
    VisibilityTimeout: { type: 'integer', event: 'visibilityTimeout', required: true },
  },
  validate: urlError,
  authorization: onQueue('sqs:ChangeMessageVisibility'),
  perform: ({ world, env }, { QueueUrl, ReceiptHandle, VisibilityTimeout }) => {
    const found = queueByUrl({ world }, QueueUrl);
    if (!found.ok) return found;
    if (VisibilityTimeout < 0 || VisibilityTimeout > 43_200)
      return err(
        invalidValue(VisibilityTimeout, 'VisibilityTimeout', 'Must be between 0 and 43200, if provided.'),
      );
    const { place, queue } = found.value;
    const id = messageOfHandle(queueArn(place), ReceiptHandle);
    if (id === null) return err(invalidHandle(ReceiptHandle));
    const message = lookup(queue.messages, id);
    if (message?.receipt !== ReceiptHandle || isVisible(message, env.now))
      return err(
        awsError(
          'AWS.SimpleQueueService.MessageNotInflight',
          `Value ${ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
        ),
      );
    const visible = addSeconds(env.now, VisibilityTimeout);
    return ok({ output: {}, changes: [messageChange(found.value, id, { ...message, visible })] });
  },
});
