// Rows: items of DynamoDB, read and written many at a time.
import { expect } from 'vitest';
import { recordOf } from '../../../src/account/table.ts';
import { BOOKS, WITH_LOANS } from '../../fixtures/loans.ts';
import { row } from '../row.ts';
import {
  ADA,
  ADA_2,
  badKey,
  itemsIn,
  manyItems,
  NEW,
  noTable,
  sandboxFull,
  tooLarge,
  validation,
} from './dynamodb.ts';

const QUERY = { TableName: 'loans' } as const;

const badSelect = <Input>(input: Input) => [
  validation(
    { ...input, Select: 'ALL_PROJECTED_ATTRIBUTES' },
    'One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
  ),
  validation(
    { ...input, Select: 'SPECIFIC_ATTRIBUTES' },
    'One or more parameter values were invalid: Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
  ),
  validation(
    { ...input, Select: 'COUNT', ProjectionExpression: 'book' },
    'Cannot specify the ProjectionExpression when choosing to get COUNT',
  ),
  validation(
    { ...input, ExclusiveStartKey: { reader: { S: 'ada' } } },
    'The provided starting key is invalid',
  ),
];

export const DYNAMODB_MANY = [
  row({
    operation: 'dynamodb:Query',
    world: WITH_LOANS,
    works: {
      ...QUERY,
      KeyConditionExpression: 'reader = :a AND #d BETWEEN :from AND :to',
      FilterExpression: 'book <> :b',
      ExpressionAttributeNames: { '#d': 'day' },
      ExpressionAttributeValues: {
        ':a': { S: 'ada' },
        ':b': { S: 'Emma' },
        ':from': { N: '-1' },
        ':to': { N: '1e1' },
      },
      ScanIndexForward: false,
    },
    then: ({ Items, ...counts }) => {
      expect(Items?.map(({ day }) => day)).toEqual([{ N: '10' }, { N: '-1' }]);
      expect(counts).toEqual({ Count: 2, ScannedCount: 3 });
    },
    errors: [
      ...noTable((TableName) => ({ TableName, KeyConditionExpression: 'reader = :a', ...ADA })),
      ...badSelect({ ...QUERY, KeyConditionExpression: 'reader = :a', ...ADA }),
      validation(
        QUERY,
        'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
      ),
      validation(
        { ...QUERY, KeyConditionExpression: 'day = :a', ExpressionAttributeValues: { ':a': { N: '1' } } },
        'Query condition missed key schema element: reader',
      ),
      validation(
        { ...QUERY, KeyConditionExpression: 'reader = :a AND book = :a', ...ADA },
        'Query condition missed key schema element: day',
      ),
      validation(
        { ...QUERY, KeyConditionExpression: 'reader > :a', ...ADA },
        'Query key condition not supported',
      ),
      validation(
        { ...QUERY, KeyConditionExpression: 'reader = :a OR reader = :a', ...ADA },
        'Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR',
      ),
      validation(
        { ...QUERY, KeyConditionExpression: 'reader <> :a', ...ADA },
        'Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: <>',
      ),
      validation(
        { ...QUERY, KeyConditionExpression: 'reader = :a AND day > :a', ...ADA },
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      ),
      validation(
        {
          ...QUERY,
          KeyConditionExpression: 'reader = :a AND day BETWEEN :hi AND :lo',
          ExpressionAttributeValues: { ':a': { S: 'ada' }, ':hi': { N: '9' }, ':lo': { N: '1' } },
        },
        'Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:9}, upper bound operand: AttributeValue: {N:1}',
      ),
      validation(
        { ...QUERY, KeyConditionExpression: 'reader = :a', FilterExpression: 'reader = :a', ...ADA },
        'Filter Expression can only contain non-primary key attributes: Primary key attribute: reader',
      ),
    ],
  }),
  row({
    operation: 'dynamodb:Scan',
    world: WITH_LOANS,
    works: {
      TableName: 'loans',
      FilterExpression: 'begins_with(book, :e)',
      ExpressionAttributeValues: { ':e': { S: 'E' } },
      ProjectionExpression: 'book',
    },
    then: ({ Items, ...counts }) => {
      expect(Items).toEqual([{ book: { S: 'Evelina' } }, { book: { S: 'Emma' } }]);
      expect(counts).toEqual({ Count: 2, ScannedCount: 4 });
    },
    errors: [
      ...noTable((TableName) => ({ TableName })),
      ...badSelect({ TableName: 'loans' }),
      validation(
        { TableName: 'loans', ExpressionAttributeValues: { ':a': { S: 'a' } } },
        'ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null',
      ),
      validation(
        { TableName: 'loans', Limit: 0 },
        "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
      ),
    ],
  }),
  row({
    operation: 'dynamodb:BatchGetItem',
    world: WITH_LOANS,
    works: {
      RequestItems: {
        loans: { Keys: [ADA_2, NEW], ProjectionExpression: 'book' },
        books: { Keys: [{ isbn: { S: '1' } }] },
      },
    },
    then: (output) =>
      expect(output).toEqual({
        Responses: {
          loans: [{ book: { S: 'Emma' } }],
          books: [{ isbn: { S: '1' }, shelf: { M: { row: { N: '7' } } } }],
        },
        UnprocessedKeys: {},
      }),
    errors: [
      ...noTable((name) => ({ RequestItems: { [name]: { Keys: [ADA_2] } } })),
      ...badKey((Key) => ({ RequestItems: { loans: { Keys: [Key] } } })),
      validation(
        { RequestItems: { loans: { Keys: [ADA_2, { ...ADA_2, day: { N: '2' } }] } } },
        'Provided list of item keys contains duplicates',
      ),
      validation(
        {
          RequestItems: Object.fromEntries(
            ['loans', 'books'].map((name) => [
              name,
              { Keys: Array.from({ length: 51 }, (_, at) => ({ isbn: { S: String(at) } })) },
            ]),
          ),
        },
        'Too many items requested for the BatchGetItem call',
      ),
      validation(
        { RequestItems: { loans: { Keys: [ADA_2], ProjectionExpression: '#x' } } },
        'Invalid ProjectionExpression: An expression attribute name used in the document path is not defined; attribute name: #x',
      ),
      validation(
        { RequestItems: {} },
        "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
      ),
    ],
  }),
  row({
    operation: 'dynamodb:BatchWriteItem',
    world: WITH_LOANS,
    works: {
      RequestItems: {
        loans: [{ PutRequest: { Item: NEW } }, { DeleteRequest: { Key: ADA_2 } }],
        books: [{ DeleteRequest: { Key: { isbn: { S: 'nothing' } } } }],
      },
    },
    then: (output, world) => {
      expect(output).toEqual({ UnprocessedItems: {} });
      expect(Object.keys(itemsIn(world)).sort()).toEqual([
        '["ada","-1"]',
        '["ada","10"]',
        '["bo","3"]',
        '["cy","5"]',
      ]);
      expect(itemsIn(world, 'books')).toEqual(recordOf(BOOKS.items));
    },
    errors: [
      ...noTable((name) => ({ RequestItems: { [name]: [{ PutRequest: { Item: NEW } }] } })),
      ...badKey((Key) => ({ RequestItems: { loans: [{ DeleteRequest: { Key } }] } })),
      validation(
        { RequestItems: { loans: [{}] } },
        'Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest',
      ),
      validation(
        { RequestItems: { loans: [{ PutRequest: { Item: ADA_2 } }, { DeleteRequest: { Key: ADA_2 } }] } },
        'Provided list of item keys contains duplicates',
      ),
      validation(
        {
          RequestItems: Object.fromEntries(
            ['loans', 'books'].map((name) => [
              name,
              Array.from({ length: 13 }, () => ({ PutRequest: { Item: NEW } })),
            ]),
          ),
        },
        'Too many items requested for the BatchWriteItem call',
      ),
      validation(
        { RequestItems: { loans: [{ PutRequest: { Item: { reader: { S: 'cy' } } } }] } },
        'One or more parameter values were invalid: Missing the key day in the item',
      ),
      validation(
        { RequestItems: { loans: [{ PutRequest: { Item: tooLarge } }] } },
        'Item size has exceeded the maximum allowed size',
      ),
      { input: { RequestItems: { loans: [{ PutRequest: { Item: NEW } }] } }, ...sandboxFull },
      { input: { RequestItems: { loans: [{ PutRequest: { Item: NEW } }] } }, ...manyItems },
    ],
  }),
] as const;
