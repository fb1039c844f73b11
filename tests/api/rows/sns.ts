// Rows: topics, their policies and subscriptions.
import { expect } from 'vitest';
import type { Topic } from '../../../src/account/resources.ts';
import { lookup, sizeOf, valuesOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { confirmationToken } from '../../../src/api/operations/sns/subscriptions.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import {
  filed,
  queue,
  queueArn,
  queueIn,
  subscription,
  topic,
  topicArn,
  topicIn,
  uuid,
  withNeighbour,
} from '../../fixtures/messaging.ts';
import { BOOKSHOP, NEIGHBOUR, NOW, policyText, withBookshop } from '../../fixtures/world.ts';
import { row } from '../row.ts';

const TopicArn = topicArn('news');
const MISSING = topicArn('missing');

const statement = (more: object = {}): object => ({
  Sid: 'press',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:root` },
  Action: 'SNS:Publish',
  Resource: TopicArn,
  ...more,
});
const POLICY = policyText(statement());

const letsNewsIn = (name: string): string =>
  policyText({
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: queueArn(name),
    Condition: { ArnEquals: { 'aws:SourceArn': TopicArn } },
  });

/** A queue, somebody's mail, a queue of the neighbour, and one that waits for its confirmation. */
const NEWS: Topic = topic(
  'news',
  [
    subscription(801, 'sqs', queueArn('jobs')),
    subscription(802, 'email', 'noor@maple-books.example'),
    subscription(803, 'sqs', queueArn('press', NEIGHBOUR), { owner: NEIGHBOUR }),
    subscription(804, 'https', 'https://example.com/news', { pending: true }),
  ],
  { policy: POLICY, attributes: { DisplayName: 'News' }, tags: { team: 'sales' } },
);

const SHOP: World = withNeighbour(
  (account) => ({ ...account, queues: filed(queue('press')) }),
  withBookshop((account) => ({
    ...account,
    queues: filed(queue('jobs', [], { policy: letsNewsIn('jobs') })),
    topics: filed(NEWS, topic('quiet'), topic('away', [], { region: 'eu-central-1' })),
  })),
);

/** A command line hands over any text as an ARN. */
const unparsable = (text: string): Arn => text as Arn;

/** What is said of texts that are no ARN of a topic. */
const badArn = (parameter: string) =>
  [
    ['news', `Invalid parameter: ${parameter} Reason: An ARN must have at least 6 elements, not 1`],
    [queueArn('jobs'), `Invalid parameter: ${parameter}`],
  ].map(([arn = '', message = '']) => ({ arn: unparsable(arn), message }));

const badTopicArn = <Input extends object>(more: Input) =>
  badArn('TopicArn').map(({ arn, message }) => ({
    input: { ...more, TopicArn: arn },
    code: 'InvalidParameter',
    message,
  }));

/** The errors of every operation on a topic that is there. */
const noTopic = <Input extends object>(more: Input) => [
  { input: { ...more, TopicArn: MISSING }, code: 'NotFound', message: 'Topic does not exist' },
  ...badTopicArn(more),
];

const noResource = <Input extends object>(more: Input) => [
  {
    input: { ...more, ResourceArn: MISSING },
    code: 'ResourceNotFound',
    message: 'Resource does not exist',
  },
  ...badArn('ResourceArn').map(({ arn, message }) => ({
    input: { ...more, ResourceArn: arn },
    code: 'InvalidParameter',
    message,
  })),
];

const invalid = (fault: string) => ({
  code: 'InvalidParameter',
  message: `Invalid parameter: ${fault}`,
});

/** What is said of policies that SNS does not take. */
const BAD_POLICIES: readonly { readonly policy: string; readonly fault: string }[] = [
  { policy: 'not JSON', fault: 'Policy Error: null' },
  { policy: policyText({ ...statement(), Principal: undefined }), fault: 'Policy Error: null' },
  { policy: policyText(statement({ Resource: 'x'.repeat(30_721) })), fault: 'Policy Error: null' },
  { policy: policyText(statement({ Sid: 'x'.repeat(30_721) })), fault: 'Policy Error: null' },
  { policy: policyText(statement({ Principal: { AWS: '12' } })), fault: 'Policy Error: PrincipalNotFound' },
  {
    policy: policyText(statement({ Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/nobody-here` } })),
    fault: 'Policy Error: PrincipalNotFound',
  },
  {
    policy: policyText(statement({ Action: 'SNS:*' })),
    fault: 'Policy statement action out of service scope!',
  },
];

const TAG = (Key: string, Value = '') => ({ Key, Value });
const FIFTY = Array.from({ length: 50 }, (_, at) => TAG(`k${at}`));
const BAD_TAGS = [
  { tags: [TAG('a'), TAG('a', 'b')], ...invalid('Duplicated keys are not allowed.') },
  { tags: [TAG('aws:a')], ...invalid('Tag keys starting with aws: are reserved.') },
  { tags: [TAG('a,b')], ...invalid('Tag keys or values are invalid.') },
  {
    tags: [...FIFTY, TAG('more')],
    code: 'TagLimitExceeded',
    message: 'Could not complete request: tag quota of per resource exceeded',
  },
] as const;

const SHOWN = [
  {
    SubscriptionArn: `${TopicArn}:${uuid(801)}`,
    Owner: BOOKSHOP,
    Protocol: 'sqs',
    Endpoint: queueArn('jobs'),
    TopicArn,
  },
  {
    SubscriptionArn: `${TopicArn}:${uuid(802)}`,
    Owner: BOOKSHOP,
    Protocol: 'email',
    Endpoint: 'noor@maple-books.example',
    TopicArn,
  },
  {
    SubscriptionArn: `${TopicArn}:${uuid(803)}`,
    Owner: NEIGHBOUR,
    Protocol: 'sqs',
    Endpoint: queueArn('press', NEIGHBOUR),
    TopicArn,
  },
  {
    SubscriptionArn: 'PendingConfirmation',
    Owner: BOOKSHOP,
    Protocol: 'https',
    Endpoint: 'https://example.com/news',
    TopicArn,
  },
] as const;

const TOKEN = confirmationToken(TopicArn, uuid(804));

export const SNS = [
  row({
    operation: 'sns:CreateTopic',
    world: SHOP,
    works: { Name: 'new', Attributes: { DisplayName: 'New' }, Tags: [TAG('team', 'sales')] },
    then: (output, world) => {
      expect(output).toEqual({ TopicArn: topicArn('new') });
      expect(topicIn(world, 'new')).toEqual(
        topic('new', [], {
          created: NOW,
          attributes: { DisplayName: 'New' },
          tags: { team: 'sales' },
          policy: JSON.stringify({
            Version: '2008-10-17',
            Id: '__default_policy_ID',
            Statement: [
              {
                Sid: '__default_statement_ID',
                Effect: 'Allow',
                Principal: { AWS: '*' },
                Action: [
                  'SNS:GetTopicAttributes',
                  'SNS:SetTopicAttributes',
                  'SNS:AddPermission',
                  'SNS:RemovePermission',
                  'SNS:DeleteTopic',
                  'SNS:Subscribe',
                  'SNS:ListSubscriptionsByTopic',
                  'SNS:Publish',
                ],
                Resource: topicArn('new'),
                Condition: { StringEquals: { 'AWS:SourceOwner': BOOKSHOP } },
              },
            ],
          }),
        }),
      );
    },
    errors: [
      { input: { Name: 'a topic' }, ...invalid('Topic Name') },
      { input: { Name: '' }, ...invalid('Topic Name') },
      { input: { Name: 'a.fifo' }, ...invalid('Rolecall has standard topics only.') },
      {
        input: { Name: 'new', Attributes: { FifoTopic: 'true' } },
        ...invalid('Rolecall has standard topics only.'),
      },
      {
        input: { Name: 'new', Attributes: { Colour: 'red' } },
        ...invalid('Attributes Reason: Unknown attribute Colour'),
      },
      {
        input: { Name: 'news', Attributes: { DisplayName: 'Other' } },
        ...invalid('Attributes Reason: Topic already exists with different attributes'),
      },
      ...[[], [TAG('team', 'books')], [TAG('team', 'sales'), TAG('more')]].map((Tags) => ({
        input: { Name: 'news', Tags },
        ...invalid('Tags Reason: Topic already exists with different tags'),
      })),
      ...BAD_POLICIES.map(({ policy, fault }) => ({
        input: { Name: 'new', Attributes: { Policy: policy } },
        ...invalid(fault),
      })),
      ...BAD_TAGS.map(({ tags, ...error }) => ({ input: { Name: 'new', Tags: tags }, ...error })),
    ],
  }),
  row({
    operation: 'sns:CreateTopic',
    world: SHOP,
    works: {
      Name: 'news',
      Attributes: { DisplayName: 'News', Policy: POLICY },
      Tags: [TAG('team', 'sales')],
    },
    then: (output, world) => {
      expect(output).toEqual({ TopicArn });
      expect(topicIn(world, 'news')).toBe(NEWS);
    },
    errors: [],
  }),
  row({
    operation: 'sns:DeleteTopic',
    world: SHOP,
    works: { TopicArn },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(topicIn(world, 'news')).toBeUndefined();
    },
    errors: badTopicArn({}),
  }),
  row({
    operation: 'sns:DeleteTopic',
    world: SHOP,
    works: { TopicArn: MISSING },
    then: (output) => expect(output).toEqual({}),
    errors: [],
  }),
  row({
    operation: 'sns:ListTopics',
    world: SHOP,
    works: {},
    then: (output) => expect(output).toEqual({ Topics: [{ TopicArn }, { TopicArn: topicArn('quiet') }] }),
    errors: [],
  }),
  row({
    operation: 'sns:GetTopicAttributes',
    world: SHOP,
    works: { TopicArn },
    then: (output) =>
      expect(output.Attributes).toMatchObject({
        Policy: POLICY,
        Owner: BOOKSHOP,
        SubscriptionsPending: '1',
        SubscriptionsConfirmed: '3',
        SubscriptionsDeleted: '0',
        TopicArn,
        DisplayName: 'News',
      }),
    errors: noTopic({}),
  }),
  row({
    operation: 'sns:GetTopicAttributes',
    world: SHOP,
    works: { TopicArn: topicArn('quiet') },
    then: (output) =>
      expect(output.Attributes).toMatchObject({
        Policy: '{"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[]}',
        DisplayName: '',
      }),
    errors: [],
  }),
  row({
    operation: 'sns:SetTopicAttributes',
    world: SHOP,
    works: {
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: policyText(statement({ Action: 'sns:Subscribe' })),
    },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(topicIn(world, 'news')).toEqual({
        ...NEWS,
        policy: policyText(statement({ Action: 'sns:Subscribe' })),
      });
    },
    errors: [
      ...noTopic({ AttributeName: 'DisplayName' }),
      ...BAD_POLICIES.map(({ policy, fault }) => ({
        input: { TopicArn, AttributeName: 'Policy', AttributeValue: policy },
        ...invalid(fault),
      })),
      { input: { TopicArn, AttributeName: 'Policy' }, ...invalid('Policy Error: null') },
      { input: { TopicArn, AttributeName: 'Colour' }, ...invalid('AttributeName') },
      {
        input: { TopicArn, AttributeName: 'DisplayName', AttributeValue: 'x'.repeat(101) },
        ...invalid('DisplayName'),
      },
      {
        input: { TopicArn, AttributeName: 'DeliveryPolicy', AttributeValue: 'no' },
        ...invalid('DeliveryPolicy'),
      },
      {
        input: { TopicArn, AttributeName: 'FifoTopic', AttributeValue: 'true' },
        ...invalid('Rolecall has standard topics only.'),
      },
    ],
  }),
  row({
    operation: 'sns:SetTopicAttributes',
    world: SHOP,
    works: { TopicArn, AttributeName: 'DisplayName', AttributeValue: 'Late news' },
    then: (_output, world) =>
      expect(topicIn(world, 'news')).toEqual({ ...NEWS, attributes: { DisplayName: 'Late news' } }),
    errors: [],
  }),
  row({
    operation: 'sns:Publish',
    world: SHOP,
    works: { TopicArn, Message: 'A new book', Subject: 'Books' },
    then: (output, world) => {
      expect(output).toEqual({ MessageId: uuid(1) });
      expect(valuesOf(queueIn(world, 'jobs')?.messages ?? { leaf: {} }).map(({ body }) => body)).toEqual([
        `{
  "Type" : "Notification",
  "MessageId" : "${uuid(1)}",
  "TopicArn" : "${TopicArn}",
  "Subject" : "Books",
  "Message" : "A new book",
  "Timestamp" : "2026-11-22T10:14:05.000Z",
  "UnsubscribeURL" : "https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${TopicArn}:${uuid(801)}"
}`,
      ]);
      // It has no policy that lets SNS in.
      expect(queueIn(world, 'press', NEIGHBOUR)).toEqual(queue('press'));
    },
    errors: [
      ...noTopic({ Message: 'a' }),
      {
        input: { TargetArn: MISSING, Message: 'a' },
        code: 'NotFound',
        message: 'Topic does not exist',
      },
      ...badArn('TargetArn').map(({ arn, message }) => ({
        input: { TargetArn: arn, Message: 'a' },
        code: 'InvalidParameter',
        message,
      })),
      {
        input: { Message: 'a' },
        ...invalid('TopicArn or TargetArn Reason: no value for required parameter'),
      },
      { input: { TopicArn, Message: '' }, ...invalid('Empty message') },
      { input: { TopicArn, Message: 'é'.repeat(131_073) }, ...invalid('Message too long') },
      { input: { TopicArn, Message: 'a', Subject: ' a' }, ...invalid('Subject') },
      { input: { TopicArn, Message: 'a', Subject: 'a'.repeat(101) }, ...invalid('Subject') },
    ],
  }),
  row({
    operation: 'sns:Publish',
    world: SHOP,
    works: { TargetArn: topicArn('quiet'), Message: 'Nobody hears this.' },
    errors: [],
  }),
  row({
    operation: 'sns:Subscribe',
    world: SHOP,
    works: { TopicArn: topicArn('quiet'), Protocol: 'sqs', Endpoint: queueArn('jobs') },
    then: (output, world) => {
      expect(output).toEqual({ SubscriptionArn: `${topicArn('quiet')}:${uuid(1)}` });
      expect(topicIn(world, 'quiet')).toEqual(topic('quiet', [subscription(1, 'sqs', queueArn('jobs'))]));
    },
    errors: [
      ...noTopic({ Protocol: 'sqs', Endpoint: queueArn('jobs') }),
      ...[
        ['pigeon', 'a', 'Amazon SNS does not support this protocol string: pigeon'],
        ['http', 'https://example.com', 'Endpoint must match the specified protocol'],
        ['https', 'http://example.com', 'Endpoint must match the specified protocol'],
        ['https', `https://${'a'.repeat(2_048)}`, 'Endpoint'],
        ['email', 'noor', 'Email address'],
        ['email-json', 'noor', 'Email address'],
        ['sms', 'noor', 'Invalid SMS endpoint: noor'],
        ['sqs', 'jobs', 'SQS endpoint ARN'],
        ['sqs', TopicArn, 'SQS endpoint ARN'],
        ['lambda', queueArn('jobs'), 'Lambda endpoint ARN'],
        ['application', 'x', 'Application endpoint arn invalid'],
        ['firehose', 'x', 'Firehose endpoint ARN'],
      ].map(([Protocol = '', Endpoint = '', fault = '']) => ({
        input: { TopicArn, Protocol, Endpoint },
        ...invalid(fault),
      })),
    ],
  }),
  row({
    operation: 'sns:Subscribe',
    world: SHOP,
    works: { TopicArn, Protocol: 'email', Endpoint: 'amira@maple-books.example' },
    then: (output, world) => {
      expect(output).toEqual({ SubscriptionArn: 'pending confirmation' });
      expect(lookup(topicIn(world, 'news')?.subscriptions ?? { leaf: {} }, uuid(1))?.pending).toBe(true);
    },
    errors: [],
  }),
  row({
    operation: 'sns:Subscribe',
    world: SHOP,
    works: {
      TopicArn,
      Protocol: 'https',
      Endpoint: 'https://example.com/news',
      ReturnSubscriptionArn: true,
    },
    then: (output, world) => {
      expect(output).toEqual({ SubscriptionArn: `${TopicArn}:${uuid(804)}` });
      expect(topicIn(world, 'news')).toBe(NEWS);
    },
    errors: [],
  }),
  row({
    operation: 'sns:ConfirmSubscription',
    world: SHOP,
    works: { TopicArn, Token: TOKEN, AuthenticateOnUnsubscribe: 'true' },
    then: (output, world) => {
      expect(output).toEqual({ SubscriptionArn: `${TopicArn}:${uuid(804)}` });
      expect(lookup(topicIn(world, 'news')?.subscriptions ?? { leaf: {} }, uuid(804))?.pending).toBe(false);
    },
    errors: [
      ...noTopic({ Token: TOKEN }),
      ...['x', TOKEN.replace(/.$/, 'x'), confirmationToken(topicArn('quiet'), uuid(804))].map((Token) => ({
        input: { TopicArn, Token },
        ...invalid('Token'),
      })),
    ],
  }),
  row({
    operation: 'sns:Unsubscribe',
    world: SHOP,
    works: { SubscriptionArn: `${TopicArn}:${uuid(801)}` },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(sizeOf(topicIn(world, 'news')?.subscriptions ?? { leaf: {} })).toBe(3);
    },
    errors: [
      {
        input: { SubscriptionArn: unparsable('news') },
        ...invalid('SubscriptionArn Reason: An ARN must have at least 6 elements, not 1'),
      },
      { input: { SubscriptionArn: TopicArn }, ...invalid('SubscriptionId') },
      { input: { SubscriptionArn: queueArn('jobs') }, ...invalid('SubscriptionArn') },
    ],
  }),
  row({
    operation: 'sns:Unsubscribe',
    world: SHOP,
    works: { SubscriptionArn: `${TopicArn}:${uuid(1)}` },
    then: (_output, world) => expect(topicIn(world, 'news')).toBe(NEWS),
    errors: [],
  }),
  row({
    operation: 'sns:ListSubscriptions',
    world: SHOP,
    works: {},
    then: (output) =>
      expect(output).toEqual({ Subscriptions: SHOWN.filter(({ Owner }) => Owner === BOOKSHOP) }),
    errors: [],
  }),
  row({
    operation: 'sns:ListSubscriptionsByTopic',
    world: SHOP,
    works: { TopicArn },
    then: (output) => expect(output).toEqual({ Subscriptions: SHOWN }),
    errors: noTopic({}),
  }),
  row({
    operation: 'sns:AddPermission',
    world: SHOP,
    works: { TopicArn, Label: 'both', AWSAccountId: [NEIGHBOUR], ActionName: ['Publish', 'Subscribe'] },
    then: (output, world) => {
      expect(output).toEqual({});
      const document: unknown = JSON.parse(topicIn(world, 'news')?.policy ?? '');
      expect(document).toEqual({
        Version: '2012-10-17',
        Statement: [
          statement(),
          {
            Sid: 'both',
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:root` },
            Action: ['SNS:Publish', 'SNS:Subscribe'],
            Resource: TopicArn,
          },
        ],
      });
    },
    errors: [
      ...noTopic({ Label: 'a', AWSAccountId: [NEIGHBOUR], ActionName: ['Publish'] }),
      ...[
        { change: { Label: 'press' }, fault: 'Statement already exists' },
        { change: { Label: '' }, fault: 'Label' },
        { change: { Label: 'x'.repeat(30_720) }, fault: 'Policy Error: null' },
        { change: { AWSAccountId: [] }, fault: 'AWSAccountId' },
        { change: { AWSAccountId: ['12'] }, fault: 'Policy Error: PrincipalNotFound' },
        { change: { ActionName: [] }, fault: 'ActionName' },
        { change: { ActionName: ['CreateTopic'] }, fault: 'Policy statement action out of service scope!' },
        { change: { ActionName: ['*'] }, fault: 'Policy statement action out of service scope!' },
      ].map(({ change, fault }) => ({
        input: { TopicArn, Label: 'new', AWSAccountId: [NEIGHBOUR], ActionName: ['Publish'], ...change },
        ...invalid(fault),
      })),
    ],
  }),
  row({
    operation: 'sns:RemovePermission',
    world: SHOP,
    works: { TopicArn, Label: 'press' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(topicIn(world, 'news')?.policy).toBeNull();
    },
    errors: noTopic({ Label: 'press' }),
  }),
  row({
    operation: 'sns:RemovePermission',
    world: SHOP,
    works: { TopicArn: topicArn('quiet'), Label: 'press' },
    then: (_output, world) => expect(topicIn(world, 'quiet')).toEqual(topic('quiet')),
    errors: [],
  }),
  row({
    operation: 'sns:TagResource',
    world: SHOP,
    works: { ResourceArn: TopicArn, Tags: [TAG('team', 'books'), TAG('Team')] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(topicIn(world, 'news')?.tags).toEqual({ team: 'books', Team: '' });
    },
    errors: [
      ...noResource({ Tags: [TAG('a')] }),
      ...BAD_TAGS.map(({ tags, ...error }) => ({ input: { ResourceArn: TopicArn, Tags: tags }, ...error })),
      {
        input: { ResourceArn: TopicArn, Tags: [TAG('')] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1",
      },
    ],
  }),
  row({
    operation: 'sns:UntagResource',
    world: SHOP,
    works: { ResourceArn: TopicArn, TagKeys: ['team', 'other'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(topicIn(world, 'news')?.tags).toEqual({});
    },
    errors: noResource({ TagKeys: ['a'] }),
  }),
  row({
    operation: 'sns:ListTagsForResource',
    world: SHOP,
    works: { ResourceArn: TopicArn },
    then: (output) => expect(output).toEqual({ Tags: [TAG('team', 'sales')] }),
    errors: noResource({}),
  }),
];
