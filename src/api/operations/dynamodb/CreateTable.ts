// dynamodb:CreateTable: a new, empty table.
import type { DynamoKey, DynamoTable } from '../../../account/resources.ts';
import { EMPTY, lookup, sizeOf } from '../../../account/table.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { homeOf } from '../../home.ts';
import { operation } from '../../operation.ts';
import type { InputOf } from '../../parameters.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { invalid } from './attribute-value.ts';
import { policyError } from './policy.ts';
import { namedTable, shownTable, TABLE_NAME, tableArn, tableKey, tableNameError } from './table.ts';
import { tagError } from './tags.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const MOST_TABLES = 2_500;

const ATTRIBUTE_NAME = {
  type: 'text',
  event: 'attributeName',
  required: true,
  min: 1,
  max: 255,
} as const;

const UNITS = { type: 'integer', required: true, least: 1, most: 40_000 } as const;

const PARAMETERS = {
  AttributeDefinitions: {
    type: 'list',
    event: 'attributeDefinitions',
    required: true,
    of: {
      type: 'structure',
      members: {
        AttributeName: ATTRIBUTE_NAME,
        AttributeType: { type: 'text', event: 'attributeType', required: true, oneOf: ['B', 'N', 'S'] },
      },
    },
  },
  TableName: TABLE_NAME,
  KeySchema: {
    type: 'list',
    event: 'keySchema',
    required: true,
    minItems: 1,
    maxItems: 2,
    of: {
      type: 'structure',
      members: {
        AttributeName: ATTRIBUTE_NAME,
        KeyType: { type: 'text', event: 'keyType', required: true, oneOf: ['HASH', 'RANGE'] },
      },
    },
  },
  BillingMode: {
    type: 'text',
    event: 'billingMode',
    required: false,
    oneOf: ['PAY_PER_REQUEST', 'PROVISIONED'],
  },
  ProvisionedThroughput: {
    type: 'structure',
    event: 'provisionedThroughput',
    required: false,
    members: {
      ReadCapacityUnits: { ...UNITS, event: 'readCapacityUnits' },
      WriteCapacityUnits: { ...UNITS, event: 'writeCapacityUnits' },
    },
  },
  Tags: { type: 'tags', event: 'tags', required: false, checked: 'lengths' },
  ResourcePolicy: { type: 'text', event: 'resourcePolicy', required: false, file: 'document' },
} as const;

type Input = InputOf<typeof PARAMETERS>;

/**
 * Without indexes and streams, which are not simulated. Tags and a policy need permissions of their own.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
 */
export const CreateTable = operation({
  name: 'dynamodb:CreateTable',
  readOnly: false,
  cli: 'dynamodb create-table',
  parameters: PARAMETERS,
  validate: ({ TableName }) => tableNameError(TableName),
  authorization: (world, caller, { TableName, Tags, ResourcePolicy }, env) => {
    const resource = namedTable(world, caller, env, TableName).arn;
    const tags = settingTags(Tags);
    return [
      { action: 'dynamodb:CreateTable', resource, ...tags },
      ...(Tags?.length ? [{ action: 'dynamodb:TagResource', resource, ...tags } as const] : []),
      ...(ResourcePolicy === undefined ? [] : [{ action: 'dynamodb:PutResourcePolicy', resource } as const]),
    ];
  },
  perform: (scene, input) => {
    const home = homeOf(scene, 'dynamodb');
    if (!home.ok) return home;
    const account = home.value;
    const { env, world } = scene;
    const { TableName, Tags = [], ResourcePolicy } = input;
    const key = keyOf(input);
    if (!key.ok) return key;
    const capacity = capacityOf(input);
    if (!capacity.ok) return capacity;
    const place = { region: env.region, name: TableName };
    if (lookup(account.dynamoTables, tableKey(place)))
      return err(awsError('ResourceInUseException', `Table already exists: ${TableName}`));
    const tags = withTags({}, Tags, 'kept');
    const arn = tableArn(env.region, account.id, TableName);
    const refused =
      elsewhereError(TableName) ??
      tagError(Tags, tags) ??
      (ResourcePolicy === undefined ? null : policyError(world, ResourcePolicy)) ??
      (sizeOf(account.dynamoTables) >= MOST_TABLES
        ? awsError(
            'LimitExceededException',
            `Subscriber limit exceeded: Only ${MOST_TABLES} tables can be created per account and Region.`,
          )
        : null);
    if (refused) return err(refused);
    const table: DynamoTable = {
      ...place,
      id: env.newId(),
      created: env.now,
      key: key.value,
      capacity: capacity.value,
      policy: ResourcePolicy === undefined ? null : withRootArns(ResourcePolicy),
      tags,
      items: EMPTY,
    };
    return ok({
      output: { TableDescription: shownTable({ account, table, arn }, 'CREATING') },
      changes: [
        {
          kind: 'entitySet',
          account: account.id,
          table: 'dynamoTables',
          name: tableKey(table),
          value: table,
        },
      ],
    });
  },
});

/** A new table is made in the account and Region of the call. */
const elsewhereError = (name: string): AwsError | null =>
  name.startsWith('arn:')
    ? invalid('One or more parameter values were invalid: TableName must be the name of a table')
    : null;

function keyOf({ KeySchema, AttributeDefinitions }: Input): Result<readonly DynamoKey[], AwsError> {
  const [hash, range] = KeySchema;
  if (hash?.KeyType !== 'HASH')
    return err(invalid('Invalid KeySchema: The first KeySchemaElement is not a HASH key type'));
  if (range && range.KeyType !== 'RANGE')
    return err(invalid('Invalid KeySchema: The second KeySchemaElement is not a RANGE key type'));
  if (range?.AttributeName === hash.AttributeName)
    return err(invalid('Both the Hash Key and the Range Key element in the KeySchema have the same name'));
  const names = KeySchema.map(({ AttributeName }) => AttributeName);
  const defined = AttributeDefinitions.map(({ AttributeName }) => AttributeName);
  if (names.some((name) => !defined.includes(name)))
    return err(
      invalid(
        `One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [${names.join(', ')}], AttributeDefinitions: [${defined.join(', ')}]`,
      ),
    );
  if (new Set(defined).size < defined.length)
    return err(invalid('Cannot have two attributes with the same name'));
  if (defined.length !== names.length)
    return err(
      invalid(
        'One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
      ),
    );
  return ok(
    names.map((name) => {
      const type = AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
      return { name, type: type === 'N' || type === 'B' ? type : 'S' };
    }),
  );
}

function capacityOf({
  BillingMode,
  ProvisionedThroughput,
}: Input): Result<DynamoTable['capacity'], AwsError> {
  if (BillingMode === 'PAY_PER_REQUEST')
    return ProvisionedThroughput
      ? err(
          invalid(
            'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
          ),
        )
      : ok(null);
  return ProvisionedThroughput
    ? ok({
        read: ProvisionedThroughput.ReadCapacityUnits,
        write: ProvisionedThroughput.WriteCapacityUnits,
      })
    : err(
        invalid(
          'One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
        ),
      );
}
