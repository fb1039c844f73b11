// sqs:ListQueueTags: the tags of a queue.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { onQueue, QUEUE_URL, queueByUrl, urlError } from './queue.ts';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueueTags.html */
export const ListQueueTags = operation({
  name: 'sqs:ListQueueTags',
  readOnly: true,
  cli: 'sqs list-queue-tags',
  parameters: { QueueUrl: QUEUE_URL },
  validate: urlError,
  authorization: onQueue('sqs:ListQueueTags'),
  perform: (scene, { QueueUrl }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    const { tags } = found.value.queue;
    const output: { readonly Tags?: Readonly<Record<string, string>> } =
      Object.keys(tags).length === 0 ? {} : { Tags: tags };
    return ok({ output, changes: [] });
  },
});
