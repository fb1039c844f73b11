// dynamodb:DeleteTable: removes a table with all its items.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingTable, namedTable, shownTable, TABLE_NAME, tableKey, tableNameError } from './table.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html */
export const DeleteTable = operation({
  name: 'dynamodb:DeleteTable',
  readOnly: false,
  cli: 'dynamodb delete-table',
  parameters: { TableName: TABLE_NAME },
  validate: ({ TableName }) => tableNameError(TableName),
  authorization: (world, caller, { TableName }, env) => [
    { action: 'dynamodb:DeleteTable', resource: namedTable(world, caller, env, TableName).arn },
  ],
  perform: (scene, { TableName }) => {
    const found = existingTable(scene, TableName);
    if (!found.ok) return found;
    const { account, table } = found.value;
    return ok({
      output: { TableDescription: shownTable(found.value, 'DELETING') },
      changes: [
        {
          kind: 'entitySet',
          account: account.id,
          table: 'dynamoTables',
          name: tableKey(table),
          value: null,
        },
      ],
    });
  },
});
