// dynamodb:PutItem: writes an item, in place of the one with its key.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { accessKeys, leadingOf } from './access.ts';
import { invalid } from './attribute-value.ts';
import { attributesIn as attributesOfCondition, holds, readCondition } from './condition.ts';
import { readExpressions } from './expression.ts';
import {
  attributesError,
  attributesIn,
  ITEM,
  itemAt,
  itemName,
  itemSizeError,
  keyWithin,
  storedItem,
} from './item.ts';
import { expression, NAMES, returnValues, VALUES } from './parameters.ts';
import { itemChange, namedTable, spaceError, TABLE_NAME, tableNameError, tableOf } from './table.ts';

const READERS = { ConditionExpression: readCondition } as const;

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html */
export const PutItem = operation({
  name: 'dynamodb:PutItem',
  readOnly: false,
  dataEvent: true,
  cli: 'dynamodb put-item',
  parameters: {
    TableName: TABLE_NAME,
    Item: ITEM,
    ReturnValues: returnValues(['ALL_NEW', 'ALL_OLD', 'NONE', 'UPDATED_NEW', 'UPDATED_OLD']),
    ConditionExpression: expression('conditionExpression'),
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: VALUES,
  },
  validate: (input) => {
    const { TableName, Item, ReturnValues = 'NONE' } = input;
    if (ReturnValues !== 'NONE' && ReturnValues !== 'ALL_OLD')
      return invalid('ReturnValues can only be ALL_OLD or NONE');
    const refused = tableNameError(TableName) ?? attributesError(Item);
    if (refused) return refused;
    const read = readExpressions(input, READERS);
    return read.ok ? null : read.error;
  },
  authorization: (world, caller, input, env) => {
    const { arn, found } = namedTable(world, caller, env, input.TableName);
    const item = attributesIn(input.Item);
    const read = readExpressions(input, READERS);
    const condition = read.ok ? read.value.ConditionExpression : undefined;
    return [
      {
        action: 'dynamodb:PutItem',
        resource: arn,
        context: accessKeys({
          leading: leadingOf(found?.table.key, item),
          attributes: [...Object.keys(item), ...(condition ? attributesOfCondition(condition) : [])],
          returnValues: input.ReturnValues ?? 'NONE',
        }),
      },
    ];
  },
  perform: (scene, input) => {
    const found = tableOf(scene, input.TableName);
    if (!found.ok) return found;
    const { table } = found.value;
    const item = attributesIn(input.Item);
    const key = keyWithin(table.key, item);
    if (!key.ok) return key;
    const tooLarge = itemSizeError(item);
    if (tooLarge) return err(tooLarge);
    const name = itemName(table.key, item);
    const before = itemAt(table, name);
    const read = readExpressions(input, READERS);
    if (!read.ok) return read;
    const { ConditionExpression: condition } = read.value;
    if (condition && !holds(condition, before ?? {})) return err(conditionFailed());
    const text = storedItem(item);
    const full = spaceError(found.value, { items: before ? 0 : 1, characters: text.length });
    if (full) return err(full);
    return ok({
      output: before && input.ReturnValues === 'ALL_OLD' ? { Attributes: before } : {},
      changes: [itemChange(found.value, name, text)],
    });
  },
});

export const conditionFailed = () =>
  awsError('ConditionalCheckFailedException', 'The conditional request failed');
