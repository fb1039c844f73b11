// The condition operators of IAM as one table, and how their names are read.
import type { BaseOperator, ConditionOperator } from './document.ts';

/**
 * All 27, spelled as AWS spells them; names are compared with regard to letter case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const BASE_OPERATORS: readonly BaseOperator[] = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
];

const BY_NAME: ReadonlyMap<string, BaseOperator> = new Map(BASE_OPERATORS.map((name) => [name, name]));

const SET_OPERATORS = ['ForAllValues', 'ForAnyValue'] as const;
const IF_EXISTS = 'IfExists';

/**
 * Reads `[ForAllValues:|ForAnyValue:]Operator[IfExists]`; null when there is no such operator. `NullIfExists` does
 * not exist, because Null itself asks whether a key exists.
 */
export function parseOperator(text: string): ConditionOperator | null {
  const set = SET_OPERATORS.find((name) => text.startsWith(`${name}:`)) ?? null;
  const rest = set === null ? text : text.slice(set.length + 1);
  const ifExists = rest.endsWith(IF_EXISTS);
  const base = BY_NAME.get(ifExists ? rest.slice(0, -IF_EXISTS.length) : rest);
  if (base === undefined || (ifExists && base === 'Null')) return null;
  return { text, base, set, ifExists };
}
