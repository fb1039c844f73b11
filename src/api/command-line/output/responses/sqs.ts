// What the operations of SQS answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const SQS_RESPONSES: ResponseTable = {
  structures: {
    Message: 'MessageId ReceiptHandle MD5OfBody Body Attributes',
  },
  operations: {
    'sqs:CreateQueue': 'QueueUrl',
    'sqs:GetQueueAttributes': 'Attributes',
    'sqs:GetQueueUrl': 'QueueUrl',
    'sqs:ListQueueTags': 'Tags',
    'sqs:ListQueues': 'QueueUrls? NextToken',
    'sqs:ReceiveMessage': 'Messages?:Message',
    'sqs:SendMessage': 'MD5OfMessageBody MessageId',
  },
};
