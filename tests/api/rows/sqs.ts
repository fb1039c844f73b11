// Rows: queues, their attributes, policies and tags.
import { expect } from 'vitest';
import type { Queue } from '../../../src/account/resources.ts';
import type { World } from '../../../src/account/world.ts';
import { addSeconds } from '../../../src/aws/instant.ts';
import {
  filed,
  message,
  queue,
  queueArn,
  queueIn,
  queueUrl,
  withNeighbour,
} from '../../fixtures/messaging.ts';
import { BOOKSHOP, NEIGHBOUR, NOW, policyText, withBookshop } from '../../fixtures/world.ts';
import { row } from '../row.ts';

const CREATED_SECONDS = '1788249600';

const statement = (more: object = {}): object => ({
  Sid: 'press',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:root` },
  Action: 'sqs:SendMessage',
  Resource: queueArn('jobs'),
  ...more,
});
const POLICY = policyText(statement());

const LATER = addSeconds(NOW, 30);

/** Of the messages one waits, one is being worked on, one is delayed, and one has been kept for too long. */
const JOBS: Queue = queue(
  'jobs',
  [
    message(1, { sent: addSeconds(NOW, -120), visible: addSeconds(NOW, -120) }),
    message(2, { sent: addSeconds(NOW, -60), visible: LATER, received: NOW, receipt: 'seen', receives: 1 }),
    message(3, { sent: addSeconds(NOW, -60), visible: LATER }),
    message(4, { sent: addSeconds(NOW, -345_600) }),
  ],
  { policy: POLICY, attributes: { VisibilityTimeout: '60' }, tags: { team: 'sales', Team: 'all' } },
);

export const SHOP: World = withNeighbour(
  (account) => ({
    ...account,
    queues: filed(
      queue('orders', [], {
        policy: policyText({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sqs:*',
          Resource: queueArn('orders', NEIGHBOUR),
        }),
      }),
    ),
  }),
  withBookshop((account) => ({
    ...account,
    queues: filed(
      JOBS,
      queue('returns', [], { purged: addSeconds(NOW, -59) }),
      queue('jobs', [], { region: 'eu-central-1' }),
      queue('encrypted', [], { attributes: { KmsMasterKeyId: 'alias/shop' } }),
    ),
  })),
);

const QueueUrl = queueUrl('jobs');
const changed = (more: Partial<Queue>): World =>
  withBookshop((account) => ({ ...account, queues: filed({ ...JOBS, ...more }) }), SHOP);

/** The errors of every operation on a queue that is there. */
export const noQueue = <Input extends object>(more: Input) => [
  {
    input: { ...more, QueueUrl: queueUrl('missing') },
    code: 'AWS.SimpleQueueService.NonExistentQueue',
    message: 'The specified queue does not exist.',
  },
  {
    input: { ...more, QueueUrl: 'jobs' },
    code: 'InvalidAddress',
    message: 'The address jobs is not valid for this endpoint.',
  },
];

const NAME = 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length';
const FIFTY = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, '']));
const invalid = (name: string) => ({
  code: 'InvalidAttributeValue',
  message: `Invalid value for the parameter ${name}.`,
});

/** What is said of attributes that cannot be set. */
const badAttributes = <Input extends object>(input: Input) =>
  [
    [{ Policy: 'not JSON' }, invalid('Policy')],
    [{ Policy: policyText(statement({ Action: 'sqs:Foo' })) }, invalid('Policy')],
    [
      { Policy: policyText(statement({ Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/no` } })) },
      invalid('Policy'),
    ],
    [{ VisibilityTimeout: '43201' }, invalid('VisibilityTimeout')],
    [{ DelaySeconds: 'soon' }, invalid('DelaySeconds')],
    [{ RedrivePolicy: '[]' }, invalid('RedrivePolicy')],
    [{ SqsManagedSseEnabled: 'yes' }, invalid('SqsManagedSseEnabled')],
    [{ QueueArn: 'x' }, { code: 'InvalidAttributeName', message: 'Unknown Attribute QueueArn.' }],
    [
      { FifoQueue: 'true' },
      {
        code: 'AWS.SimpleQueueService.UnsupportedOperation',
        message: 'Rolecall has standard queues only.',
      },
    ],
  ].map(([Attributes, error]) => ({
    input: { ...input, Attributes: Attributes as Readonly<Record<string, string>> },
    ...(error as { code: string; message: string }),
  }));

const badTags: readonly { readonly tags: Readonly<Record<string, string>>; readonly message: string }[] = [
  { tags: { 'aws:x': '' }, message: 'Tag keys starting with aws: are reserved.' },
  { tags: { 'a,b': '' }, message: 'Tag keys or values are invalid.' },
];

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
      { input: { QueueName: 'a queue' }, code: 'InvalidParameterValue', message: NAME },
      { input: { QueueName: 'a'.repeat(81) }, code: 'InvalidParameterValue', message: NAME },
      {
        input: { QueueName: 'a.fifo' },
        code: 'AWS.SimpleQueueService.UnsupportedOperation',
        message: 'Rolecall has standard queues only.',
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
      expect(output).toEqual({ QueueUrls: [queueUrl('encrypted'), QueueUrl], NextToken: '2' }),
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
  row({
    operation: 'sqs:AddPermission',
    world: SHOP,
    works: {
      QueueUrl: queueUrl('returns'),
      Label: 'both',
      AWSAccountIds: [NEIGHBOUR, '999988887777'],
      Actions: ['SendMessage'],
    },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'returns')?.policy).toBe(
        JSON.stringify({
          Version: '2008-10-17',
          Id: `${queueArn('returns')}/SQSDefaultPolicy`,
          Statement: [
            {
              Sid: 'both',
              Effect: 'Allow',
              Principal: { AWS: [`arn:aws:iam::${NEIGHBOUR}:root`, 'arn:aws:iam::999988887777:root'] },
              Action: 'SQS:SendMessage',
              Resource: queueArn('returns'),
            },
          ],
        }),
      );
    },
    errors: [
      ...noQueue({ Label: 'a', AWSAccountIds: [NEIGHBOUR], Actions: ['*'] }),
      ...[
        [
          { Label: 'press' },
          'InvalidParameterValue',
          'Value press for parameter Label is invalid. Reason: Already exists.',
        ],
        [
          { Label: 'a label' },
          'InvalidParameterValue',
          `Value a label for parameter Label is invalid. Reason: ${NAME}`,
        ],
        [
          { AWSAccountIds: ['12'] },
          'InvalidParameterValue',
          'Value [12] for parameter PrincipalId is invalid. Reason: Unable to verify.',
        ],
        [{ AWSAccountIds: [] }, 'MissingParameter', 'The request must contain the parameter AWSAccountIds.'],
        [{ Actions: [] }, 'MissingParameter', 'The request must contain the parameter Actions.'],
        [
          { Actions: ['Foo'] },
          'InvalidParameterValue',
          'Value SQS:Foo for parameter ActionName is invalid. Reason: Please refer to the appropriate WSDL for a list of valid actions. ',
        ],
        [
          { Actions: ['DeleteQueue'] },
          'InvalidParameterValue',
          'Value SQS:DeleteQueue for parameter ActionName is invalid. Reason: Only the queue owner is allowed to invoke this action.',
        ],
        [
          { Actions: Array.from({ length: 8 }, () => 'SendMessage') },
          'OverLimit',
          '8 Actions were found, maximum allowed is 7.',
        ],
      ].map(([change, code, text]) => ({
        input: {
          QueueUrl,
          Label: 'new',
          AWSAccountIds: [NEIGHBOUR],
          Actions: ['SendMessage'],
          ...(change as object),
        },
        code: code as string,
        message: text as string,
      })),
      {
        world: changed({
          policy: policyText(...Array.from({ length: 20 }, (_, at) => statement({ Sid: String(at) }))),
        }),
        input: { QueueUrl, Label: 'new', AWSAccountIds: [NEIGHBOUR], Actions: ['SendMessage'] },
        code: 'OverLimit',
        message: '21 Statements were found, maximum allowed is 20.',
      },
    ],
  }),
  row({
    operation: 'sqs:RemovePermission',
    world: SHOP,
    works: { QueueUrl, Label: 'press' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')).toMatchObject({ policy: null, modified: NOW });
    },
    errors: [
      ...noQueue({ Label: 'press' }),
      {
        input: { QueueUrl, Label: 'other' },
        code: 'InvalidParameterValue',
        message: "Value other for parameter Label is invalid. Reason: can't find label.",
      },
      {
        input: { QueueUrl: queueUrl('returns'), Label: 'press' },
        code: 'InvalidParameterValue',
        message: "Value press for parameter Label is invalid. Reason: can't find label.",
      },
      {
        input: { QueueUrl, Label: '' },
        code: 'InvalidParameterValue',
        message: `Value  for parameter Label is invalid. Reason: ${NAME}`,
      },
    ],
  }),
  row({
    operation: 'sqs:TagQueue',
    world: SHOP,
    works: { QueueUrl, Tags: { team: 'books', stage: '' } },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')?.tags).toEqual({ team: 'books', Team: 'all', stage: '' });
    },
    errors: [
      ...noQueue({ Tags: { a: 'b' } }),
      ...badTags.map(({ tags, message: text }) => ({
        input: { QueueUrl, Tags: tags },
        code: 'InvalidParameterValue',
        message: text,
      })),
      {
        input: { QueueUrl, Tags: FIFTY },
        code: 'InvalidParameterValue',
        message: 'Too many tags added for queue jobs.',
      },
      {
        input: { QueueUrl, Tags: {} },
        code: 'MissingParameter',
        message: 'The request must contain the parameter Tags.',
      },
    ],
  }),
  row({
    operation: 'sqs:UntagQueue',
    world: SHOP,
    works: { QueueUrl, TagKeys: ['team', 'other'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')?.tags).toEqual({ Team: 'all' });
    },
    errors: [
      ...noQueue({ TagKeys: ['a'] }),
      {
        input: { QueueUrl, TagKeys: [] },
        code: 'MissingParameter',
        message: 'The request must contain the parameter TagKeys.',
      },
    ],
  }),
  row({
    operation: 'sqs:ListQueueTags',
    world: SHOP,
    works: { QueueUrl },
    then: (output) => expect(output).toEqual({ Tags: { team: 'sales', Team: 'all' } }),
    errors: noQueue({}),
  }),
  row({
    operation: 'sqs:ListQueueTags',
    world: SHOP,
    works: { QueueUrl: queueUrl('returns') },
    then: (output) => expect(output).toEqual({}),
    errors: [],
  }),
];
