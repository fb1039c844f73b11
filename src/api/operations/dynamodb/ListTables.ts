// dynamodb:ListTables: the names of the tables of the account in the Region.
import { regional } from '../../../account/orders.ts';
import type { DynamoTable } from '../../../account/resources.ts';
import { ok } from '../../../aws/result.ts';
import { homeOf } from '../../home.ts';
import { operation } from '../../operation.ts';

const USUAL = 100;

const tablesIn = regional<DynamoTable>();

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html */
export const ListTables = operation({
  name: 'dynamodb:ListTables',
  readOnly: true,
  cli: 'dynamodb list-tables',
  parameters: {
    ExclusiveStartTableName: {
      type: 'text',
      event: 'exclusiveStartTableName',
      required: false,
      min: 3,
      max: 255,
      pattern: '[a-zA-Z0-9_.-]+',
    },
    Limit: { type: 'integer', event: 'limit', required: false, least: 1, most: 100 },
  },
  authorization: () => [{ action: 'dynamodb:ListTables', resource: '*' }],
  perform: (scene, { ExclusiveStartTableName, Limit = USUAL }) => {
    const home = homeOf(scene, 'dynamodb');
    if (!home.ok) return home;
    const tables = tablesIn(home.value.dynamoTables, scene.env.region);
    const start = ExclusiveStartTableName === undefined ? 0 : tables.upTo(ExclusiveStartTableName);
    const page = tables.slice(start, start + Limit).map(({ name }) => name);
    const last = page.at(-1);
    return ok({
      output: {
        TableNames: page,
        ...(start + Limit < tables.length && last !== undefined && { LastEvaluatedTableName: last }),
      },
      changes: [],
    });
  },
});
