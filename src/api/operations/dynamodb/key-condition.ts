// Key conditions: which items of a table a Query is about.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { DynamoKey } from '../../../account/resources.ts';
import type { AwsError } from '../../aws-error.ts';
import { compareValues, invalid, typeOf, type Attributes, type AttributeValue } from './attribute-value.ts';
import { holds, type Condition } from './condition.ts';

/** What a Query asks of the keys. */
export interface KeyCondition {
  readonly partition: AttributeValue;
  /** On the sort key; null: all items of the partition. */
  readonly sort: Condition | null;
}

const PREFIX = 'Invalid KeyConditionExpression: ';

/**
 * A condition made of one or two on the attributes of the primary key, or why it is none.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
 */
export function keyConditionOf(
  condition: Condition,
  [partitionKey, sortKey]: readonly DynamoKey[],
): Result<KeyCondition, AwsError> {
  const parts = condition.kind === 'all' ? condition.parts : [condition];
  let partition: AttributeValue | null = null;
  let sort: Condition | null = null;
  for (const part of parts) {
    const on = keyOf(part);
    if (!on.ok) return on;
    const { name, values } = on.value;
    const key = name === partitionKey?.name ? partitionKey : name === sortKey?.name ? sortKey : null;
    if (!key) continue;
    if (values.some((value) => typeOf(value) !== key.type))
      return err(
        invalid(
          'One or more parameter values were invalid: Condition parameter type does not match schema type',
        ),
      );
    if (key === sortKey) sort = part;
    else if (part.kind === 'compare' && part.by === '=') partition = values[0] ?? null;
    else return err(invalid('Query key condition not supported'));
  }
  if (!partition)
    return err(invalid(`Query condition missed key schema element: ${partitionKey?.name ?? ''}`));
  if (parts.length > 2) return err(invalid('Conditions can be of length 1 or 2 only'));
  if (parts.length === 2 && !sort)
    return err(
      sortKey
        ? invalid(`Query condition missed key schema element: ${sortKey.name}`)
        : invalid('Query key condition not supported'),
    );
  return ok({ partition, sort });
}

/** What partition a key condition is about, before the table is known to have this key; null where it cannot tell. */
export function partitionIn(condition: Condition, name: string): AttributeValue | null {
  const parts = condition.kind === 'all' ? condition.parts : [condition];
  for (const part of parts) {
    const on = part.kind === 'compare' && part.by === '=' ? keyOf(part) : null;
    if (on?.ok && on.value.name === name) return on.value.values[0] ?? null;
  }
  return null;
}

interface OnKey {
  readonly name: string;
  readonly values: readonly AttributeValue[];
}

/** One attribute held against values; nothing else can be asked of a key. */
function keyOf(condition: Condition): Result<OnKey, AwsError> {
  switch (condition.kind) {
    case 'any':
      return err(invalid(`${PREFIX}Invalid operator used in KeyConditionExpression: OR`));
    case 'not':
      return err(invalid(`${PREFIX}Invalid operator used in KeyConditionExpression: NOT`));
    case 'in':
      return err(invalid(`${PREFIX}Invalid operator used in KeyConditionExpression: IN`));
    case 'all':
      return err(invalid('Query key condition not supported'));
    case 'function':
      return condition.name === 'begins_with'
        ? onKey(condition.operands[0], condition.operands.slice(1))
        : err(invalid(`${PREFIX}Invalid operator used in KeyConditionExpression: ${condition.name}`));
    case 'between': {
      const { of, low, high } = condition;
      const order =
        low.kind === 'value' && high.kind === 'value' ? compareValues(low.value, high.value) : null;
      return order !== null && order > 0
        ? err(
            invalid(
              `${PREFIX}The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: ${printed(low)}, upper bound operand: AttributeValue: ${printed(high)}`,
            ),
          )
        : onKey(of, [low, high]);
    }
    case 'compare':
      if (condition.by === '<>')
        return err(invalid(`${PREFIX}Invalid operator used in KeyConditionExpression: <>`));
      return condition.left.kind === 'value'
        ? onKey(condition.right, [condition.left])
        : onKey(condition.left, [condition.right]);
  }
}

type Operand = Extract<Condition, { kind: 'compare' }>['left'];

function onKey(key: Operand | undefined, operands: readonly Operand[]): Result<OnKey, AwsError> {
  const values = operands.flatMap((operand) => (operand.kind === 'value' ? [operand.value] : []));
  return key?.kind === 'path' && key.path.length === 1 && values.length === operands.length
    ? ok({ name: key.path[0], values })
    : err(invalid('Query key condition not supported'));
}

/** `{S:a}` */
function printed(operand: Operand): string {
  if (operand.kind !== 'value') return '';
  const [[type, value] = ['', '']] = Object.entries(operand.value);
  return `{${type}:${String(value)}}`;
}

export const matches = ({ sort }: KeyCondition, item: Attributes): boolean =>
  sort === null || holds(sort, item);
