// dynamodb:ListTables: the names of the tables of the account in the Region.
import { compareNames } from '../../../account/record.ts';
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { homeOf } from '../../home.ts';
import { operation } from '../../operation.ts';

const USUAL = 100;

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
    const names = sortedValues(home.value.dynamoTables)
      .filter(({ region }) => region === scene.env.region)
      .map(({ name }) => name)
      .filter(
        (name) => ExclusiveStartTableName === undefined || compareNames(name, ExclusiveStartTableName) > 0,
      );
    const page = names.slice(0, Limit);
    const last = page.at(-1);
    return ok({
      output: {
        TableNames: page,
        ...(page.length < names.length && last !== undefined && { LastEvaluatedTableName: last }),
      },
      changes: [],
    });
  },
});
