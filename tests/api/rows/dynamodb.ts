// Rows: items of DynamoDB, written and read one by one and in batches.
import { expect } from 'vitest';
import { EMPTY, lookup, recordOf, tableOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { BOOKSHOP } from '../../fixtures/world.ts';
import { LOANS, LOANS_ARN, WITH_LOANS, withTables } from '../../fixtures/loans.ts';
import { row } from '../row.ts';

export const itemsIn = (world: World, table = 'loans'): Readonly<Record<string, string>> => {
  const tables = world.accounts[BOOKSHOP]?.dynamoTables;
  return recordOf((tables && lookup(tables, `us-east-1/${table}`)?.items) ?? EMPTY);
};
const itemIn = (world: World, name: string, table = 'loans'): unknown =>
  JSON.parse(itemsIn(world, table)[name] ?? 'null');

export const validation = <Input>(input: Input, message: string) => ({
  input,
  code: 'ValidationException',
  message,
});

/** Tables that are not there, and names that are none. */
export const noTable = <Input>(
  of: (TableName: string) => Input,
  message = 'Requested resource not found',
) => [
  { input: of('loons'), code: 'ResourceNotFoundException', message },
  {
    input: of('arn:aws:dynamodb:eu-central-1:111122223333:table/loons'),
    code: 'ResourceNotFoundException',
    message,
  },
  validation(
    of('the loans'),
    "1 validation error detected: Value 'the loans' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
  ),
  validation(
    of('ab'),
    "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3",
  ),
  validation(
    of('a'.repeat(256)),
    `1 validation error detected: Value '${'a'.repeat(256)}' at 'tableName' failed to satisfy constraint: Member must have length less than or equal to 255`,
  ),
  validation(
    of('arn:aws:dynamodb:us-east-1:111122223333:loans'),
    'Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb:us-east-1:111122223333:loans',
  ),
];

export const ADA_2 = { reader: { S: 'ada' }, day: { N: '2.0' } };
export const NEW = { reader: { S: 'cy' }, day: { N: '5' } };

export const badKey = <Input>(of: (Key: typeof NEW) => Input) => [
  ...[{ reader: { S: 'ada' } }, { ...ADA_2, book: { S: 'Emma' } }, { ...ADA_2, day: { S: '2' } }].map((key) =>
    validation(of(key as typeof NEW), 'The provided key element does not match the schema'),
  ),
  validation(
    of({ ...ADA_2, reader: { S: '' } }),
    'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: reader',
  ),
  validation(
    of({ ...ADA_2, reader: {} } as typeof NEW),
    'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  ),
];

const failed = <Input>(input: Input) => ({
  input,
  code: 'ConditionalCheckFailedException',
  message: 'The conditional request failed',
});

const full = (characters: number) =>
  withTables([
    {
      ...LOANS,
      items: tableOf(
        Object.fromEntries(
          Array.from({ length: 4 }, (_, at) => [
            `["x","${at}"]`,
            JSON.stringify({ a: { S: 'x'.repeat(characters) } }),
          ]),
        ),
      ),
    },
  ]);
export const sandboxFull = {
  world: full(499_990),
  code: 'SandboxFull',
  message:
    'This sandbox keeps 2,000,000 characters in all tables of an account together, so that the account can still be shared as a file. Delete some items first.',
};
export const manyItems = {
  world: withTables([
    {
      ...LOANS,
      items: tableOf(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`["x","${at}"]`, '{}']))),
    },
  ]),
  code: 'SandboxFull',
  message: 'This sandbox keeps 10,000 items in a table. Delete some first.',
};

const PUT = { TableName: 'loans', Item: NEW } as const;
const UPDATE = { TableName: 'loans', Key: ADA_2 } as const;
export const ADA = { ExpressionAttributeValues: { ':a': { S: 'ada' } } } as const;

export const tooLarge = { ...NEW, text: { S: 'x'.repeat(409_600) } };

export const DYNAMODB = [
  row({
    operation: 'dynamodb:PutItem',
    world: WITH_LOANS,
    works: {
      TableName: LOANS_ARN,
      Item: { ...ADA_2, stars: { N: '+05.10' }, tags: { SS: ['b', 'a'] } },
      ConditionExpression: '#b = :emma AND attribute_exists(stars)',
      ExpressionAttributeNames: { '#b': 'book' },
      ExpressionAttributeValues: { ':emma': { S: 'Emma' } },
      ReturnValues: 'ALL_OLD',
    },
    then: (output, world) => {
      expect(output).toEqual({
        Attributes: { reader: { S: 'ada' }, day: { N: '2' }, book: { S: 'Emma' }, stars: { N: '4' } },
      });
      expect(itemIn(world, '["ada","2"]')).toEqual({
        reader: { S: 'ada' },
        day: { N: '2' },
        stars: { N: '5.1' },
        tags: { SS: ['a', 'b'] },
      });
    },
    errors: [
      ...noTable((TableName) => ({ ...PUT, TableName })),
      validation({ ...PUT, ReturnValues: 'ALL_NEW' }, 'ReturnValues can only be ALL_OLD or NONE'),
      validation(
        { ...PUT, Item: { reader: { S: 'cy' } } },
        'One or more parameter values were invalid: Missing the key day in the item',
      ),
      validation(
        { ...PUT, Item: { reader: { S: 'cy' }, day: { S: '5' } } },
        'One or more parameter values were invalid: Type mismatch for key day expected: N actual: S',
      ),
      validation(
        { ...PUT, Item: { ...NEW, reader: { S: '' } } },
        'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: reader',
      ),
      validation(
        { ...PUT, Item: { ...NEW, reader: { S: 'é'.repeat(1025) } } },
        'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
      ),
      validation(
        { ...PUT, Item: { ...NEW, a: { S: 'x', N: '1' } } },
        'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
      ),
      validation({ ...PUT, Item: tooLarge }, 'Item size has exceeded the maximum allowed size'),
      { input: PUT, ...sandboxFull },
      { input: PUT, ...manyItems },
      failed({ ...PUT, ConditionExpression: 'attribute_exists(reader)' }),
      failed({ ...PUT, Item: ADA_2, ConditionExpression: 'attribute_not_exists(reader)' }),
      validation(
        { ...PUT, ConditionExpression: 'book =' },
        'Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "="',
      ),
      validation(
        { ...PUT, ...ADA },
        'ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null',
      ),
    ],
  }),
  row({
    operation: 'dynamodb:GetItem',
    world: WITH_LOANS,
    works: {
      TableName: 'books',
      Key: { isbn: { S: '1' } },
      ProjectionExpression: 'shelf.#r',
      ExpressionAttributeNames: { '#r': 'row' },
    },
    then: (output) => expect(output).toEqual({ Item: { shelf: { M: { row: { N: '7' } } } } }),
    errors: [
      ...noTable((TableName) => ({ TableName, Key: ADA_2 })),
      ...badKey((Key) => ({ TableName: 'loans', Key })),
      validation(
        { TableName: 'loans', Key: ADA_2, ProjectionExpression: 'a, a.b' },
        'Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]',
      ),
      validation(
        { TableName: 'loans', Key: ADA_2, ExpressionAttributeNames: { '#a': 'a' } },
        'ExpressionAttributeNames can only be specified when using expressions',
      ),
    ],
  }),
  row({
    operation: 'dynamodb:UpdateItem',
    world: WITH_LOANS,
    works: {
      ...UPDATE,
      UpdateExpression: 'SET stars = stars + :one, #r = if_not_exists(#r, :now) REMOVE book',
      ExpressionAttributeNames: { '#r': 'returned' },
      ExpressionAttributeValues: { ':one': { N: '1' }, ':now': { BOOL: true } },
      ReturnValues: 'UPDATED_NEW',
    },
    then: (output, world) => {
      expect(output).toEqual({ Attributes: { stars: { N: '5' }, returned: { BOOL: true } } });
      expect(itemIn(world, '["ada","2"]')).toEqual({
        reader: { S: 'ada' },
        day: { N: '2' },
        stars: { N: '5' },
        returned: { BOOL: true },
      });
    },
    errors: [
      ...noTable((TableName) => ({ ...UPDATE, TableName })),
      ...badKey((Key) => ({ TableName: 'loans', Key })),
      validation(
        {
          ...UPDATE,
          UpdateExpression: 'SET day = :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
        'One or more parameter values were invalid: Cannot update attribute day. This attribute is part of the key',
      ),
      validation(
        { ...UPDATE, UpdateExpression: 'SET book = title' },
        'The provided expression refers to an attribute that does not exist in the item',
      ),
      validation(
        { ...UPDATE, UpdateExpression: 'SET shelf.#r = stars', ExpressionAttributeNames: { '#r': 'row' } },
        'The document path provided in the update expression is invalid for update',
      ),
      validation(
        { ...UPDATE, UpdateExpression: 'SET book = book + stars' },
        'An operand in the update expression has an incorrect data type',
      ),
      validation(
        { ...UPDATE, UpdateExpression: '' },
        'Invalid UpdateExpression: The expression can not be empty;',
      ),
      validation(
        { ...UPDATE, UpdateExpression: 'SET a = book SET b = book' },
        'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
      ),
      validation(
        {
          ...UPDATE,
          UpdateExpression: 'SET a = :long',
          ExpressionAttributeValues: { ':long': { S: 'x'.repeat(409_600) } },
        },
        'Item size has exceeded the maximum allowed size',
      ),
      validation(
        { ...UPDATE, ...ADA },
        'ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null',
      ),
      failed({
        ...UPDATE,
        ConditionExpression: 'stars > :a',
        ExpressionAttributeValues: { ':a': { N: '4' } },
      }),
      { input: { TableName: 'loans', Key: NEW }, ...sandboxFull },
      { input: { TableName: 'loans', Key: NEW }, ...manyItems },
    ],
  }),
  row({
    operation: 'dynamodb:DeleteItem',
    world: WITH_LOANS,
    works: {
      TableName: 'loans',
      Key: ADA_2,
      ConditionExpression: 'book = :b',
      ExpressionAttributeValues: { ':b': { S: 'Emma' } },
      ReturnValues: 'ALL_OLD',
    },
    then: (output, world) => {
      expect(output).toMatchObject({ Attributes: { book: { S: 'Emma' } } });
      expect(Object.keys(itemsIn(world))).toHaveLength(3);
    },
    errors: [
      ...noTable((TableName) => ({ TableName, Key: ADA_2 })),
      ...badKey((Key) => ({ TableName: 'loans', Key })),
      validation(
        { TableName: 'loans', Key: ADA_2, ReturnValues: 'UPDATED_OLD' },
        'ReturnValues can only be ALL_OLD or NONE',
      ),
      failed({ TableName: 'loans', Key: NEW, ConditionExpression: 'attribute_exists(reader)' }),
      validation(
        { TableName: 'loans', Key: ADA_2, ConditionExpression: 'exists(book)' },
        'Invalid ConditionExpression: Invalid function name; function: exists',
      ),
    ],
  }),
] as const;
