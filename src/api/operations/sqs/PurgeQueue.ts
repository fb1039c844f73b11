// sqs:PurgeQueue: deletes all messages of a queue.
import { EMPTY } from '../../../account/table.ts';
import { addSeconds, hasPassed } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { onQueue, QUEUE_URL, queueByUrl, urlError } from './queue.ts';
import { queueChange } from './queue-changes.ts';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html */
export const PurgeQueue = operation({
  name: 'sqs:PurgeQueue',
  readOnly: false,
  allowsAnonymous: true,
  cli: 'sqs purge-queue',
  parameters: { QueueUrl: QUEUE_URL },
  validate: urlError,
  authorization: onQueue('sqs:PurgeQueue'),
  perform: ({ world, env }, { QueueUrl }) => {
    const found = queueByUrl({ world }, QueueUrl);
    if (!found.ok) return found;
    const { place, queue } = found.value;
    if (queue.purged !== null && !hasPassed(addSeconds(queue.purged, 60), env.now))
      return err(
        awsError(
          'AWS.SimpleQueueService.PurgeQueueInProgress',
          `Only one PurgeQueue operation on ${place.name} is allowed every 60 seconds.`,
        ),
      );
    return ok({ output: {}, changes: [queueChange(found.value, { messages: EMPTY, purged: env.now })] });
  },
});
