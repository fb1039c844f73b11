// sqs:UntagQueue: takes tags away from a queue.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { withoutTags } from '../iam/tags.ts';
import { missingParameter, onQueue, QUEUE_URL, queueByUrl, urlError } from './queue.ts';
import { queueChange } from './queue-changes.ts';

/**
 * Keys that the queue does not have are no error.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_UntagQueue.html
 */
export const UntagQueue = operation({
  name: 'sqs:UntagQueue',
  readOnly: false,
  cli: 'sqs untag-queue',
  parameters: {
    QueueUrl: QUEUE_URL,
    TagKeys: { type: 'textList', event: 'tagKeys', required: true, item: {} },
  },
  validate: urlError,
  authorization: (world, caller, input) =>
    onQueue('sqs:UntagQueue')(world, caller, input).map((asked) => ({
      ...asked,
      tags: { kind: 'remove', keys: input.TagKeys },
    })),
  perform: (scene, { QueueUrl, TagKeys }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    if (TagKeys.length === 0) return err(missingParameter('TagKeys'));
    const tags = withoutTags(found.value.queue.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: [queueChange(found.value, { tags })] });
  },
});
