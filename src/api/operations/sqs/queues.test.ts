// Queues over time and between accounts: who may send and receive, in which words others are refused, who sees what when.
import { describe, expect, test } from 'vitest';
import { errorOf, outputOf } from '../../../../tests/fixtures/ask.ts';
import {
  filed,
  message,
  queue,
  queueArn,
  queueIn,
  queueUrl,
  uuid,
  withNeighbour,
} from '../../../../tests/fixtures/messaging.ts';
import {
  allow,
  BOOKSHOP,
  caller,
  environment,
  NEIGHBOUR,
  NOW,
  policyText,
  ROOT,
  user,
  adding,
  withBookshop,
  withUser,
} from '../../../../tests/fixtures/world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import { ANONYMOUS, type Caller } from '../../../account/caller.ts';
import type { Queue } from '../../../account/resources.ts';
import { valuesOf } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { addSeconds } from '../../../aws/instant.ts';
import type { ApiCall } from '../../call.ts';
import { execute } from '../../execute.ts';

const QueueUrl = queueUrl('jobs');
const kim = caller('kim', NEIGHBOUR);
const noor = caller('noor');

const shop = (more: Partial<Queue> = {}): World =>
  withBookshop((account) => ({
    ...account,
    queues: filed(queue('jobs', [message(901, { sent: NOW, visible: NOW })], more)),
  }));

const ask = (world: World, who: Caller, call: ApiCall, now = NOW) =>
  execute(world, who, call, { ...environment(), now });

const send: ApiCall = { operation: 'sqs:SendMessage', input: { QueueUrl, MessageBody: 'Hello' } };
const receive: ApiCall = { operation: 'sqs:ReceiveMessage', input: { QueueUrl } };

const letting = (principal: unknown, action = 'sqs:SendMessage'): string =>
  policyText({ Effect: 'Allow', Principal: principal, Action: action, Resource: queueArn('jobs') });

describe('who may send', () => {
  test('whoever may not is told so in the words of SQS', () => {
    expect(errorOf(ask(shop(), noor, send))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: `User: arn:aws:iam::${BOOKSHOP}:user/noor is not authorized to perform: sqs:sendmessage on resource: ${queueArn('jobs')} because no identity-based policy allows the sqs:sendmessage action`,
    });
  });

  test('a queue that is not there is told only to those who may send to it', () => {
    const missing: ApiCall = {
      operation: 'sqs:SendMessage',
      input: { QueueUrl: queueUrl('no'), MessageBody: 'Hello' },
    };
    expect(errorOf(ask(shop(), noor, missing))?.code).toBe('AccessDenied');
    expect(errorOf(ask(shop(), ROOT, missing))?.code).toBe('AWS.SimpleQueueService.NonExistentQueue');
  });

  test('within the account the policy of the queue is enough', () => {
    const policy = letting({ AWS: `arn:aws:iam::${BOOKSHOP}:user/noor` });
    expect(errorOf(ask(shop({ policy }), noor, send))).toBeNull();
  });

  test('from another account both sides have to allow it', () => {
    const policy = letting({ AWS: NEIGHBOUR });
    const withPermission = (world: World) =>
      withNeighbour(
        (account) => ({
          ...account,
          users: adding(account.users, user('kim', [], { inline: { Send: policyText(allow('sqs:*')) } })),
        }),
        world,
      );
    expect(errorOf(ask(shop({ policy }), kim, send))?.code).toBe('AccessDenied');
    expect(errorOf(ask(withPermission(shop()), kim, send))?.message).toBe(
      `User: arn:aws:iam::${NEIGHBOUR}:user/kim is not authorized to perform: sqs:sendmessage on resource: ${queueArn('jobs')}`,
    );
    const world = withPermission(shop({ policy }));
    const sent = applyChanges(world, ask(world, kim, send).changes);
    expect(valuesOf(queueIn(sent, 'jobs')?.messages ?? { leaf: {} })).toContainEqual(
      message(1, { body: 'Hello', sent: NOW, visible: NOW, sender: 'AIDAKIMAAAAAAAAAAAAAA' }),
    );
  });

  test('other accounts only use messages, whatever the policy says', () => {
    const world = withNeighbour(
      (account) => ({
        ...account,
        users: adding(account.users, user('kim', [], { inline: { All: policyText(allow('sqs:*')) } })),
      }),
      shop({ policy: letting('*', 'sqs:*') }),
    );
    expect(errorOf(ask(world, kim, receive))).toBeNull();
    expect(errorOf(ask(world, kim, { operation: 'sqs:PurgeQueue', input: { QueueUrl } }))).toBeNull();
    for (const call of [
      { operation: 'sqs:DeleteQueue', input: { QueueUrl } },
      { operation: 'sqs:ListQueueTags', input: { QueueUrl } },
      { operation: 'sqs:RemovePermission', input: { QueueUrl, Label: 'x' } },
    ] as const)
      expect(errorOf(ask(world, kim, call))?.code).toBe('AccessDenied');
  });

  test('nobody may, where everybody may, and is known by the address', () => {
    const world = shop({ policy: letting('*') });
    expect(errorOf(ask(shop(), ANONYMOUS, send))?.code).toBe('AccessDenied');
    const sent = applyChanges(world, ask(world, ANONYMOUS, send).changes);
    expect(valuesOf(queueIn(sent, 'jobs')?.messages ?? { leaf: {} }).map(({ sender }) => sender)).toContain(
      '203.0.113.10',
    );
  });

  test('tags of a new queue need a permission of their own', () => {
    const world = withUser('noor', { inline: { Make: policyText(allow('sqs:CreateQueue')) } });
    const create = (tags?: Readonly<Record<string, string>>): ApiCall => ({
      operation: 'sqs:CreateQueue',
      input: { QueueName: 'new', ...(tags && { tags }) },
    });
    expect(errorOf(ask(world, noor, create()))).toBeNull();
    expect(errorOf(ask(world, noor, create({ team: 'x' })))?.message).toContain('sqs:tagqueue');
  });
});

test('what is received is out of sight until its timeout has passed, and then comes again', () => {
  const first = ask(shop(), ROOT, receive);
  expect(outputOf(first)).toMatchObject({ Messages: [{ MessageId: uuid(901), Body: 'Message 901' }] });
  const world = applyChanges(shop(), first.changes);
  expect(outputOf(ask(world, ROOT, receive, addSeconds(NOW, 29)))).toEqual({});
  const again = ask(world, ROOT, receive, addSeconds(NOW, 30));
  expect(outputOf(again)).toMatchObject({ Messages: [{ MessageId: uuid(901) }] });
  expect(
    valuesOf(queueIn(applyChanges(world, again.changes), 'jobs')?.messages ?? { leaf: {} }),
  ).toMatchObject([{ receives: 2, received: NOW }]);
});

test('no event holds what is in a message', () => {
  const sent = ask(shop(), ROOT, send);
  expect(sent.event.requestParameters).toEqual({
    queueUrl: QueueUrl,
    messageBody: 'HIDDEN_DUE_TO_SECURITY_REASONS',
  });
  expect(sent.event.eventCategory).toBe('Data');
  expect(ask(shop(), ROOT, receive).event.responseElements).toBeNull();
});
