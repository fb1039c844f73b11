// sqs:RemovePermission: takes a statement out of the policy of a queue.
import { err, ok } from '../../../aws/result.ts';
import { statementOf, withoutStatement } from '../../../policy/statements.ts';
import { operation } from '../../operation.ts';
import { labelError } from './AddPermission.ts';
import { invalidValue, onQueue, QUEUE_URL, queueByUrl, urlError } from './queue.ts';
import { queueChange } from './queue-changes.ts';

/**
 * Every statement with this Sid goes, AddPermission's or not.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_RemovePermission.html
 */
export const RemovePermission = operation({
  name: 'sqs:RemovePermission',
  readOnly: false,
  cli: 'sqs remove-permission',
  parameters: { QueueUrl: QUEUE_URL, Label: { type: 'text', event: 'label', required: true } },
  validate: urlError,
  authorization: onQueue('sqs:RemovePermission'),
  perform: (scene, { QueueUrl, Label }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    const { policy } = found.value.queue;
    const refused = labelError(Label);
    if (refused) return err(refused);
    if (policy === null || !statementOf(policy, Label))
      return err(invalidValue(Label, 'Label', "can't find label."));
    const patch = { policy: withoutStatement(policy, Label), modified: scene.env.now };
    return ok({ output: {}, changes: [queueChange(found.value, patch)] });
  },
});
