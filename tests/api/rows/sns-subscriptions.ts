// Rows: who has subscribed to topics, and what reaches them.
import { expect } from 'vitest';
import { lookup, sizeOf, valuesOf } from '../../../src/account/table.ts';
import { confirmationToken } from '../../../src/api/operations/sns/subscriptions.ts';
import {
  queue,
  queueArn,
  queueIn,
  subscription,
  topic,
  topicArn,
  topicIn,
  uuid,
} from '../../fixtures/messaging.ts';
import { BOOKSHOP, NEIGHBOUR } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import {
  TopicArn,
  MISSING,
  NEWS,
  SHOP,
  unparsable,
  badArn,
  noTopic,
  invalid,
  SHOWN,
  TOKEN,
} from './sns-shop.ts';

export const SNS_SUBSCRIPTIONS = [
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
    errors: [{ input: { NextToken: '1' }, ...invalid('NextToken') }],
  }),
  row({
    operation: 'sns:ListSubscriptionsByTopic',
    world: SHOP,
    works: { TopicArn },
    then: (output) => expect(output).toEqual({ Subscriptions: SHOWN }),
    errors: [...noTopic({}), { input: { TopicArn, NextToken: '1' }, ...invalid('NextToken') }],
  }),
];
