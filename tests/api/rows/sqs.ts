// Rows: queues and their attributes.
import { expect } from 'vitest';
import { NO_ACTIVITY, withDeletedQueue, type Activity } from '../../../src/account/activity.ts';
import { queue, queueArn, queueIn, queueUrl } from '../../fixtures/messaging.ts';
import { BOOKSHOP, NEIGHBOUR, NOW, policyText } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { markerAfter } from './marker.ts';
import {
  CREATED_SECONDS,
  statement,
  POLICY,
  JOBS,
  SHOP,
  QueueUrl,
  noQueue,
  NAME,
  FIFTY,
  badAttributes,
  badTags,
} from './sqs-shop.ts';

/** What is known once a queue has been deleted. */
const deletedAt = (name: string, date: string): Activity =>
  withDeletedQueue(NO_ACTIVITY, queueArn(name), date);

export const SQS = [
  row({
    operation: 'sqs:CreateQueue',
    world: SHOP,
    works: {
      QueueName: 'new',
      Attributes: { DelaySeconds: '5', Policy: policyText(statement()) },
      tags: { team: 'sales' },
    },
    then: (output, world) => {
      expect(output).toEqual({ QueueUrl: queueUrl('new') });
      expect(queueIn(world, 'new')).toEqual(
        queue('new', [], {
          created: NOW,
          modified: NOW,
          policy: policyText(statement()),
          attributes: { DelaySeconds: '5' },
          tags: { team: 'sales' },
        }),
      );
    },
    errors: [
      {
        input: { QueueName: 'jobs', Attributes: { VisibilityTimeout: '30' } },
        code: 'QueueAlreadyExists',
        message:
          'A queue already exists with the same name and a different value for attribute VisibilityTimeout',
      },
      {
        input: { QueueName: 'jobs', Attributes: { Policy: '' } },
        code: 'QueueAlreadyExists',
        message: 'A queue already exists with the same name and a different value for attribute Policy',
      },
      {
        input: { QueueName: 'gone' },
        activity: deletedAt('gone', '2026-11-22T10:13:06Z'),
        code: 'AWS.SimpleQueueService.QueueDeletedRecently',
        message:
          'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
      },
      { input: { QueueName: 'a queue' }, code: 'InvalidParameterValue', message: NAME },
      { input: { QueueName: 'a'.repeat(81) }, code: 'InvalidParameterValue', message: NAME },
      {
        input: { QueueName: 'a.fifo' },
        code: 'NotSimulated',
        message: 'FIFO queues are a feature of AWS that Rolecall does not simulate.',
      },
      ...badAttributes({ QueueName: 'new' }),
      ...badTags.map(({ tags, message: text }) => ({
        input: { QueueName: 'new', tags },
        code: 'InvalidParameterValue',
        message: text,
      })),
      {
        input: { QueueName: 'new', tags: { ...FIFTY, more: '' } },
        code: 'InvalidParameterValue',
        message: 'Too many tags added for queue new.',
      },
    ],
  }),
  row({
    operation: 'sqs:CreateQueue',
    world: SHOP,
    works: { QueueName: 'jobs', Attributes: { VisibilityTimeout: '60', DelaySeconds: '0', Policy: POLICY } },
    then: (output, world) => {
      expect(output).toEqual({ QueueUrl });
      expect(queueIn(world, 'jobs')).toBe(JOBS);
    },
    errors: [],
  }),
  row({
    operation: 'sqs:CreateQueue',
    world: SHOP,
    activity: deletedAt('gone', '2026-11-22T10:13:05Z'),
    works: { QueueName: 'gone' },
    then: (_output, world) => expect(queueIn(world, 'gone')).toBeDefined(),
    errors: [],
  }),
  row({
    operation: 'sqs:GetQueueUrl',
    world: SHOP,
    works: { QueueName: 'jobs' },
    then: (output) => expect(output).toEqual({ QueueUrl }),
    errors: [
      {
        input: { QueueName: 'missing' },
        code: 'AWS.SimpleQueueService.NonExistentQueue',
        message: 'The specified queue does not exist.',
      },
    ],
  }),
  row({
    operation: 'sqs:GetQueueUrl',
    world: SHOP,
    works: { QueueName: 'orders', QueueOwnerAWSAccountId: NEIGHBOUR },
    then: (output) => expect(output).toEqual({ QueueUrl: queueUrl('orders', NEIGHBOUR) }),
    errors: [],
  }),
  row({
    operation: 'sqs:GetQueueAttributes',
    world: SHOP,
    works: { QueueUrl, AttributeNames: ['All'] },
    then: (output) =>
      expect(output).toEqual({
        Attributes: {
          QueueArn: queueArn('jobs'),
          ApproximateNumberOfMessages: '1',
          ApproximateNumberOfMessagesNotVisible: '1',
          ApproximateNumberOfMessagesDelayed: '1',
          CreatedTimestamp: CREATED_SECONDS,
          LastModifiedTimestamp: CREATED_SECONDS,
          VisibilityTimeout: '60',
          MaximumMessageSize: '1048576',
          MessageRetentionPeriod: '345600',
          DelaySeconds: '0',
          ReceiveMessageWaitTimeSeconds: '0',
          SqsManagedSseEnabled: 'true',
          Policy: POLICY,
        },
      }),
    errors: [
      ...noQueue({}),
      {
        input: { QueueUrl, AttributeNames: ['Size'] },
        code: 'InvalidAttributeName',
        message: 'Unknown Attribute Size.',
      },
    ],
  }),
  row({
    operation: 'sqs:GetQueueAttributes',
    world: SHOP,
    works: { QueueUrl: queueUrl('encrypted'), AttributeNames: ['SqsManagedSseEnabled', 'KmsMasterKeyId'] },
    then: (output) =>
      expect(output).toEqual({ Attributes: { SqsManagedSseEnabled: 'false', KmsMasterKeyId: 'alias/shop' } }),
    errors: [],
  }),
  row({
    operation: 'sqs:GetQueueAttributes',
    world: SHOP,
    works: { QueueUrl },
    then: (output) => expect(output).toEqual({}),
    errors: [],
  }),
  row({
    operation: 'sqs:SetQueueAttributes',
    world: SHOP,
    works: { QueueUrl, Attributes: { Policy: '', VisibilityTimeout: '10', RedrivePolicy: '{}' } },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')).toEqual({
        ...JOBS,
        modified: NOW,
        policy: null,
        attributes: { VisibilityTimeout: '10', RedrivePolicy: '{}' },
      });
    },
    errors: [
      ...noQueue({ Attributes: { DelaySeconds: '1' } }),
      ...badAttributes({ QueueUrl }),
      {
        // Whatever its policy says, a queue is set up from its own account alone.
        input: { QueueUrl: queueUrl('orders', NEIGHBOUR), Attributes: { DelaySeconds: '1' } },
        code: 'AccessDenied',
        message: `User: arn:aws:iam::${BOOKSHOP}:root is not authorized to perform: sqs:setqueueattributes on resource: ${queueArn('orders', NEIGHBOUR)}`,
      },
    ],
  }),
  row({
    operation: 'sqs:ListQueues',
    world: SHOP,
    works: { QueueNamePrefix: 're' },
    then: (output) => expect(output).toEqual({ QueueUrls: [queueUrl('returns')] }),
    errors: [
      {
        input: { MaxResults: 0 },
        code: 'InvalidParameterValue',
        message:
          'Value 0 for parameter MaxResults is invalid. Reason: MaxResults must be an integer between 1 and 1000.',
      },
    ],
  }),
  row({
    operation: 'sqs:ListQueues',
    world: SHOP,
    works: { MaxResults: 2 },
    then: (output) =>
      expect(output).toEqual({
        QueueUrls: [queueUrl('encrypted'), QueueUrl],
        NextToken: markerAfter('jobs'),
      }),
    errors: ['2', 'made up', markerAfter('jobs').slice(1)].map((NextToken) => ({
      input: { MaxResults: 2, NextToken },
      code: 'InvalidParameterValue',
      message: `Value ${NextToken} for parameter NextToken is invalid. Reason: The token is not valid.`,
    })),
  }),
  row({
    operation: 'sqs:ListQueues',
    world: SHOP,
    works: { MaxResults: 2, NextToken: markerAfter('hats') },
    then: (output) => expect(output).toEqual({ QueueUrls: [QueueUrl, queueUrl('returns')] }),
    errors: [],
  }),
  row({
    operation: 'sqs:DeleteQueue',
    world: SHOP,
    works: { QueueUrl },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')).toBeUndefined();
    },
    errors: noQueue({}),
  }),
  row({
    operation: 'sqs:PurgeQueue',
    world: SHOP,
    works: { QueueUrl },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')).toEqual(
        queue('jobs', [], { ...JOBS, messages: { leaf: {} }, purged: NOW }),
      );
    },
    errors: [
      ...noQueue({}),
      {
        input: { QueueUrl: queueUrl('returns') },
        code: 'AWS.SimpleQueueService.PurgeQueueInProgress',
        message: 'Only one PurgeQueue operation on returns is allowed every 60 seconds.',
      },
    ],
  }),
];
