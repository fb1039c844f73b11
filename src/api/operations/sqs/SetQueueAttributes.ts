// sqs:SetQueueAttributes: changes attributes of a queue, its policy among them.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { attributeError, ATTRIBUTES, withAttributes } from './attributes.ts';
import { onQueue, QUEUE_URL, queueByUrl, urlError } from './queue.ts';
import { queueChange } from './queue-changes.ts';
import { queuePolicyError } from './queue-policy.ts';

/**
 * A policy that locks out its own author is taken.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export const SetQueueAttributes = operation({
  name: 'sqs:SetQueueAttributes',
  readOnly: false,
  cli: 'sqs set-queue-attributes',
  parameters: { QueueUrl: QUEUE_URL, Attributes: ATTRIBUTES },
  validate: urlError,
  authorization: onQueue('sqs:SetQueueAttributes'),
  perform: (scene, { QueueUrl, Attributes }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    const refused = attributeError(Attributes) ?? queuePolicyError(scene.world, Attributes['Policy']);
    if (refused) return err(refused);
    const patch = { ...withAttributes(found.value.queue, Attributes), modified: scene.env.now };
    return ok({ output: {}, changes: [queueChange(found.value, patch)] });
  },
});
