// condition-words: what a condition asked for and what the request had instead, as one clause.
import type { BaseOperator } from '../../policy/document.ts';
import { isUnknown } from '../context.ts';
import type { ConditionResult } from '../evaluation.ts';
import { list, say, type Part } from './part.ts';

/** What stands between "the statement wants" and the values. */
const WANTS: Readonly<Record<Exclude<BaseOperator, 'Null'>, string>> = {
  StringEquals: '',
  StringNotEquals: 'anything but ',
  StringEqualsIgnoreCase: 'in any letter case ',
  StringNotEqualsIgnoreCase: 'in no letter case ',
  StringLike: 'a match for ',
  StringNotLike: 'no match for ',
  NumericEquals: '',
  NumericNotEquals: 'anything but ',
  NumericLessThan: 'less than ',
  NumericLessThanEquals: 'at most ',
  NumericGreaterThan: 'more than ',
  NumericGreaterThanEquals: 'at least ',
  DateEquals: '',
  DateNotEquals: 'anything but ',
  DateLessThan: 'a time before ',
  DateLessThanEquals: 'a time no later than ',
  DateGreaterThan: 'a time after ',
  DateGreaterThanEquals: 'a time no earlier than ',
  Bool: '',
  BinaryEquals: '',
  IpAddress: 'an address in ',
  NotIpAddress: 'an address outside ',
  ArnEquals: 'a match for ',
  ArnLike: 'a match for ',
  ArnNotEquals: 'no match for ',
  ArnNotLike: 'no match for ',
};

/** For example `aws:SecureTransport` is `true`, the statement wants `false`. */
export const conditionClause = (result: ConditionResult): readonly Part[] =>
  say`${actualClause(result)}, the statement wants ${wantedClause(result)}${ifThere(result)}`;

const ifThere = ({ condition, actual }: ConditionResult): readonly Part[] =>
  condition.operator.ifExists && actual === undefined ? say` if the key is there` : [];

function actualClause({ condition: { key }, actual }: ConditionResult): readonly Part[] {
  if (actual === undefined) return say`${key} is not in the request`;
  if (isUnknown(actual)) return say`${key} is not known`;
  if (typeof actual === 'string') return actual === '' ? say`${key} is empty` : say`${key} is ${actual}`;
  return actual.length === 0 ? say`${key} has no values` : say`${key} has the values ${list(actual)}`;
}

function wantedClause({ condition, operator, actual }: ConditionResult): readonly Part[] {
  const values = condition.values.map(({ value }) => value);
  if (operator === 'Null') {
    return values.some((value) => value.toLowerCase() === 'true')
      ? say`it to be absent`
      : say`it to be present`;
  }
  const words = WANTS[operator];
  const wanted = words === '' ? list(values) : [{ text: words }, ...list(values)];
  switch (condition.operator.set) {
    case 'ForAllValues':
      return say`every value to be ${wanted}`;
    case 'ForAnyValue':
      return say`at least one value to be ${wanted}`;
    case null:
      return typeof actual === 'object' && !isUnknown(actual)
        ? say`${wanted}; a key with several values needs ${'ForAnyValue'} or ${'ForAllValues'}`
        : wanted;
  }
}
