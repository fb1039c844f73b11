// sqs:DeleteMessage: takes a message that was received out of its queue.
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { invalidHandle, messageChange, messageOfHandle } from './messages.ts';
import { onQueue, QUEUE_URL, queueArn, queueByUrl, urlError } from './queue.ts';

/**
 * What is gone already is no error, and what has been received again since is not deleted: only the handle of the last
 * receipt does that.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html
 */
export const DeleteMessage = operation({
  name: 'sqs:DeleteMessage',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 'sqs delete-message',
  parameters: {
    QueueUrl: QUEUE_URL,
    ReceiptHandle: { type: 'text', event: 'receiptHandle', required: true },
  },
  validate: urlError,
  authorization: onQueue('sqs:DeleteMessage'),
  perform: (scene, { QueueUrl, ReceiptHandle }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    const { place, queue } = found.value;
    const id = messageOfHandle(queueArn(place), ReceiptHandle);
    if (id === null) return err(invalidHandle(ReceiptHandle));
    const last = lookup(queue.messages, id)?.receipt === ReceiptHandle;
    return ok({ output: {}, changes: last ? [messageChange(found.value, id, null)] : [] });
  },
});
