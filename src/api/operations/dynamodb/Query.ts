// dynamodb:Query: the items of one partition, in the order of their sort keys.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accessKeys } from './access.ts';
import { invalid, textOf } from './attribute-value.ts';
import { attributesIn as attributesOfCondition, readCondition } from './condition.ts';
import { readExpressions } from './expression.ts';
import { attributesError, bySortKey, itemsInPartition } from './item.ts';
import { keyConditionOf, matches, partitionIn } from './key-condition.ts';
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

const READERS = {
  KeyConditionExpression: readCondition,
  FilterExpression: readCondition,
  ProjectionExpression: readProjection,
} as const;

/**
 * Of tables only; indexes are not simulated.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html
 */
export const Query = operation({
  name: 'dynamodb:Query',
  readOnly: true,
  dataEvent: true,
  cli: 'dynamodb query',
  parameters: {
    TableName: TABLE_NAME,
    Select: SELECT,
    Limit: LIMIT,
    ConsistentRead: CONSISTENT_READ,
    ScanIndexForward: { type: 'boolean', event: 'scanIndexForward', required: false },
    ExclusiveStartKey: EXCLUSIVE_START_KEY,
    ProjectionExpression: expression('projectionExpression'),
    FilterExpression: expression('filterExpression'),
    KeyConditionExpression: expression('keyConditionExpression'),
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: VALUES,
  },
  validate: (input) => {
    const refused = tableNameError(input.TableName) ?? attributesError(input.ExclusiveStartKey ?? {});
    if (refused) return refused;
    if (input.KeyConditionExpression === undefined)
      return invalid(
        'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
      );
    const expressions = readExpressions(input, READERS);
    return expressions.ok ? selectError(input, expressions.value) : expressions.error;
  },
  authorization: (world, caller, input, env) => {
    const { arn, found } = namedTable(world, caller, env, input.TableName);
    const readings = readExpressions(input, READERS);
    const expressions = readings.ok ? readings.value : {};
    const { KeyConditionExpression: condition } = expressions;
    const name = found?.table.key[0]?.name;
    const partition = condition && name !== undefined ? partitionIn(condition, name) : null;
    return [
      {
        action: 'dynamodb:Query',
        resource: arn,
        context: accessKeys({
          leading: partition ? [partition] : [],
          attributes: [
            ...(condition ? attributesOfCondition(condition) : []),
            ...attributesRead(expressions),
          ],
          select: selectOf(input, expressions),
        }),
      },
    ];
  },
  perform: (scene, input) => {
    const found = tableOf(scene, input.TableName);
    if (!found.ok) return found;
    const { table } = found.value;
    const expressions = readExpressions(input, READERS);
    if (!expressions.ok) return expressions;
    const { KeyConditionExpression: condition, FilterExpression: filter } = expressions.value;
    if (!condition) return err(invalid('Query key condition not supported'));
    const keys = keyConditionOf(condition, table.key);
    if (!keys.ok) return keys;
    const ofKey = filter && table.key.find(({ name }) => attributesOfCondition(filter).includes(name));
    if (ofKey)
      return err(
        invalid(
          `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${ofKey.name}`,
        ),
      );
    const items = itemsInPartition(table, textOf(keys.value.partition)).filter(({ item }) =>
      matches(keys.value, item),
    );
    const forward = bySortKey(table);
    const isForward = input.ScanIndexForward !== false;
    const output = read(
      found.value,
      isForward ? items : items.toReversed(),
      isForward ? forward : (a, b) => forward(b, a),
      input,
      expressions.value,
    );
    return output.ok ? ok({ output: output.value, changes: [] }) : output;
  },
});
