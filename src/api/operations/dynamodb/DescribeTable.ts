// dynamodb:DescribeTable: a table, without its items.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingTable, namedTable, shownTable, TABLE_NAME, tableNameError } from './table.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html */
export const DescribeTable = operation({
  name: 'dynamodb:DescribeTable',
  readOnly: true,
  cli: 'dynamodb describe-table',
  parameters: { TableName: TABLE_NAME },
  validate: ({ TableName }) => tableNameError(TableName),
  authorization: (world, caller, { TableName }, env) => [
    { action: 'dynamodb:DescribeTable', resource: namedTable(world, caller, env, TableName).arn },
  ],
  perform: (scene, { TableName }) => {
    const found = existingTable(scene, TableName);
    return found.ok ? ok({ output: { Table: shownTable(found.value) }, changes: [] }) : found;
  },
});
