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

/**
 * Keys of ARNs that AWS's own examples compare letter by letter.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
const WHOLE_ARNS = new Set(['iam:permissionsboundary', 'iam:policyarn']);

/**
 * Whether an operator is made for values of a type. `String` is also the type of keys that nobody knows.
 * @param key Where it is known, as AWS writes it.
 */
export function suits(base: BaseOperator, type: ConditionKeyType, key = ''): boolean {
  if (base === 'Null') return true;
  const plain = type.replace('ArrayOf', '');
  if (/^String(Not)?Equals$/.test(base) && WHOLE_ARNS.has(key.toLowerCase())) return true;
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

interface Asked {
  /** Those under the operator that is being named. */
  readonly keys: readonly string[];
  /** The types of keys that the statement can have. */
  readonly possible: ReadonlySet<ConditionKeyType>;
  readonly isDeny: boolean;
}

/** Keys that an access key has not, so that a Deny which asks for their values does not see it. */
const OF_MFA = /^aws:multifactorauth/i;

/**
 * Operators that are not there yet: those made for the keys that stand under the one being named, or else for the
 * `possible` types that keys of the statement can have. What asks about several values comes first for keys that have several, and not at all where
 * none has; the rest can still be typed.
 */
export function operatorIdeas(
  vocabulary: Vocabulary,
  { keys, possible, isDeny }: Asked,
  present: readonly string[],
  typed: string,
): readonly Idea[] {
  const known = keys.flatMap((key) => {
    const type = keyType(vocabulary, key);
    return type === undefined ? [] : [{ key, type }];
  });
  const types = known.map(({ type }) => type);
  const several = types.some(isMultivalued);
  const isOfMfa = isDeny && keys.some((key) => OF_MFA.test(key));
  /** Of keys that are known, whether they are there is asked last; a moment is always there. */
  const isLast = ({ base }: ConditionOperator): number =>
    base === 'Null' && types.length > 0 ? (types.includes('Date') ? 9 : 1) : 0;
  const asked = types.length > 0 ? types : [...possible];
  const fits = ({ base, set, ifExists }: ConditionOperator): boolean =>
    typed !== '' ||
    ((set === null || !ifExists || several) &&
      asked.some((type) => suits(base, type) && (set === null || isMultivalued(type))));
  const rank = ({ set, ifExists }: ConditionOperator): number =>
    several
      ? Number(set === null)
      : isOfMfa
        ? Number(!ifExists)
        : typed !== ''
          ? 0
          : ifExists
            ? 2
            : Number(set !== null);
  const fitting = OPERATORS.filter(
    (one) =>
      !present.includes(one.text) &&
      known.every(({ key, type }) => suits(one.base, type, key) && isFor(one, type)) &&
      fits(one),
  ).toSorted((a, b) => rank(a) + isLast(a) - rank(b) - isLast(b));
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

/** Without ForAnyValue or ForAllValues nothing but Null asks for a key of several values. */
const isFor = ({ base, set }: ConditionOperator, type: ConditionKeyType): boolean =>
  set !== null || base === 'Null' || !isMultivalued(type);

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
