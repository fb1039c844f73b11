// Tables as their operations meet them: named by name or ARN, missed with an error, shown.
import type { Caller } from '../../../account/caller.ts';
import type { EntityPatch } from '../../../account/change.ts';
import { findAccount } from '../../../account/find.ts';
import type { DynamoTable } from '../../../account/resources.ts';
import { lookup, sizeOf, summed } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { parseArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { invalid } from './attribute-value.ts';

/** A name, or the ARN of a table, which may be in another account. */
export const TABLE_NAME = {
  type: 'text',
  event: 'tableName',
  required: true,
  min: 1,
  max: 1024,
} as const;

export const RESOURCE_ARN = {
  type: 'text',
  event: 'resourceArn',
  required: true,
  min: 1,
  max: 1283,
} as const;

const NAME = /^[a-zA-Z0-9_.-]+$/;

/** What is wrong with a name or ARN before any policy; the operation takes both in one parameter. */
export function tableNameError(text: string): AwsError | null {
  const violated = (fault: string): AwsError =>
    invalid(
      `1 validation error detected: Value '${text}' at 'tableName' failed to satisfy constraint: ${fault}`,
    );
  if (text.startsWith('arn:'))
    return tableIn(text) === null
      ? invalid(`Invalid TableArn: Invalid ResourceArn provided as input ${text}`)
      : null;
  if (!NAME.test(text)) return violated('Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+');
  if (text.length < 3) return violated('Member must have length greater than or equal to 3');
  return text.length > 255 ? violated('Member must have length less than or equal to 255') : null;
}

export const arnError = (arn: string): AwsError | null =>
  tableIn(arn) === null ? invalid(`Invalid ResourceArn: Invalid ResourceArn provided as input ${arn}`) : null;

/** The name in the ARN of a table; null for what is none. Streams and indexes are not simulated. */
function tableIn(arn: string): string | null {
  const parts = parseArn(arn);
  const [, name] = /^table\/([a-zA-Z0-9_.-]{3,255})$/.exec(parts?.resource ?? '') ?? [];
  return parts?.service === 'dynamodb' && name !== undefined ? name : null;
}

export const tableArn = (region: string, account: AccountId, name: string): Arn =>
  `arn:aws:dynamodb:${region}:${account}:table/${name}`;

export const tableKey = ({ region, name }: Pick<DynamoTable, 'region' | 'name'>): string =>
  `${region}/${name}`;

export interface FoundTable {
  readonly account: Account;
  readonly table: DynamoTable;
  readonly arn: Arn;
}

/** What a name or ARN means. The table may be missing: that is told only to those who may ask. */
export interface NamedTable {
  readonly name: string;
  readonly arn: Arn;
  readonly found: FoundTable | null;
}

export function namedTable(world: World, caller: Caller, { region }: Env, text: string): NamedTable {
  const parts = parseArn(text);
  const name = tableIn(text) ?? text;
  const accountId = parts?.account ?? caller.account;
  const arn = tableArn(parts?.region ?? region, accountId, name);
  const account = findAccount(world, accountId);
  const isHere = parts === null || parts.region === region;
  const table = account && isHere ? lookup(account.dynamoTables, `${region}/${name}`) : undefined;
  return { name, arn, found: account && table ? { account, table, arn } : null };
}

/** The table that a call on items is about. */
export function tableOf({ world, caller, env }: Scene, text: string): Result<FoundTable, AwsError> {
  const { found } = namedTable(world, caller, env, text);
  return found ? ok(found) : err(awsError('ResourceNotFoundException', 'Requested resource not found'));
}

/** The table that a call on tables is about. */
export function existingTable({ world, caller, env }: Scene, text: string): Result<FoundTable, AwsError> {
  const { found, name } = namedTable(world, caller, env, text);
  return found
    ? ok(found)
    : err(awsError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`));
}

export const tablePatch = (
  { account, table }: FoundTable,
  patch: Partial<DynamoTable>,
): EntityPatch<'dynamoTables'> => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'dynamoTables',
  name: tableKey(table),
  patch,
});

export const itemChange = ({ account, table }: FoundTable, key: string, value: string | null) =>
  ({
    kind: 'partSet',
    account: account.id,
    table: 'dynamoTables',
    name: tableKey(table),
    part: 'items',
    key,
    value,
  }) as const;

const charactersIn = summed<string>((text) => text.length);

/** Characters of JSON in the items of a table, which come near to their bytes. */
export const charactersOf = ({ items }: DynamoTable): number => charactersIn(items);

const charactersInAll = summed<DynamoTable>(charactersOf);

const MOST_ITEMS = 10_000;
const MOST_CHARACTERS = 2_000_000;

/** What does not fit into a sandbox that is shared as a file. */
export function spaceError(
  { account, table }: FoundTable,
  added: { readonly items: number; readonly characters: number },
): AwsError | null {
  if (sizeOf(table.items) + added.items > MOST_ITEMS)
    return awsError('SandboxFull', 'This sandbox keeps 10,000 items in a table. Delete some first.');
  const kept = charactersInAll(account.dynamoTables);
  return kept + added.characters > MOST_CHARACTERS
    ? awsError(
        'SandboxFull',
        'This sandbox keeps 2,000,000 characters in all tables of an account together, so that the account can still be shared as a file. Delete some items first.',
      )
    : null;
}

export interface ShownTable {
  readonly AttributeDefinitions: readonly {
    readonly AttributeName: string;
    readonly AttributeType: string;
  }[];
  readonly TableName: string;
  readonly KeySchema: readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[];
  readonly TableStatus: 'CREATING' | 'ACTIVE' | 'DELETING';
  readonly CreationDateTime: Instant;
  readonly ProvisionedThroughput: {
    readonly NumberOfDecreasesToday: 0;
    readonly ReadCapacityUnits: number;
    readonly WriteCapacityUnits: number;
  };
  readonly TableSizeBytes: number;
  readonly ItemCount: number;
  readonly TableArn: Arn;
  readonly TableId: string;
  readonly BillingModeSummary?: { readonly BillingMode: 'PAY_PER_REQUEST' };
}

/** DynamoDB counts items and bytes every six hours; here they are always counted, the bytes about. */
export function shownTable(
  { table, arn }: FoundTable,
  status: ShownTable['TableStatus'] = 'ACTIVE',
): ShownTable {
  const { key, capacity } = table;
  return {
    AttributeDefinitions: key.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
    TableName: table.name,
    KeySchema: key.map(({ name }, at) => ({ AttributeName: name, KeyType: at === 0 ? 'HASH' : 'RANGE' })),
    TableStatus: status,
    CreationDateTime: table.created,
    ProvisionedThroughput: {
      NumberOfDecreasesToday: 0,
      ReadCapacityUnits: capacity?.read ?? 0,
      WriteCapacityUnits: capacity?.write ?? 0,
    },
    TableSizeBytes: charactersOf(table),
    ItemCount: sizeOf(table.items),
    TableArn: arn,
    TableId: table.id,
    ...(capacity === null && { BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } }),
  };
}
