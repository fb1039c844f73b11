// What the operations of SNS answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const SNS_RESPONSES: ResponseTable = {
  structures: {
    Subscription: 'SubscriptionArn Owner Protocol Endpoint TopicArn',
    Tag: 'Key Value',
    Topic: 'TopicArn',
  },
  operations: {
    'sns:ConfirmSubscription': 'SubscriptionArn',
    'sns:CreateTopic': 'TopicArn',
    'sns:GetTopicAttributes': 'Attributes',
    'sns:ListSubscriptions': 'Subscriptions:Subscription NextToken',
    'sns:ListSubscriptionsByTopic': 'Subscriptions:Subscription NextToken',
    'sns:ListTagsForResource': 'Tags:Tag',
    'sns:ListTopics': 'Topics:Topic NextToken',
    'sns:Publish': 'MessageId',
    'sns:Subscribe': 'SubscriptionArn',
  },
};
