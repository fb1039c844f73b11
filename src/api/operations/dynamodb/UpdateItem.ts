// dynamodb:UpdateItem: changes some attributes of an item, and makes the item where there is none.
import { err, ok, type Result } from '../../../aws/result.ts';
import { entry } from '../../../account/record.ts';
import type { DynamoKey } from '../../../account/resources.ts';
import type { AwsError } from '../../aws-error.ts';
import { operation, type Scene } from '../../operation.ts';
import type { InputOf } from '../../parameters.ts';
import { accessKeys, leadingOf } from './access.ts';
import { attributesOf, invalid, type Attributes } from './attribute-value.ts';
import { attributesIn as attributesOfCondition, holds, readCondition } from './condition.ts';
import { readExpressions } from './expression.ts';
import {
  attributesError,
  attributesIn,
  itemAt,
  itemName,
  itemSizeError,
  KEY,
  keyGiven,
  storedItem,
} from './item.ts';
import { expression, NAMES, returnValues, VALUES } from './parameters.ts';
import { conditionFailed } from './PutItem.ts';
import { itemChange, namedTable, spaceError, TABLE_NAME, tableNameError, tableOf } from './table.ts';
import { attributesOfUpdate, attributesWritten, readUpdate, updated, type Update } from './update.ts';

const READERS = { UpdateExpression: readUpdate, ConditionExpression: readCondition } as const;

const PARAMETERS = {
  TableName: TABLE_NAME,
  Key: KEY,
  ReturnValues: returnValues(['ALL_NEW', 'ALL_OLD', 'NONE', 'UPDATED_NEW', 'UPDATED_OLD']),
  UpdateExpression: expression('updateExpression'),
  ConditionExpression: expression('conditionExpression'),
  ExpressionAttributeNames: NAMES,
  ExpressionAttributeValues: VALUES,
} as const;

type Input = InputOf<typeof PARAMETERS>;

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html */
export const UpdateItem = operation({
  name: 'dynamodb:UpdateItem',
  readOnly: false,
  dataEvent: true,
  cli: 'dynamodb update-item',
  parameters: PARAMETERS,
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
    const { UpdateExpression: update, ConditionExpression: condition } = read.ok ? read.value : {};
    return [
      {
        action: 'dynamodb:UpdateItem',
        resource: arn,
        context: accessKeys({
          leading: leadingOf(found?.table.key, key),
          attributes: [
            ...Object.keys(key),
            ...(update ? attributesOfUpdate(update) : []),
            ...(condition ? attributesOfCondition(condition) : []),
          ],
          returnValues: input.ReturnValues ?? 'NONE',
        }),
      },
    ];
  },
  perform: performed,
});

function performed(scene: Scene, input: Input) {
  const found = tableOf(scene, input.TableName);
  if (!found.ok) return found;
  const { table } = found.value;
  const key = keyGiven(table.key, attributesIn(input.Key));
  if (!key.ok) return key;
  const read = readExpressions(input, READERS);
  if (!read.ok) return read;
  const { UpdateExpression: update = [], ConditionExpression: condition } = read.value;
  const name = itemName(table.key, key.value);
  const before = itemAt(table, name);
  if (condition && !holds(condition, before ?? {})) return err(conditionFailed());
  const after = itemAfter(table.key, before ?? key.value, update);
  if (!after.ok) return after;
  const text = storedItem(after.value);
  const full = spaceError(found.value, { items: before ? 0 : 1, characters: text.length });
  if (full) return err(full);
  const shown = shownAttributes(input.ReturnValues, before, after.value, update);
  return ok({
    output: shown ? { Attributes: shown } : {},
    changes: [itemChange(found.value, name, text)],
  });
}

function itemAfter(
  key: readonly DynamoKey[],
  before: Attributes,
  update: Update,
): Result<Attributes, AwsError> {
  const ofKey = attributesWritten(update).find((attribute) => key.some(({ name }) => name === attribute));
  if (ofKey !== undefined)
    return err(
      invalid(
        `One or more parameter values were invalid: Cannot update attribute ${ofKey}. This attribute is part of the key`,
      ),
    );
  const after = updated(before, update);
  if (!after.ok) return after;
  const tooLarge = itemSizeError(after.value);
  return tooLarge ? err(tooLarge) : after;
}

/** Of paths into an attribute the whole attribute is shown. */
function shownAttributes(
  wanted: string | undefined,
  before: Attributes | null,
  after: Attributes,
  update: Update,
): Attributes | null {
  const written = (item: Attributes): Attributes | null => {
    const some = [...new Set(attributesWritten(update))].flatMap((name) => {
      const value = entry(item, name);
      return value ? [[name, value] as const] : [];
    });
    return some.length === 0 ? null : attributesOf(some);
  };
  switch (wanted) {
    case 'ALL_NEW':
      return after;
    case 'ALL_OLD':
      return before;
    case 'UPDATED_NEW':
      return written(after);
    case 'UPDATED_OLD':
      return before && written(before);
    default:
      return null;
  }
}
