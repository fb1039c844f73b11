// dynamodb:DeleteItem: removes the item with a key.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accessKeys, leadingOf } from './access.ts';
import { invalid } from './attribute-value.ts';
import { attributesIn as attributesOfCondition, holds, readCondition } from './condition.ts';
import { readExpressions } from './expression.ts';
import { attributesError, attributesIn, itemAt, itemName, KEY, keyGiven } from './item.ts';
import { expression, NAMES, returnValues, VALUES } from './parameters.ts';
import { conditionFailed } from './PutItem.ts';
import { itemChange, namedTable, TABLE_NAME, tableNameError, tableOf } from './table.ts';

const READERS = { ConditionExpression: readCondition } as const;

/**
 * An item that is not there is no error, unless a condition asks for it.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html
 */
export const DeleteItem = operation({
  name: 'dynamodb:DeleteItem',
  readOnly: false,
  dataEvent: true,
  cli: 'dynamodb delete-item',
  parameters: {
    TableName: TABLE_NAME,
    Key: KEY,
    ReturnValues: returnValues(['ALL_NEW', 'ALL_OLD', 'NONE', 'UPDATED_NEW', 'UPDATED_OLD']),
    ConditionExpression: expression('conditionExpression'),
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: VALUES,
  },
  validate: (input) => {
    const { TableName, Key, ReturnValues = 'NONE' } = input;
    if (ReturnValues !== 'NONE' && ReturnValues !== 'ALL_OLD')
      return invalid('ReturnValues can only be ALL_OLD or NONE');
    const refused = tableNameError(TableName) ?? attributesError(Key);
    if (refused) return refused;
    const read = readExpressions(input, READERS);
    return read.ok ? null : read.error;
  },
  authorization: (world, caller, input, env) => {
    const { arn, found } = namedTable(world, caller, env, input.TableName);
    const key = attributesIn(input.Key);
    const read = readExpressions(input, READERS);
    const condition = read.ok ? read.value.ConditionExpression : undefined;
    return [
      {
        action: 'dynamodb:DeleteItem',
        resource: arn,
        context: accessKeys({
          leading: leadingOf(found?.table.key, key),
          attributes: [...Object.keys(key), ...(condition ? attributesOfCondition(condition) : [])],
          returnValues: input.ReturnValues ?? 'NONE',
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
    const name = itemName(table.key, key.value);
    const before = itemAt(table, name);
    const read = readExpressions(input, READERS);
    if (!read.ok) return read;
    const { ConditionExpression: condition } = read.value;
    if (condition && !holds(condition, before ?? {})) return err(conditionFailed());
    return ok({
      output: before && input.ReturnValues === 'ALL_OLD' ? { Attributes: before } : {},
      changes: before ? [itemChange(found.value, name, null)] : [],
    });
  },
});
