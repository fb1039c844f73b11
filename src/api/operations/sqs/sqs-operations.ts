// The operations of SQS.
import { AddPermission } from './AddPermission.ts';
import { ChangeMessageVisibility } from './ChangeMessageVisibility.ts';
import { CreateQueue } from './CreateQueue.ts';
import { DeleteMessage } from './DeleteMessage.ts';
import { DeleteQueue } from './DeleteQueue.ts';
import { GetQueueAttributes } from './GetQueueAttributes.ts';
import { GetQueueUrl } from './GetQueueUrl.ts';
import { ListQueueTags } from './ListQueueTags.ts';
import { ListQueues } from './ListQueues.ts';
import { PurgeQueue } from './PurgeQueue.ts';
import { ReceiveMessage } from './ReceiveMessage.ts';
import { RemovePermission } from './RemovePermission.ts';
import { SendMessage } from './SendMessage.ts';
import { SetQueueAttributes } from './SetQueueAttributes.ts';
import { TagQueue } from './TagQueue.ts';
import { UntagQueue } from './UntagQueue.ts';

export const SQS_OPERATIONS = {
  'sqs:CreateQueue': CreateQueue,
  'sqs:GetQueueUrl': GetQueueUrl,
  'sqs:GetQueueAttributes': GetQueueAttributes,
  'sqs:SetQueueAttributes': SetQueueAttributes,
  'sqs:ListQueues': ListQueues,
  'sqs:DeleteQueue': DeleteQueue,
  'sqs:SendMessage': SendMessage,
  'sqs:ReceiveMessage': ReceiveMessage,
  'sqs:DeleteMessage': DeleteMessage,
  'sqs:ChangeMessageVisibility': ChangeMessageVisibility,
  'sqs:PurgeQueue': PurgeQueue,
  'sqs:AddPermission': AddPermission,
  'sqs:RemovePermission': RemovePermission,
  'sqs:TagQueue': TagQueue,
  'sqs:UntagQueue': UntagQueue,
  'sqs:ListQueueTags': ListQueueTags,
} as const;
