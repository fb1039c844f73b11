// Operators of conditions: what each asks, which types of keys it is for, and which to offer.
import type { ConditionKeyType, Vocabulary } from '../../aws/vocabulary.ts';
import type { BaseOperator, ConditionOperator } from '../document.ts';
import { BASE_OPERATORS, parseOperator } from '../operators.ts';
import { CURSOR, type Idea } from './candidate.ts';
import { rankedOrNear } from './ranking.ts';
import { isMultivalued, keyType } from './statement-actions.ts';
import { block } from './write.ts';

/** What an operator asks of a value, as the end of a sentence that begins with "The value". */
const ASKS: Readonly<Record<BaseOperator, string>> = {
  StringEquals: 'is one of these, letter case included',
  StringNotEquals: 'is none of these, or is not there',
  StringEqualsIgnoreCase: 'is one of these, letter case aside',
  StringNotEqualsIgnoreCase: 'is none of these, letter case aside, or is not there',
  StringLike: 'looks like one of these, where * is any run of characters and ? any one',
  StringNotLike: 'looks like none of these, or is not there',
  NumericEquals: 'is one of these numbers',
  NumericNotEquals: 'is none of these numbers, or is not there',
  NumericLessThan: 'is less than this number',
  NumericLessThanEquals: 'is this number or less',
  NumericGreaterThan: 'is more than this number',
  NumericGreaterThanEquals: 'is this number or more',
  DateEquals: 'is this moment',
  DateNotEquals: 'is not this moment, or is not there',
  DateLessThan: 'is before this moment',
  DateLessThanEquals: 'is this moment or before it',
  DateGreaterThan: 'is after this moment',
  DateGreaterThanEquals: 'is this moment or after it',
  Bool: 'is true or false, as said here',
  BinaryEquals: 'is these bytes, in base64',
  IpAddress: 'is an address in one of these ranges',
  NotIpAddress: 'is an address in none of these ranges, or is not there',
  ArnEquals: 'is one of these ARNs, where * and ? stand for characters within a part',
  ArnLike: 'is one of these ARNs, where * and ? stand for characters within a part',
  ArnNotEquals: 'is none of these ARNs, or is not there',
  ArnNotLike: 'is none of these ARNs, or is not there',
  Null: 'is missing, for true; is there, for false',
};

/** What an operator asks, in a sentence or more. */
export function operatorMeaning({ base, set, ifExists }: ConditionOperator): string {
  const subject =
    set === 'ForAllValues'
      ? 'Every value that the request has for the key'
      : set === 'ForAnyValue'
        ? 'At least one value that the request has for the key'
        : 'The value';
  const allOf = set === 'ForAllValues' ? ' It also holds when the request has none.' : '';
  return `${subject} ${ASKS[base]}.${allOf}${ifExists ? ' When the key is not in the request, it holds as well.' : ''}`;
}

const ORDER: readonly BaseOperator[] = [
  'StringEquals',
  'StringLike',
  'StringNotEquals',
  'Bool',
  'ArnLike',
  'IpAddress',
  'Null',
  'StringNotLike',
  'ArnNotLike',
  'NotIpAddress',
  'DateLessThan',
  'DateGreaterThan',
  'NumericLessThan',
  'NumericLessThanEquals',
];
/** All operators, the usual ones first. */
export const BASES: readonly BaseOperator[] = [
  ...ORDER,
  ...BASE_OPERATORS.filter((base) => !ORDER.includes(base)),
];

/** Whether an operator is made for values of a type. `String` is also the type of keys that nobody knows. */
export function suits(base: BaseOperator, type: ConditionKeyType): boolean {
  if (base === 'Null') return true;
  const plain = type.replace('ArrayOf', '');
  if (base.startsWith('String')) return plain === 'String';
  if (base.startsWith('Arn')) return plain === 'ARN';
  if (base.startsWith('Numeric')) return plain === 'Numeric';
  if (base.startsWith('Date')) return plain === 'Date';
  if (base === 'Bool') return plain === 'Bool';
  if (base === 'BinaryEquals') return false;
  return plain === 'IPAddress';
}

/** `NullIfExists` is none: Null itself asks whether a key is there. */
const NAMES: readonly string[] = ['', 'ForAnyValue:', 'ForAllValues:'].flatMap((set) =>
  ['', 'IfExists'].flatMap((ending) => BASES.map((base) => `${set}${base}${ending}`)),
);
const OPERATORS = NAMES.flatMap((name) => parseOperator(name) ?? []);

/**
 * Operators that are not there yet: those made for the keys that stand under the one being named, or else for the
 * `possible` types that keys of the statement can have. What asks about several values comes first for keys that have several, and not at all where
 * none has; the rest can still be typed.
 */
export function operatorIdeas(
  vocabulary: Vocabulary,
  { keys, possible }: { readonly keys: readonly string[]; readonly possible: ReadonlySet<ConditionKeyType> },
  present: readonly string[],
  typed: string,
): readonly Idea[] {
  const types = keys.flatMap((key) => keyType(vocabulary, key) ?? []);
  const several = types.some(isMultivalued);
  const asked = types.length > 0 ? types : [...possible];
  const fits = ({ base, set, ifExists }: ConditionOperator): boolean =>
    typed !== '' ||
    ((set === null || !ifExists || several) &&
      asked.some((type) => suits(base, type) && (set === null || isMultivalued(type))));
  const rank = ({ set, ifExists }: ConditionOperator): number =>
    several ? Number(set === null) : typed !== '' ? 0 : ifExists ? 2 : Number(set !== null);
  const fitting = OPERATORS.filter(
    (one) => !present.includes(one.text) && types.every((type) => suits(one.base, type)) && fits(one),
  ).toSorted((a, b) => rank(a) - rank(b));
  return rankedOrNear(
    typed,
    fitting.map((operator) => ({
      kind: 'operator',
      label: operator.text,
      detail: detailOf(operator),
      info: operatorMeaning(operator),
      text: block('{', CURSOR),
    })),
  );
}

const detailOf = ({ base, set, ifExists }: ConditionOperator): string =>
  [
    KINDS.find(([word]) => base.includes(word))?.[1] ?? '',
    ...(set === 'ForAnyValue' ? ['any of several'] : set === 'ForAllValues' ? ['all of several'] : []),
    ...(ifExists ? ['if it is there'] : []),
  ].join(', ');

const KINDS: readonly (readonly [string, string])[] = [
  ['String', 'text'],
  ['Arn', 'ARN'],
  ['Ip', 'IP address'],
  ['Numeric', 'number'],
  ['Date', 'moment'],
  ['Bool', 'true or false'],
  ['Binary', 'bytes'],
  ['Null', 'is it there?'],
];
