// Rows: tables of DynamoDB, their policies and tags.
import { expect } from 'vitest';
import { EMPTY, lookup, tableOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { BOOKSHOP, CREATED, NOW, policyText } from '../../fixtures/world.ts';
import { BOOKS, LOANS, LOANS_ARN, WITH_LOANS, withTables } from '../../fixtures/loans.ts';
import { withBookshop } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { noTable } from './dynamodb.ts';

const tableIn = (world: World, name = 'loans') =>
  world.accounts[BOOKSHOP] && lookup(world.accounts[BOOKSHOP].dynamoTables, `us-east-1/${name}`);

const validation = <Input>(input: Input, message: string) => ({
  input,
  code: 'ValidationException',
  message,
});

const described = {
  AttributeDefinitions: [
    { AttributeName: 'reader', AttributeType: 'S' },
    { AttributeName: 'day', AttributeType: 'N' },
  ],
  TableName: 'loans',
  KeySchema: [
    { AttributeName: 'reader', KeyType: 'HASH' },
    { AttributeName: 'day', KeyType: 'RANGE' },
  ],
  CreationDateTime: CREATED,
  ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 5, WriteCapacityUnits: 2 },
  ItemCount: 4,
  TableArn: LOANS_ARN,
  TableId: LOANS.id,
};

const NOT_FOUND = 'Requested resource not found: Table: loons not found';

const noArn = <Input>(of: (ResourceArn: string) => Input) => [
  {
    input: of('arn:aws:dynamodb:us-east-1:111122223333:table/loons'),
    code: 'ResourceNotFoundException',
    message: NOT_FOUND,
  },
  validation(of('loans'), 'Invalid ResourceArn: Invalid ResourceArn provided as input loans'),
  validation(
    of('arn:aws:sqs:us-east-1:111122223333:table/loans'),
    'Invalid ResourceArn: Invalid ResourceArn provided as input arn:aws:sqs:us-east-1:111122223333:table/loans',
  ),
];

const NEW = {
  TableName: 'shelves',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
} as const;
const UNITS = { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } } as const;

const READ = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:user/noor' },
  Action: 'dynamodb:GetItem',
  Resource: LOANS_ARN,
};
const POLICY = policyText(READ);
const withPolicy = withTables([{ ...LOANS, policy: POLICY }]);

const badPolicy = <Input>(of: (Policy: string) => Input) =>
  [
    ['{', 'Syntax errors in policy.'],
    [policyText({ ...READ, Resource: undefined }), 'Syntax errors in policy.'],
    [
      policyText({ ...READ, Principal: { AWS: 'arn:aws:iam::111122223333:user/nina' } }),
      'Invalid principal in policy.',
    ],
    [policyText({ ...READ, Action: 'dynamodb:ListTables' }), 'Policy has invalid action.'],
    [policyText({ ...READ, Sid: 'A'.repeat(20_480) }), 'Policy size exceeds the maximum of 20480 bytes.'],
    [policyText({ ...READ, Principal: '*' }), 'Policy grants public access, which is not allowed.'],
  ].map(([text = '', words = '']) => validation(of(text), `Invalid policy document: ${words}`));

const badTags = <Input>(of: (Tags: readonly { Key: string; Value: string }[]) => Input) => [
  validation(
    of([
      { Key: 'a', Value: '1' },
      { Key: 'a', Value: '2' },
    ]),
    'One or more parameter values were invalid: Duplicate tag key a',
  ),
  validation(
    of([{ Key: 'aws:a', Value: '' }]),
    'One or more parameter values were invalid: Tag keys must not start with aws:',
  ),
  validation(
    of([{ Key: 'a;b', Value: '' }]),
    'One or more parameter values were invalid: Tag a;b has characters that are not allowed',
  ),
  validation(
    of(Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: '' }))),
    'Too many tags: 50 tags are allowed for a resource',
  ),
];

const manyTables = withBookshop((account) => ({
  ...account,
  dynamoTables: tableOf(
    Object.fromEntries(
      Array.from({ length: 2_500 }, (_, at) => [
        `eu-central-1/table-${at}`,
        { ...LOANS, region: 'eu-central-1', name: `table-${at}`, items: EMPTY },
      ]),
    ),
  ),
}));

export const DYNAMODB_TABLES = [
  row({
    operation: 'dynamodb:CreateTable',
    world: WITH_LOANS,
    works: {
      TableName: 'shelves',
      AttributeDefinitions: [
        { AttributeName: 'room', AttributeType: 'B' },
        { AttributeName: 'id', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'room', KeyType: 'RANGE' },
      ],
      ...UNITS,
      Tags: [{ Key: 'team', Value: 'web' }],
      ResourcePolicy: POLICY,
    },
    then: ({ TableDescription }, world) => {
      expect(TableDescription).toMatchObject({
        TableName: 'shelves',
        TableStatus: 'CREATING',
        CreationDateTime: NOW,
        ItemCount: 0,
        TableSizeBytes: 0,
        TableArn: 'arn:aws:dynamodb:us-east-1:111122223333:table/shelves',
      });
      expect(tableIn(world, 'shelves')).toEqual({
        name: 'shelves',
        region: 'us-east-1',
        id: TableDescription.TableId,
        created: NOW,
        key: [
          { name: 'id', type: 'N' },
          { name: 'room', type: 'B' },
        ],
        capacity: { read: 1, write: 1 },
        policy: POLICY,
        tags: { team: 'web' },
        items: EMPTY,
      });
    },
    errors: [
      {
        input: { ...NEW, TableName: 'books' },
        code: 'ResourceInUseException',
        message: 'Table already exists: books',
      },
      validation(
        { ...NEW, TableName: 'my shelves' },
        "1 validation error detected: Value 'my shelves' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
      ),
      validation(
        { ...NEW, TableName: LOANS_ARN },
        'One or more parameter values were invalid: TableName must be the name of a table',
      ),
      validation(
        { ...NEW, ...UNITS },
        'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
      ),
      validation(
        { ...NEW, BillingMode: 'PROVISIONED' },
        'One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
      ),
      validation(
        { ...NEW, KeySchema: [{ AttributeName: 'id', KeyType: 'RANGE' }] },
        'Invalid KeySchema: The first KeySchemaElement is not a HASH key type',
      ),
      validation(
        { ...NEW, KeySchema: [...NEW.KeySchema, ...NEW.KeySchema] },
        'Invalid KeySchema: The second KeySchemaElement is not a RANGE key type',
      ),
      validation(
        { ...NEW, KeySchema: [...NEW.KeySchema, { AttributeName: 'id', KeyType: 'RANGE' }] },
        'Both the Hash Key and the Range Key element in the KeySchema have the same name',
      ),
      validation(
        { ...NEW, KeySchema: [{ AttributeName: 'row', KeyType: 'HASH' }] },
        'One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [row], AttributeDefinitions: [id]',
      ),
      validation(
        {
          ...NEW,
          AttributeDefinitions: [...NEW.AttributeDefinitions, { AttributeName: 'row', AttributeType: 'S' }],
        },
        'One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
      ),
      validation(
        { ...NEW, AttributeDefinitions: [...NEW.AttributeDefinitions, ...NEW.AttributeDefinitions] },
        'Cannot have two attributes with the same name',
      ),
      ...badTags((Tags) => ({ ...NEW, Tags })),
      ...badPolicy((ResourcePolicy) => ({ ...NEW, ResourcePolicy })),
      {
        input: NEW,
        world: manyTables,
        code: 'LimitExceededException',
        message: 'Subscriber limit exceeded: Only 2500 tables can be created per account and Region.',
      },
    ],
  }),
  row({
    operation: 'dynamodb:DeleteTable',
    world: WITH_LOANS,
    works: { TableName: 'loans' },
    then: ({ TableDescription }, world) => {
      expect(TableDescription).toMatchObject({ ...described, TableStatus: 'DELETING' });
      expect(tableIn(world)).toBeUndefined();
    },
    errors: noTable((TableName) => ({ TableName }), NOT_FOUND),
  }),
  row({
    operation: 'dynamodb:DescribeTable',
    world: WITH_LOANS,
    works: { TableName: LOANS_ARN },
    then: ({ Table }) =>
      expect(Table).toEqual({
        ...described,
        TableStatus: 'ACTIVE',
        TableSizeBytes: Table.TableSizeBytes,
      }),
    errors: noTable((TableName) => ({ TableName }), NOT_FOUND),
  }),
  row({
    operation: 'dynamodb:ListTables',
    world: withTables([LOANS, BOOKS, { ...BOOKS, name: 'atlas' }, { ...BOOKS, region: 'eu-central-1' }]),
    works: { ExclusiveStartTableName: 'atlas', Limit: 1 },
    then: (output) => expect(output).toEqual({ TableNames: ['books'], LastEvaluatedTableName: 'books' }),
    errors: [
      validation(
        { Limit: 101 },
        "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100",
      ),
    ],
  }),
  row({
    operation: 'dynamodb:PutResourcePolicy',
    world: WITH_LOANS,
    works: { ResourceArn: LOANS_ARN, Policy: POLICY, ExpectedRevisionId: 'NO_POLICY' },
    then: ({ RevisionId }, world) => {
      expect(RevisionId).toMatch(/^\d{15}$/);
      expect(tableIn(world)?.policy).toBe(POLICY);
    },
    errors: [
      ...noArn((ResourceArn) => ({ ResourceArn, Policy: POLICY })),
      ...badPolicy((Policy) => ({ ResourceArn: LOANS_ARN, Policy })),
      {
        input: { ResourceArn: LOANS_ARN, Policy: POLICY, ExpectedRevisionId: '1' },
        code: 'PolicyNotFoundException',
        message: `Resource-based policy not found for the provided ResourceArn: ${LOANS_ARN}`,
      },
    ],
  }),
  row({
    operation: 'dynamodb:GetResourcePolicy',
    world: withPolicy,
    works: { ResourceArn: LOANS_ARN },
    then: (output) => expect(output).toMatchObject({ Policy: POLICY }),
    errors: [
      ...noArn((ResourceArn) => ({ ResourceArn })),
      {
        input: { ResourceArn: LOANS_ARN },
        world: WITH_LOANS,
        code: 'PolicyNotFoundException',
        message: `Resource-based policy not found for the provided ResourceArn: ${LOANS_ARN}`,
      },
    ],
  }),
  row({
    operation: 'dynamodb:DeleteResourcePolicy',
    world: withPolicy,
    works: { ResourceArn: LOANS_ARN },
    then: (_output, world) => expect(tableIn(world)?.policy).toBeNull(),
    errors: [
      ...noArn((ResourceArn) => ({ ResourceArn })),
      {
        input: { ResourceArn: LOANS_ARN, ExpectedRevisionId: '1' },
        code: 'PolicyNotFoundException',
        message: `Resource-based policy not found for the provided ResourceArn: ${LOANS_ARN}`,
      },
    ],
  }),
  row({
    operation: 'dynamodb:TagResource',
    world: WITH_LOANS,
    works: { ResourceArn: LOANS_ARN, Tags: [{ Key: 'Team', Value: 'web' }] },
    then: (_output, world) => expect(tableIn(world)?.tags).toEqual({ team: 'sales', Team: 'web' }),
    errors: [
      ...noArn((ResourceArn) => ({ ResourceArn, Tags: [] })),
      ...badTags((Tags) => ({ ResourceArn: LOANS_ARN, Tags })),
    ],
  }),
  row({
    operation: 'dynamodb:UntagResource',
    world: WITH_LOANS,
    works: { ResourceArn: LOANS_ARN, TagKeys: ['team', 'none'] },
    then: (_output, world) => expect(tableIn(world)?.tags).toEqual({}),
    errors: noArn((ResourceArn) => ({ ResourceArn, TagKeys: ['team'] })),
  }),
  row({
    operation: 'dynamodb:ListTagsOfResource',
    world: WITH_LOANS,
    works: { ResourceArn: LOANS_ARN },
    then: (output) => expect(output).toEqual({ Tags: [{ Key: 'team', Value: 'sales' }] }),
    errors: noArn((ResourceArn) => ({ ResourceArn })),
  }),
] as const;
