// condition-words: what a condition asked for and what the request had instead, as one clause.
import type { BaseOperator } from '../../policy/document.ts';
import { isUnknown } from '../context.ts';
import { OPERATORS } from '../condition/registry.ts';
import type { ConditionResult } from '../evaluation.ts';
import { list, say, type Part } from './part.ts';

/** What stands between "the statement wants" and the values. */
const WANTS: Readonly<Record<Exclude<BaseOperator, 'Null'>, string>> = {
  StringEquals: '',
  StringNotEquals: 'anything but ',
  StringEqualsIgnoreCase: '',
  StringNotEqualsIgnoreCase: 'anything but ',
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
  say`${actualClause(result)}, the statement wants ${wantedClause(result)}${ifThere(result)}${unreadable(result)}`;

/** Why a key that is not there is no obstacle. */
function ifThere({ condition: { operator }, actual }: ConditionResult): readonly Part[] {
  if (actual !== undefined) return [];
  if (operator.ifExists) return say` if the key is there`;
  return operator.set === 'ForAllValues' ? say`, which a key without values meets` : [];
}

function actualClause({ condition: { key }, actual }: ConditionResult): readonly Part[] {
  if (actual === undefined) return say`${key} is not in the request`;
  if (isUnknown(actual)) return say`${key} is not known`;
  if (typeof actual === 'string') return actual === '' ? say`${key} is empty` : say`${key} is ${actual}`;
  if (actual.length === 0) return say`${key} has no values`;
  return actual.length === 1
    ? say`${key} has the value ${list(actual)}`
    : say`${key} has the values ${list(actual, 'and')}`;
}

function wantedClause({ condition, operator, actual }: ConditionResult): readonly Part[] {
  const values = condition.values.map(({ value }) => value);
  if (operator === 'Null') return [{ text: presenceWanted(values) }];
  const words = WANTS[operator];
  const named = words === '' ? list(values, 'or') : [{ text: words }, ...list(values, 'or')];
  const wanted = operator.endsWith('IgnoreCase') ? say`${named} in any letter case` : named;
  switch (condition.operator.set) {
    case 'ForAllValues':
      return say`every value to be ${wanted}`;
    case 'ForAnyValue':
      return say`at least one value to be ${wanted}`;
    case null:
      return typeof actual === 'object' && !isUnknown(actual)
        ? say`${wanted}; a key that is a list needs ${'ForAnyValue'} or ${'ForAllValues'}`
        : wanted;
  }
}

function presenceWanted(values: readonly string[]): string {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  if (wanted.has('true')) return wanted.has('false') ? 'it to be present or absent' : 'it to be absent';
  return 'it to be present';
}

/** What a value of the operator's type is called. */
function typeOf(operator: BaseOperator): string {
  if (operator.startsWith('Numeric')) return 'a number';
  if (operator.startsWith('Date')) return 'a date with time zone, as AWS writes it';
  if (operator.endsWith('IpAddress')) return 'an IP address or range';
  return operator === 'Bool' ? 'true or false' : 'base64';
}

/** Values that the operator cannot read: they equal nothing, also what looks the same. */
function unreadable({ condition, operator, actual }: ConditionResult): readonly Part[] {
  const rule = OPERATORS[operator];
  if (rule.kind === 'presence' || rule.isReadable === undefined) return [];
  const isReadable = rule.isReadable;
  const ofRequest: readonly string[] =
    typeof actual === 'string' ? [actual] : actual === undefined || isUnknown(actual) ? [] : actual;
  const found = [
    ...ofRequest.filter((text) => text !== '' && !isReadable(text, 'request')),
    ...condition.values.flatMap(({ value }) =>
      value.includes('${') || isReadable(value, 'policy') ? [] : [value],
    ),
  ];
  const bad = [...new Set(found)];
  return bad.length === 0
    ? []
    : say`; ${list(bad, 'and')} ${[{ text: `${bad.length === 1 ? 'is' : 'are'} not ${typeOf(operator)}` }]}`;
}
