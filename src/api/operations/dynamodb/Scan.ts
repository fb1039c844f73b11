// dynamodb:Scan: all items of a table.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accessKeys } from './access.ts';
import { readCondition } from './condition.ts';
import { readExpressions } from './expression.ts';
import { allItems, attributesError, byName } from './item.ts';
import {
  CONSISTENT_READ,
  EXCLUSIVE_START_KEY,
  expression,
  LIMIT,
  NAMES,
  SELECT,
  VALUES,
} from './parameters.ts';
import { readProjection } from './projection.ts';
import { attributesRead, read, selectError, selectOf } from './reading.ts';
import { namedTable, TABLE_NAME, tableNameError, tableOf } from './table.ts';

const READERS = { FilterExpression: readCondition, ProjectionExpression: readProjection } as const;

/**
 * A Scan names no partition, so a policy that asks for `dynamodb:LeadingKeys` lets none of them in.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html
 */
export const Scan = operation({
  name: 'dynamodb:Scan',
  readOnly: true,
  dataEvent: true,
  cli: 'dynamodb scan',
  parameters: {
    TableName: TABLE_NAME,
    Select: SELECT,
    Limit: LIMIT,
    ConsistentRead: CONSISTENT_READ,
    ExclusiveStartKey: EXCLUSIVE_START_KEY,
    ProjectionExpression: expression('projectionExpression'),
    FilterExpression: expression('filterExpression'),
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: VALUES,
  },
  validate: (input) => {
    const refused = tableNameError(input.TableName) ?? attributesError(input.ExclusiveStartKey ?? {});
    if (refused) return refused;
    const expressions = readExpressions(input, READERS);
    return expressions.ok ? selectError(input, expressions.value) : expressions.error;
  },
  authorization: (world, caller, input, env) => {
    const readings = readExpressions(input, READERS);
    const expressions = readings.ok ? readings.value : {};
    return [
      {
        action: 'dynamodb:Scan',
        resource: namedTable(world, caller, env, input.TableName).arn,
        context: accessKeys({
          attributes: attributesRead(expressions),
          select: selectOf(input, expressions),
        }),
      },
    ];
  },
  perform: (scene, input) => {
    const found = tableOf(scene, input.TableName);
    if (!found.ok) return found;
    const expressions = readExpressions(input, READERS);
    if (!expressions.ok) return expressions;
    const output = read(found.value, allItems(found.value.table), byName, input, expressions.value);
    return output.ok ? ok({ output: output.value, changes: [] }) : output;
  },
});
