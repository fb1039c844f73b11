// Fine-grained access: items and attributes that a policy lets a caller reach; tables of other accounts; pages.
import { describe, expect, test } from 'vitest';
import { outputOf } from '../../../../tests/fixtures/ask.ts';
import { LOANS, LOANS_ARN, WITH_LOANS, withTables } from '../../../../tests/fixtures/loans.ts';
import {
  allow,
  caller,
  environment,
  NEIGHBOUR,
  policyText,
  ROOT,
  user,
  withUser,
} from '../../../../tests/fixtures/world.ts';
import type { Caller } from '../../../account/caller.ts';
import { entriesOf, tableOf, withValue } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import type { ApiCall } from '../../call.ts';
import { execute } from '../../execute.ts';
import type { Read } from './reading.ts';

const ask = (world: World, call: ApiCall, who: Caller = caller('noor')) =>
  execute(world, who, call, environment());

const noorMay = (condition: object, ...actions: readonly string[]): World =>
  withUser(
    'noor',
    { inline: { Own: policyText({ ...allow(actions, LOANS_ARN), Condition: condition }) } },
    WITH_LOANS,
  );

const ADA_2 = { reader: { S: 'ada' }, day: { N: '2' } };
const BO_3 = { reader: { S: 'bo' }, day: { N: '3' } };

describe('leading keys', () => {
  const world = noorMay({ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['ada'] } }, 'dynamodb:*');
  const named = noorMay(
    {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['ada'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
    'dynamodb:*',
  );
  const query = (reader: string): ApiCall => ({
    operation: 'dynamodb:Query',
    input: {
      TableName: 'loans',
      KeyConditionExpression: '#r = :r',
      ExpressionAttributeNames: { '#r': 'reader' },
      ExpressionAttributeValues: { ':r': { S: reader } },
    },
  });

  test.each<[string, ApiCall, boolean]>([
    ['get', { operation: 'dynamodb:GetItem', input: { TableName: 'loans', Key: ADA_2 } }, true],
    ['get', { operation: 'dynamodb:GetItem', input: { TableName: 'loans', Key: BO_3 } }, false],
    ['put', { operation: 'dynamodb:PutItem', input: { TableName: 'loans', Item: BO_3 } }, false],
    ['update', { operation: 'dynamodb:UpdateItem', input: { TableName: 'loans', Key: BO_3 } }, false],
    ['delete', { operation: 'dynamodb:DeleteItem', input: { TableName: 'loans', Key: ADA_2 } }, true],
    ['query', query('ada'), true],
    ['query', query('bo'), false],
    [
      'batch',
      { operation: 'dynamodb:BatchGetItem', input: { RequestItems: { loans: { Keys: [ADA_2, BO_3] } } } },
      false,
    ],
    [
      'batch',
      {
        operation: 'dynamodb:BatchWriteItem',
        input: { RequestItems: { loans: [{ DeleteRequest: { Key: ADA_2 } }] } },
      },
      true,
    ],
  ])('%s %j: %s', (_name, call, isAllowed) => {
    expect(ask(world, call).result.ok).toBe(isAllowed);
    expect(ask(named, call).result.ok).toBe(isAllowed);
  });

  test('a Scan has none: only a policy that asks for them keeps it out', () => {
    const scan: ApiCall = { operation: 'dynamodb:Scan', input: { TableName: 'loans' } };
    expect(ask(world, scan).result.ok).toBe(true);
    expect(ask(named, scan).result).toMatchObject({ error: { code: 'AccessDeniedException' } });
  });
});

describe('attributes', () => {
  const world = noorMay(
    {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['reader', 'day', 'book'] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    },
    'dynamodb:GetItem',
    'dynamodb:UpdateItem',
  );
  const get = (projection: object): ApiCall => ({
    operation: 'dynamodb:GetItem',
    input: { TableName: 'loans', Key: ADA_2, ...projection },
  });

  test.each<[string, ApiCall, boolean]>([
    ['those named', get({ ProjectionExpression: 'book' }), true],
    [
      'those behind a placeholder',
      get({ ProjectionExpression: '#s', ExpressionAttributeNames: { '#s': 'stars' } }),
      false,
    ],
    ['all', get({}), false],
    [
      'those written',
      {
        operation: 'dynamodb:UpdateItem',
        input: { TableName: 'loans', Key: ADA_2, UpdateExpression: 'REMOVE stars' },
      },
      false,
    ],
    [
      'those a condition looks at',
      {
        operation: 'dynamodb:UpdateItem',
        input: {
          TableName: 'loans',
          Key: ADA_2,
          UpdateExpression: 'REMOVE book',
          ConditionExpression: 'attribute_exists(stars)',
        },
      },
      false,
    ],
  ])('%s', (_name, call, isAllowed) => expect(ask(world, call).result.ok).toBe(isAllowed));

  test('what a write answers is told too', () => {
    const quiet = noorMay({ StringEquals: { 'dynamodb:ReturnValues': 'NONE' } }, 'dynamodb:DeleteItem');
    const drop = (more: object): ApiCall => ({
      operation: 'dynamodb:DeleteItem',
      input: { TableName: 'loans', Key: ADA_2, ...more },
    });
    expect(ask(quiet, drop({})).result.ok).toBe(true);
    expect(ask(quiet, drop({ ReturnValues: 'ALL_OLD' })).result.ok).toBe(false);
  });
});

test('a table of another account is reached by its ARN, with its policy', () => {
  const kim = caller('kim', NEIGHBOUR);
  const policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::444455556666:user/kim' },
    Action: 'dynamodb:GetItem',
    Resource: LOANS_ARN,
  });
  const world = withTables([{ ...LOANS, policy }]);
  const neighbour = world.accounts[NEIGHBOUR];
  const own = policyText(allow('dynamodb:*'));
  const ready: World = {
    ...world,
    accounts: {
      ...world.accounts,
      ...(neighbour && {
        [NEIGHBOUR]: {
          ...neighbour,
          users: withValue(neighbour.users, 'kim', user('kim', [], { inline: { Own: own } })),
        },
      }),
    },
  };
  const get = (TableName: string) =>
    ask(ready, { operation: 'dynamodb:GetItem', input: { TableName, Key: ADA_2 } }, kim).result;
  expect(get(LOANS_ARN)).toMatchObject({ ok: true, output: { Item: { book: { S: 'Emma' } } } });
  expect(get('loans')).toMatchObject({ error: { code: 'ResourceNotFoundException' } });
  expect(
    ask(ready, { operation: 'dynamodb:DeleteTable', input: { TableName: LOANS_ARN } }, kim).result,
  ).toMatchObject({ error: { code: 'AccessDeniedException' } });
});

test('pages: a Query goes on after the last item that was looked at', () => {
  const page = (ExclusiveStartKey?: typeof ADA_2) => {
    const { result } = execute(
      WITH_LOANS,
      ROOT,
      {
        operation: 'dynamodb:Query',
        input: {
          TableName: 'loans',
          KeyConditionExpression: 'reader = :r AND day > :d',
          ExpressionAttributeValues: { ':r': { S: 'ada' }, ':d': { N: '-2' } },
          Limit: 2,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        },
      },
      environment(),
    );
    if (!result.ok) throw new Error(result.error.message);
    return result.output;
  };
  const first = page();
  expect(first.Items?.map(({ day }) => day)).toEqual([{ N: '-1' }, { N: '2' }]);
  expect(first.LastEvaluatedKey).toEqual(ADA_2);
  const second = page(ADA_2);
  expect(second.Items?.map(({ day }) => day)).toEqual([{ N: '10' }]);
  expect(second.LastEvaluatedKey).toBeUndefined();
});

const OF_ADA = {
  KeyConditionExpression: 'reader = :r',
  ExpressionAttributeValues: { ':r': { S: 'ada' } },
} as const;

test.each([
  ['dynamodb:Scan', {}],
  ['dynamodb:Query', OF_ADA],
  ['dynamodb:Query', { ...OF_ADA, ScanIndexForward: false }],
] as const)(
  '%s %j: a limit that stopped the read says where, at the end too; a key that is gone hides nothing',
  (operation, more) => {
    const page = (on: World, Limit: number, ExclusiveStartKey?: object) =>
      outputOf(
        ask(
          on,
          {
            operation,
            input: { TableName: 'loans', ...more, Limit, ...(ExclusiveStartKey && { ExclusiveStartKey }) },
          } as ApiCall,
          ROOT,
        ),
      ) as unknown as Read;
    const { Items: all = [], LastEvaluatedKey: end } = page(WITH_LOANS, 100);
    expect(end).toBeUndefined();
    const whole = page(WITH_LOANS, all.length);
    expect(whole.LastEvaluatedKey).toBeDefined();
    const behind = page(WITH_LOANS, 1, whole.LastEvaluatedKey);
    expect(behind).toEqual({ Items: [], Count: 0, ScannedCount: 0 });
    const { LastEvaluatedKey: first } = page(WITH_LOANS, 1);
    const gone = withTables([
      {
        ...LOANS,
        items: tableOf(
          Object.fromEntries(
            entriesOf(LOANS.items).filter(([, text]) => !text.includes(JSON.stringify(all[0]?.book))),
          ),
        ),
      },
    ]);
    expect(page(gone, 100).Items).toEqual(all.slice(1));
    expect(page(gone, 100, first).Items).toEqual(all.slice(1));
  },
);

test('what a world holds that is no item is passed over', () => {
  const world = withTables([{ ...LOANS, items: tableOf({ a: 'no JSON', b: '[]', c: '{"x":{"S":1}}' }) }]);
  const { result } = ask(world, { operation: 'dynamodb:Scan', input: { TableName: 'loans' } }, ROOT);
  expect(result).toMatchObject({ ok: true, output: { Count: 0, Items: [] } });
});
