// sns:ListSubscriptionsByTopic: the subscriptions of a topic, whoever they belong to.
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { NEXT_TOKEN, pageOf } from './pages.ts';
import { shownSubscription } from './subscriptions.ts';
import { arnError, onTopic, TOPIC_ARN, topicByArn } from './topic.ts';

/** @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html */
export const ListSubscriptionsByTopic = operation({
  name: 'sns:ListSubscriptionsByTopic',
  readOnly: true,
  cli: 'sns list-subscriptions-by-topic',
  parameters: { TopicArn: TOPIC_ARN, NextToken: NEXT_TOKEN },
  validate: arnError,
  authorization: onTopic('sns:ListSubscriptionsByTopic'),
  perform: (scene, { TopicArn, NextToken }) => {
    const found = topicByArn(scene, TopicArn);
    if (!found.ok) return found;
    const page = pageOf(sortedValues(found.value.topic.subscriptions), NextToken, ({ id }) => id);
    if (!page.ok) return page;
    const { items, next } = page.value;
    return ok({
      output: { Subscriptions: items.map((one) => shownSubscription(found.value, one)), ...next },
      changes: [],
    });
  },
});
