// Condition: JSON -> one entry for each key under each operator.
import { fault } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Condition } from './document.ts';
import type { Json, JsonMember } from './json.ts';
import { nearest } from './nearest.ts';
import { BASE_OPERATORS, parseOperator } from './operators.ts';
import type { Spanned } from './span.ts';
import { readConditionValues } from './values.ts';

/** A condition with the places of its parts. */
export interface DraftCondition extends Condition {
  /** The operator as written. */
  readonly operatorName: Spanned<string>;
  /** The key as written. */
  readonly name: Spanned<string>;
  readonly value: Json;
}

/**
 * Reads the value of a Condition element. IAM does not look at the name of an operator that has no keys under it,
 * and neither does this.
 */
export function readConditions(json: Json, found: Diagnostic[]): DraftCondition[] {
  if (json.kind !== 'object') {
    const help = 'Write an object in braces { }, with condition operators as its names.';
    found.push(fault('DATA_TYPE_MISMATCH', json, 'Condition', { help }));
    return [];
  }
  if (json.members.length === 0) found.push(fault('EMPTY_OBJECT_CONDITION', json));
  return json.members.flatMap((block) => readBlock(block, found));
}

function readBlock({ name, value }: JsonMember, found: Diagnostic[]): DraftCondition[] {
  if (value.kind !== 'object') {
    found.push(isKey(name.value) ? withoutOperator(name, value) : notAnObject(name, value));
    return [];
  }
  if (value.members.length === 0) {
    found.push(fault('EMPTY_OBJECT_CONDITION', value));
    return [];
  }
  const operator = parseOperator(name.value);
  if (operator === null) found.push(unknownOperator(name));
  return value.members.flatMap((member) => {
    const key = member.name.value;
    const values = readConditionValues(member.value, key, found);
    if (operator === null) return [];
    const places = { operatorName: name, name: member.name, value: member.value };
    return [{ operator, key, values, from: member.from, to: member.to, ...places }];
  });
}

function notAnObject({ value: operator }: JsonMember['name'], value: Json): Diagnostic {
  const help = 'Write an object in braces { }, with condition keys as its names.';
  return fault('DATA_TYPE_MISMATCH', value, operator, { help });
}

/** `aws:username`, and not a set operator such as `ForAnyValue:StringLike`. */
const isKey = (name: string): boolean => /^[\w.-]+:[\w.:/-]+$/.test(name) && !/^For(Any|All)/i.test(name);

/** `"Condition": {"aws:username": "noor"}` */
function withoutOperator(name: JsonMember['name'], value: Json): Diagnostic {
  const operator = value.kind === 'boolean' ? 'Bool' : 'StringEquals';
  return fault('INVALID_CONDITION_OPERATOR', name, JSON.stringify(name.value), {
    message: 'There is no condition operator {}: this is a condition key.',
    help: 'A condition key stands in an object under an operator, such as StringEquals.',
    fixes: [
      {
        label: `Put it under ${operator}`,
        edits: [
          { from: name.from, to: name.from, text: `"${operator}": { ` },
          { from: value.to, to: value.to, text: ' }' },
        ],
      },
    ],
  });
}

function unknownOperator(name: JsonMember['name']): Diagnostic {
  const [, set = '', rest = name.value] = /^((?:ForAllValues|ForAnyValue):)?(.*)$/s.exec(name.value) ?? [];
  if (rest === 'NullIfExists')
    return fault('NULL_WITH_IF_EXISTS', name, '', { suggestions: [JSON.stringify(`${set}Null`)] });
  const ending = /IfExists$/i.test(rest) ? 'IfExists' : '';
  const base = ending === '' ? rest : rest.slice(0, -ending.length);
  // `StringEquals:ForAnyValue`
  const [, before = '', behind] = /^(.*):(ForAllValues|ForAnyValue)$/s.exec(rest) ?? [];
  const near = nearest(base, BASE_OPERATORS).map((word) => word + ending);
  const words = [
    ...(behind === undefined ? [] : [`${behind}:${before}`]),
    ...(near.length > 0
      ? near
      : nearest(
          rest,
          BASE_OPERATORS.map((word) => `${word}IfExists`),
        )
    ).map((word) => set + word),
  ];
  const suggestions = words
    .filter((word) => parseOperator(word) !== null)
    .map((word) => JSON.stringify(word));
  return fault('INVALID_CONDITION_OPERATOR', name, JSON.stringify(name.value), { suggestions });
}
