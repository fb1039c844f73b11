// sqs:TagQueue: adds tags to a queue, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { missingParameter, onQueue, QUEUE_URL, queueByUrl, urlError } from './queue.ts';
import { queueChange } from './queue-changes.ts';
import { queueTagError, TAGS } from './queue-tags.ts';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html */
export const TagQueue = operation({
  name: 'sqs:TagQueue',
  readOnly: false,
  cli: 'sqs tag-queue',
  parameters: { QueueUrl: QUEUE_URL, Tags: TAGS },
  validate: urlError,
  authorization: (world, caller, input) =>
    onQueue('sqs:TagQueue')(world, caller, input).map((asked) => ({
      ...asked,
      tags: { kind: 'set', tags: input.Tags },
    })),
  perform: (scene, { QueueUrl, Tags }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    const tags = { ...found.value.queue.tags, ...Tags };
    const refused =
      Object.keys(Tags).length === 0 ? missingParameter('Tags') : queueTagError(found.value.place.name, tags);
    return refused ? err(refused) : ok({ output: {}, changes: [queueChange(found.value, { tags })] });
  },
});
