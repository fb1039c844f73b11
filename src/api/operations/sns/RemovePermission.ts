// sns:RemovePermission: takes a statement out of the policy of a topic.
import { ok } from '../../../aws/result.ts';
import { withoutStatement } from '../../../policy/statements.ts';
import { operation } from '../../operation.ts';
import { arnError, onTopic, TOPIC_ARN, topicByArn, topicChange } from './topic.ts';

/**
 * A label that no statement has is no error.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_RemovePermission.html
 */
export const RemovePermission = operation({
  name: 'sns:RemovePermission',
  readOnly: false,
  cli: 'sns remove-permission',
  parameters: { TopicArn: TOPIC_ARN, Label: { type: 'text', event: 'label', required: true } },
  validate: arnError,
  authorization: onTopic('sns:RemovePermission'),
  perform: (scene, { TopicArn, Label }) => {
    const found = topicByArn(scene, TopicArn);
    if (!found.ok) return found;
    const before = found.value.topic.policy;
    const policy = before === null ? null : withoutStatement(before, Label);
    return ok({ output: {}, changes: [topicChange(found.value, { policy })] });
  },
});
