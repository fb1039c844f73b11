// sns:GetTopicAttributes: what there is to know of a topic, its policy included.
import { valuesOf } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { attributeOf } from './attributes.ts';
import { arnError, onTopic, TOPIC_ARN, topicByArn } from './topic.ts';

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
const DELIVERY_POLICY = JSON.stringify({
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: 'linear',
    },
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
  },
});

/** @see https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export const GetTopicAttributes = operation({
  name: 'sns:GetTopicAttributes',
  readOnly: true,
  cli: 'sns get-topic-attributes',
  parameters: { TopicArn: TOPIC_ARN },
  validate: arnError,
  authorization: onTopic('sns:GetTopicAttributes'),
  perform: (scene, { TopicArn }) => {
    const found = topicByArn(scene, TopicArn);
    if (!found.ok) return found;
    const { account, arn, topic } = found.value;
    const all = valuesOf(topic.subscriptions);
    const pending = all.filter((subscription) => subscription.pending).length;
    const { DisplayName = '', ...attributes } = topic.attributes;
    const output: { readonly Attributes: Readonly<Record<string, string>> } = {
      Attributes: {
        Policy: attributeOf(topic, 'Policy'),
        Owner: account.id,
        SubscriptionsPending: String(pending),
        SubscriptionsConfirmed: String(all.length - pending),
        SubscriptionsDeleted: '0',
        TopicArn: arn,
        EffectiveDeliveryPolicy: attributeOf(topic, 'DeliveryPolicy') || DELIVERY_POLICY,
        DisplayName,
        ...Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== '')),
      },
    };
    return ok({ output, changes: [] });
  },
});
