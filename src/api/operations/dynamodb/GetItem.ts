// dynamodb:GetItem: reads the item with a key.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accessKeys, leadingOf } from './access.ts';
import { readExpressions } from './expression.ts';
import { attributesError, attributesIn, itemAt, itemName, KEY, keyGiven } from './item.ts';
import { CONSISTENT_READ, expression, NAMES } from './parameters.ts';
import { projected } from './path.ts';
import { readProjection } from './projection.ts';
import { namedTable, TABLE_NAME, tableNameError, tableOf } from './table.ts';

const READERS = { ProjectionExpression: readProjection } as const;

/**
 * An item that is not there is no error.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html
 */
export const GetItem = operation({
  name: 'dynamodb:GetItem',
  readOnly: true,
  dataEvent: true,
  cli: 'dynamodb get-item',
  parameters: {
    TableName: TABLE_NAME,
    Key: KEY,
    ConsistentRead: CONSISTENT_READ,
    ProjectionExpression: expression('projectionExpression'),
    ExpressionAttributeNames: NAMES,
  },
  validate: (input) => {
    const refused = tableNameError(input.TableName) ?? attributesError(input.Key);
    if (refused) return refused;
    const read = readExpressions(input, READERS);
    return read.ok ? null : read.error;
  },
  authorization: (world, caller, input, env) => {
    const { arn, found } = namedTable(world, caller, env, input.TableName);
    const key = attributesIn(input.Key);
    const read = readExpressions(input, READERS);
    const paths = read.ok ? read.value.ProjectionExpression : undefined;
    return [
      {
        action: 'dynamodb:GetItem',
        resource: arn,
        context: accessKeys({
          leading: leadingOf(found?.table.key, key),
          attributes: [...Object.keys(key), ...(paths ?? []).map(([name]) => name)],
          select: paths ? 'SPECIFIC_ATTRIBUTES' : 'ALL_ATTRIBUTES',
        }),
      },
    ];
  },
  perform: (scene, input) => {
    const found = tableOf(scene, input.TableName);
    if (!found.ok) return found;
    const { table } = found.value;
    const key = keyGiven(table.key, attributesIn(input.Key));
    if (!key.ok) return key;
    const read = readExpressions(input, READERS);
    if (!read.ok) return read;
    const item = itemAt(table, itemName(table.key, key.value));
    const { ProjectionExpression: paths } = read.value;
    return ok({
      output: item ? { Item: paths ? projected(item, paths) : item } : {},
      changes: [],
    });
  },
});
