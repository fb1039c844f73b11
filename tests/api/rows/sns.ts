// Rows: topics, their attributes, policies and tags.
import { expect } from 'vitest';
import { topic, topicArn, topicIn } from '../../fixtures/messaging.ts';
import { BOOKSHOP, NEIGHBOUR, NOW, policyText } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { markerAfter } from './marker.ts';
import {
  TopicArn,
  MISSING,
  statement,
  POLICY,
  NEWS,
  SHOP,
  badTopicArn,
  noTopic,
  noResource,
  invalid,
  BAD_POLICIES,
  TAG,
  BAD_TAGS,
} from './sns-shop.ts';

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
      {
        input: { Name: 'a.fifo' },
        code: 'NotSimulated',
        message: 'FIFO topics are a feature of AWS that Rolecall does not simulate.',
      },
      {
        input: { Name: 'new', Attributes: { FifoTopic: 'true' } },
        code: 'NotSimulated',
        message: 'FIFO topics are a feature of AWS that Rolecall does not simulate.',
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
    errors: [{ input: { NextToken: '1' }, ...invalid('NextToken') }],
  }),
  row({
    operation: 'sns:ListTopics',
    world: SHOP,
    works: { NextToken: markerAfter('oddments') },
    then: (output) => expect(output).toEqual({ Topics: [{ TopicArn: topicArn('quiet') }] }),
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
        code: 'NotSimulated',
        message: 'FIFO topics are a feature of AWS that Rolecall does not simulate.',
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
