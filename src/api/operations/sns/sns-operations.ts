// The operations of SNS.
import { AddPermission } from './AddPermission.ts';
import { ConfirmSubscription } from './ConfirmSubscription.ts';
import { CreateTopic } from './CreateTopic.ts';
import { DeleteTopic } from './DeleteTopic.ts';
import { GetTopicAttributes } from './GetTopicAttributes.ts';
import { ListSubscriptions } from './ListSubscriptions.ts';
import { ListSubscriptionsByTopic } from './ListSubscriptionsByTopic.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { ListTopics } from './ListTopics.ts';
import { Publish } from './Publish.ts';
import { RemovePermission } from './RemovePermission.ts';
import { SetTopicAttributes } from './SetTopicAttributes.ts';
import { Subscribe } from './Subscribe.ts';
import { TagResource } from './TagResource.ts';
import { Unsubscribe } from './Unsubscribe.ts';
import { UntagResource } from './UntagResource.ts';

export const SNS_OPERATIONS = {
  'sns:CreateTopic': CreateTopic,
  'sns:DeleteTopic': DeleteTopic,
  'sns:ListTopics': ListTopics,
  'sns:GetTopicAttributes': GetTopicAttributes,
  'sns:SetTopicAttributes': SetTopicAttributes,
  'sns:Publish': Publish,
  'sns:Subscribe': Subscribe,
  'sns:ConfirmSubscription': ConfirmSubscription,
  'sns:Unsubscribe': Unsubscribe,
  'sns:ListSubscriptions': ListSubscriptions,
  'sns:ListSubscriptionsByTopic': ListSubscriptionsByTopic,
  'sns:AddPermission': AddPermission,
  'sns:RemovePermission': RemovePermission,
  'sns:TagResource': TagResource,
  'sns:UntagResource': UntagResource,
  'sns:ListTagsForResource': ListTagsForResource,
} as const;
