// Topics: who may publish and subscribe, what reaches the queues and functions behind them, and who has to confirm it.
import { describe, expect, test } from 'vitest';
import { errorOf, outputOf } from '../../../../tests/fixtures/ask.ts';
import {
  filed,
  functionArn,
  lambdaFunction,
  queue,
  queueArn,
  queueIn,
  serviceRole,
  subscription,
  topic,
  topicArn,
  topicIn,
  uuid,
  withNeighbour,
} from '../../../../tests/fixtures/messaging.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  caller,
  environment,
  NEIGHBOUR,
  policyText,
  ROOT,
  user,
  withBookshop,
  withUser,
} from '../../../../tests/fixtures/world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import { ANONYMOUS, type Caller } from '../../../account/caller.ts';
import type { Subscription, Topic } from '../../../account/resources.ts';
import { sizeOf, valuesOf } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { isPlainObject } from '../../../aws/json.ts';
import type { ApiCall } from '../../call.ts';
import { execute } from '../../execute.ts';
import { deliveriesOf } from './deliveries.ts';
import { topicAt, topicOfArn } from './topic.ts';
import { defaultPolicy } from './topic-policy.ts';

const TopicArn = topicArn('news');
const noor = caller('noor');
const kim = caller('kim', NEIGHBOUR);

/** A queue policy that lets SNS send, for a topic. */
const letting = (name: string, source: string, account = BOOKSHOP): string =>
  policyText({
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: queueArn(name, account),
    Condition: { ArnEquals: { 'aws:SourceArn': source } },
  });

const shop = (
  policy: string | null,
  subscriptions: readonly Subscription[] = [subscription(801, 'sqs', queueArn('jobs'))],
  more: Partial<Topic> = {},
): World =>
  withNeighbour(
    (account) => ({
      ...account,
      users: adding(
        account.users,
        user('kim', [], { inline: { All: policyText(allow(['sns:*', 'sqs:*'])) } }),
      ),
      queues: filed(queue('press', [], { policy: letting('press', TopicArn, NEIGHBOUR) })),
    }),
    withBookshop((account) => ({
      ...account,
      queues: filed(queue('jobs', [], { policy })),
      topics: filed(topic('news', subscriptions, more)),
    })),
  );

const ask = (world: World, who: Caller, call: ApiCall) => execute(world, who, call, environment());
const publish: ApiCall = { operation: 'sns:Publish', input: { TopicArn, Message: 'A new book' } };
const received = (world: World, name = 'jobs', account = BOOKSHOP): string[] =>
  valuesOf(queueIn(world, name, account)?.messages ?? { leaf: {} }).map(({ body }) => body);
const after = (world: World, who: Caller, call: ApiCall): World => {
  const outcome = ask(world, who, call);
  expect(errorOf(outcome)).toBeNull();
  return applyChanges(world, outcome.changes);
};

describe('who may publish', () => {
  test('whoever may not is told so in the words of SNS', () =>
    expect(errorOf(ask(shop(null), noor, publish))).toEqual({
      code: 'AuthorizationError',
      status: 403,
      message: `User: arn:aws:iam::${BOOKSHOP}:user/noor is not authorized to perform: SNS:Publish on resource: ${TopicArn} because no identity-based policy allows the SNS:Publish action`,
    }));

  test('the policy that a topic begins with lets nobody publish who signs for himself', () => {
    const policy = defaultPolicy({ region: 'us-east-1', account: BOOKSHOP, name: 'news' });
    expect(errorOf(ask(shop(null, [], { policy }), noor, publish))?.code).toBe('AuthorizationError');
    expect(errorOf(ask(shop(null, [], { policy }), ROOT, publish))).toBeNull();
    expect(errorOf(ask(shop(null, [], { policy }), kim, publish))?.code).toBe('AuthorizationError');
  });

  test('a topic for everybody takes in those who do not sign', () => {
    const policy = policyText({ Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: TopicArn });
    expect(errorOf(ask(shop(null, [], { policy }), ANONYMOUS, publish))).toBeNull();
    expect(errorOf(ask(shop(null), ANONYMOUS, publish))?.code).toBe('AuthorizationError');
  });

  test('a condition holds protocol and endpoint of a subscription', () => {
    const inline = {
      Subscribe: policyText({
        ...allow('sns:Subscribe'),
        Condition: {
          StringEquals: { 'sns:Protocol': 'sqs' },
          StringLike: { 'sns:Endpoint': 'arn:aws:sqs:*:jobs' },
        },
      }),
    };
    const world = withUser('noor', { inline }, shop(null));
    const subscribe = (Protocol: string, Endpoint: string): ApiCall => ({
      operation: 'sns:Subscribe',
      input: { TopicArn, Protocol, Endpoint },
    });
    expect(errorOf(ask(world, noor, subscribe('sqs', queueArn('jobs'))))).toBeNull();
    expect(errorOf(ask(world, noor, subscribe('sqs', queueArn('other'))))?.code).toBe('AuthorizationError');
    expect(errorOf(ask(world, noor, subscribe('email', 'noor@example.com')))?.code).toBe(
      'AuthorizationError',
    );
  });
});

describe('what is published', () => {
  test.each([
    ['arrives where the queue lets SNS in for this topic', letting('jobs', TopicArn), 1],
    ['is lost where the queue has no policy', null, 0],
    ['is lost where the queue lets another topic in', letting('jobs', topicArn('other')), 0],
    [
      'is lost where the queue lets the account in, which SNS is not',
      policyText({
        Effect: 'Allow',
        Principal: { AWS: BOOKSHOP },
        Action: 'sqs:*',
        Resource: queueArn('jobs'),
      }),
      0,
    ],
  ])('%s', (_, policy, count) => {
    const outcome = ask(shop(policy), ROOT, publish);
    expect(outputOf(outcome)).toHaveProperty('MessageId');
    expect(received(applyChanges(shop(policy), outcome.changes))).toHaveLength(count);
  });

  test('is not for those who have not confirmed', () => {
    const world = shop(letting('jobs', TopicArn), [
      subscription(801, 'sqs', queueArn('jobs'), { pending: true }),
    ]);
    expect(received(after(world, ROOT, publish))).toEqual([]);
  });

  test('goes nowhere where the queue is gone', () =>
    expect(ask(shop(null, [subscription(801, 'sqs', queueArn('gone'))]), ROOT, publish).changes).toEqual([]));

  test('invokes a function that lets SNS in', () => {
    const letIn = policyText({
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: functionArn('open'),
      Condition: { ArnLike: { 'AWS:SourceArn': TopicArn } },
    });
    const role = serviceRole('Runner', 'lambda.amazonaws.com');
    const world = withBookshop(
      (account) => ({
        ...account,
        functions: filed(lambdaFunction('open', role, { policy: letIn }), lambdaFunction('shut', role)),
      }),
      shop(null, [
        subscription(801, 'lambda', functionArn('open')),
        subscription(802, 'lambda', functionArn('shut')),
        subscription(803, 'lambda', functionArn('gone')),
        subscription(804, 'email', 'noor@example.com'),
      ]),
    );
    const found = topicAt(world, topicOfArn(TopicArn));
    if (!found) throw new Error('The fixture has no topic.');
    expect(
      deliveriesOf(world, found, environment()).map(({ evaluation }) => evaluation?.decision.outcome),
    ).toEqual(['allow', 'implicitDeny', undefined, undefined]);
  });
});

describe('a queue of another account', () => {
  const subscribe: ApiCall = {
    operation: 'sns:Subscribe',
    input: { TopicArn, Protocol: 'sqs', Endpoint: queueArn('press', NEIGHBOUR) },
  };
  const policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: NEIGHBOUR },
    Action: 'sns:Subscribe',
    Resource: TopicArn,
  });

  test('subscribed by its own account needs no confirmation', () => {
    const world = after(shop(null, [], { policy }), kim, subscribe);
    expect(valuesOf(topicIn(world, 'news')?.subscriptions ?? { leaf: {} })).toEqual([
      subscription(1, 'sqs', queueArn('press', NEIGHBOUR), { owner: NEIGHBOUR }),
    ]);
    expect(received(after(world, ROOT, publish), 'press', NEIGHBOUR)).toHaveLength(1);
    // What is its own it may end as well, though the topic says nothing of that.
    const end: ApiCall = {
      operation: 'sns:Unsubscribe',
      input: { SubscriptionArn: `${TopicArn}:${uuid(1)}` },
    };
    expect(sizeOf(topicIn(after(world, kim, end), 'news')?.subscriptions ?? { leaf: {} })).toBe(0);
  });

  test('subscribed by the account of the topic has to confirm, with a token that it is sent', () => {
    const world = after(shop(null, []), ROOT, subscribe);
    const [invitation = '', ...rest] = received(world, 'press', NEIGHBOUR);
    expect(rest).toEqual([]);
    const sent: unknown = JSON.parse(invitation);
    expect(sent).toMatchObject({ Type: 'SubscriptionConfirmation', TopicArn });
    const Token = isPlainObject(sent) ? String(sent['Token']) : '';
    const confirmed = after(world, ANONYMOUS, {
      operation: 'sns:ConfirmSubscription',
      input: { TopicArn, Token },
    });
    expect(received(after(world, ROOT, publish), 'press', NEIGHBOUR)).toHaveLength(1);
    expect(received(after(confirmed, ROOT, publish), 'press', NEIGHBOUR)).toHaveLength(2);
  });
});

test('no event holds what was published', () =>
  expect(ask(shop(null), ROOT, publish).event.requestParameters).toEqual({
    topicArn: TopicArn,
    message: 'HIDDEN_DUE_TO_SECURITY_REASONS',
  }));
