// sqs:DeleteQueue: deletes a queue with all that is in it.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { onQueue, QUEUE_URL, queueByUrl, queueKey, urlError } from './queue.ts';

/**
 * Subscriptions that deliver to the queue stay, and deliver nowhere.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html
 */
export const DeleteQueue = operation({
  name: 'sqs:DeleteQueue',
  readOnly: false,
  cli: 'sqs delete-queue',
  parameters: { QueueUrl: QUEUE_URL },
  validate: urlError,
  authorization: onQueue('sqs:DeleteQueue'),
  perform: (scene, { QueueUrl }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    const { account, place } = found.value;
    return ok({
      output: {},
      changes: [
        { kind: 'entitySet', account: account.id, table: 'queues', name: queueKey(place), value: null },
      ],
    });
  },
});
