// Tests for calls by name: what is simulated is answered, and what is not is told and never played.
import { describe, expect, test } from 'vitest';
import { environment, ROOT, WORLD } from '../../tests/fixtures/world.ts';
import { loadVocabulary } from '../aws/catalogue.ts';
import { callByName } from './call-by-name.ts';
import { execute } from './execute.ts';

const actions = (await loadVocabulary()).actions;
const ask = (operation: string, input: Readonly<Record<string, unknown>> = {}) =>
  callByName(WORLD, ROOT, { operation, input }, environment(), actions);

test('a simulated operation is executed, whatever the letter case of its name', () => {
  const call = { operation: 'iam:GetUser', input: { UserName: 'noor' } } as const;
  const outcome = execute(WORLD, ROOT, call, environment());
  expect(ask('iam:GetUser', call.input)).toEqual({ kind: 'answered', outcome });
  expect(ask('IAM:getuser', call.input)).toEqual({ kind: 'answered', outcome });
});

test('an operation that AWS has and Rolecall has not is no error of AWS', () =>
  expect(ask('rds:CreateDBInstance')).toEqual({
    kind: 'notSimulated',
    operation: 'rds:CreateDBInstance',
    message: 'rds:CreateDBInstance is an operation of AWS that Rolecall does not simulate.',
  }));

test.each(['iam:CreateUsr', 'constructor', ''])('%o is no operation', (name) =>
  expect(ask(name)).toMatchObject({ kind: 'unknown' }),
);

describe('a request that no client would send', () => {
  test.each([
    ['iam:GetUser', { Username: 'noor' }, 'There is no parameter Username. Did you mean UserName?'],
    ['iam:GetUser', { constructor: 'noor' }, 'There is no parameter constructor.'],
    ['iam:GetUser', { UserName: 5 }, 'UserName has to be a text.'],
    ['iam:ListUsers', { MaxItems: '5' }, 'MaxItems has to be a whole number.'],
    ['iam:TagUser', { UserName: 'noor', Tags: { a: 'b' } }, 'Tags has to be a list.'],
    ['iam:TagUser', { UserName: 'noor', Tags: [{ Key: 'a', Value: 1 }] }, 'Tags[0].Value has to be a text.'],
    ['sqs:CreateQueue', { QueueName: 'a', tags: { a: null } }, 'tags[a] has to be a text.'],
    [
      'dynamodb:PutItem',
      { TableName: 'loans', Item: { a: new Date(0) } },
      'Item[a] has to be a value of JSON.',
    ],
  ])('%s %o', (operation, input, message) =>
    expect(ask(operation, input)).toEqual({ kind: 'badInput', message }),
  );
});

test('execute says of a name that nobody checked what is wrong with it', () => {
  const call = { operation: 'iam:Nothing', input: {} } as unknown as Parameters<typeof execute>[2];
  expect(() => execute(WORLD, ROOT, call, environment())).toThrow('iam:Nothing is not simulated');
});
