// sns:SetTopicAttributes: changes an attribute of a topic, for example its policy.
import { err, ok } from '../../../aws/result.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import { operation } from '../../operation.ts';
import { attributeError } from './attributes.ts';
import { arnError, invalidParameter, onTopic, TOPIC_ARN, topicByArn, topicChange } from './topic.ts';
import { topicPolicyError } from './topic-policy.ts';

/**
 * A policy that locks out its own author is taken.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html
 */
export const SetTopicAttributes = operation({
  name: 'sns:SetTopicAttributes',
  readOnly: false,
  cli: 'sns set-topic-attributes',
  parameters: {
    TopicArn: TOPIC_ARN,
    AttributeName: { type: 'text', event: 'attributeName', required: true },
    AttributeValue: { type: 'text', event: 'attributeValue', required: false },
  },
  validate: arnError,
  authorization: onTopic('sns:SetTopicAttributes'),
  perform: (scene, { TopicArn, AttributeName, AttributeValue = '' }) => {
    const found = topicByArn(scene, TopicArn);
    if (!found.ok) return found;
    const refused = attributeError({ [AttributeName]: AttributeValue }, () =>
      invalidParameter('AttributeName'),
    );
    if (refused) return err(refused);
    if (AttributeName !== 'Policy') {
      const attributes = { ...found.value.topic.attributes, [AttributeName]: AttributeValue };
      return ok({ output: {}, changes: [topicChange(found.value, { attributes })] });
    }
    const fault = topicPolicyError(scene.world, AttributeValue);
    return fault
      ? err(fault)
      : ok({ output: {}, changes: [topicChange(found.value, { policy: withRootArns(AttributeValue) })] });
  },
});
