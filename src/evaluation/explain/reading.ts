// The reading of a statement: what it says, in one sentence of plain English, whatever is asked for.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type {
  BaseOperator,
  Condition,
  ConditionOperator,
  PatternElement,
  PrincipalElement,
  PrincipalEntry,
  Statement,
} from '../../policy/document.ts';
import { actionsMatching } from '../../policy/completion/action-index.ts';
import { list, say, separated, type Part } from './part.ts';
import { trustedWords, trustWords } from './trust-words.ts';

/**
 * For example: Allows `s3:GetObject` on `arn:aws:s3:::maple/*` when `aws:SourceIp` is in `203.0.113.0/24`. With the
 * vocabulary, wildcards say how many actions they stand for today.
 * @param own The account of the policy: whoever of it may assume a role is named without it.
 */
export function readingOf(statement: Statement, vocabulary?: Vocabulary, own?: string): readonly Part[] {
  const { effect, principal, action, resource, conditions } = statement;
  const what = resource
    ? // What comes next is no part of what is left out.
      say`${actionWords(action, vocabulary)}${action.negated ? say`,` : []}${resourceWords(resource)}`
    : actionWords(action, vocabulary);
  const trust =
    principal && !resource
      ? trustWords({ effect, action, who: whoWords(principal, (entry) => trustedWords(entry, own)), what })
      : null;
  const parts = [
    trust ??
      (!principal
        ? say`${[{ text: effect === 'Allow' ? 'Allows ' : 'Denies ' }]}${what}`
        : effect === 'Allow'
          ? say`Allows ${whoWords(principal)} to do ${what}`
          : say`Denies ${what}${resource?.negated ? say`,` : []} to ${whoWords(principal)}`),
  ];
  if (conditions.length > 0) parts.push(conditionsWords(conditions, effect));
  return joined([...parts, say`.`]);
}

const joined = (parts: readonly (readonly Part[])[]): readonly Part[] =>
  parts.flat().reduce<Part[]>((all, part) => {
    const last = all.at(-1);
    if (last && 'text' in last && 'text' in part) all[all.length - 1] = { text: last.text + part.text };
    else all.push(part);
    return all;
  }, []);

function whoWords(
  { negated, entries }: PrincipalElement,
  named: (entry: PrincipalEntry) => readonly Part[] | null = () => null,
): readonly Part[] {
  const people = separated(entries.map((entry) => named(entry) ?? entryWords(entry)));
  return negated ? say`everyone but ${people}` : people;
}

function entryWords({ kind, value }: PrincipalEntry): readonly Part[] {
  if (kind === 'Everyone' || (kind === 'AWS' && value === '*')) return say`everyone`;
  if (kind === 'Service') return say`the service ${value}`;
  if (kind === 'Federated') return say`whoever ${value} vouches for`;
  if (kind === 'CanonicalUser') return say`the account of the canonical user ${value}`;
  const account = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1];
  return account === undefined ? say`${value}` : say`the account ${account}`;
}

function actionWords(
  { negated, patterns }: PatternElement,
  vocabulary: Vocabulary | undefined,
): readonly Part[] {
  const values = patterns.map(({ value }) => value);
  const isAll = values.includes('*');
  if (values.length === 0 || isAll) return isAll === negated ? say`nothing` : say`everything`;
  if (negated) return say`everything but ${list(values, 'and')}`;
  return separatedFew(
    values.map((value) => actionPattern(value, vocabulary)),
    values.length,
  );
}

/** How many actions are named before the rest is only counted. */
const NAMED = 4;

function separatedFew(items: readonly (readonly Part[])[], count: number): readonly Part[] {
  if (count <= NAMED + 1) return separated(items);
  const first = items.slice(0, NAMED).flatMap((item, at) => (at === 0 ? item : say`, ${item}`));
  return say`${first} and ${[{ text: `${count - NAMED} more` }]}`;
}

function actionPattern(value: string, vocabulary: Vocabulary | undefined): readonly Part[] {
  const all = /^([\w-]+):\*$/.exec(value)?.[1];
  if (all !== undefined) {
    const name = vocabulary?.services.get(all.toLowerCase());
    return name === undefined ? say`every action of ${all}` : say`every action of ${[{ text: name }]}`;
  }
  if (!/[*?]/.test(value)) return say`${value}`;
  // A pattern that leaves the service open stands for too many to be counted.
  const count = vocabulary === undefined ? 0 : actionsMatching(vocabulary, value).length;
  return count === 0
    ? say`${value}`
    : say`${value} (${[{ text: `${count} ${count === 1 ? 'action' : 'actions'}` }]})`;
}

function resourceWords({ negated, patterns }: PatternElement): readonly Part[] {
  const values = patterns.map(({ value }) => value);
  const isAll = values.includes('*');
  if (values.length === 0 || isAll) return isAll === negated ? say` on no resource` : say` on any resource`;
  return negated ? say` on any resource but ${list(values, 'and')}` : say` on ${list(values, 'and')}`;
}

function conditionsWords(conditions: readonly Condition[], effect: Statement['effect']): readonly Part[] {
  const each = conditions.map((condition) => conditionWords(condition));
  const joinedByAnd = each.flatMap((words, at) => (at === 0 ? words : say`, and ${words}`));
  return effect === 'Allow' ? say`, but only when ${joinedByAnd}` : say` when ${joinedByAnd}`;
}

interface Verb {
  /** What stands before the values, of which one is enough. */
  readonly is: string;
  /** What is said behind them. */
  readonly end?: string;
  /** Of an operator that is met by what is not so: the same, of one value and of several. */
  readonly not?: readonly [one: string, several: string];
}

const IS: Verb = { is: 'is' };
const IS_NOT: Verb = { is: 'is', not: ['is not', 'is none of'] };
const MATCHES: Verb = { is: 'matches' };
const MATCHES_NOT: Verb = { is: 'matches', not: ['does not match', 'matches none of'] };
const ANY_CASE = ' in any letter case';

const VERBS: Readonly<Record<Exclude<BaseOperator, 'Null'>, Verb>> = {
  StringEquals: IS,
  StringNotEquals: IS_NOT,
  StringEqualsIgnoreCase: { ...IS, end: ANY_CASE },
  StringNotEqualsIgnoreCase: { ...IS_NOT, end: ANY_CASE },
  StringLike: MATCHES,
  StringNotLike: MATCHES_NOT,
  NumericEquals: IS,
  NumericNotEquals: IS_NOT,
  NumericLessThan: { is: 'is less than' },
  NumericLessThanEquals: { is: 'is at most' },
  NumericGreaterThan: { is: 'is more than' },
  NumericGreaterThanEquals: { is: 'is at least' },
  DateEquals: IS,
  DateNotEquals: IS_NOT,
  DateLessThan: { is: 'is before' },
  DateLessThanEquals: { is: 'is not after' },
  DateGreaterThan: { is: 'is after' },
  DateGreaterThanEquals: { is: 'is not before' },
  Bool: IS,
  BinaryEquals: IS,
  IpAddress: { is: 'is in' },
  NotIpAddress: { is: 'is in', not: ['is outside of', 'is outside of'] },
  ArnEquals: MATCHES,
  ArnLike: MATCHES,
  ArnNotEquals: MATCHES_NOT,
  ArnNotLike: MATCHES_NOT,
};

/**
 * What one condition asks for, with its key as the subject: `aws:SourceIp` is in `203.0.113.0/24`. A negated operator is met
 * by a request without the key, too, and what is said of that stands in brackets: other conditions are joined to it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionWords({ operator, key, values }: Condition): readonly Part[] {
  const texts = values.map(({ value }) => value);
  if (operator.base === 'Null') return presenceWords(key, texts);
  const { is, not, end = '' } = VERBS[operator.base];
  if (texts.length === 0) return emptyWords(key, operator, not !== undefined);
  const after: readonly Part[] = end === '' ? [] : [{ text: end }];
  const met = say`${[{ text: is }]} ${list(texts, 'or')}${after}`;
  const core = not
    ? say`${[{ text: texts.length === 1 ? not[0] : not[1] }]} ${list(texts, 'and')}${after}`
    : met;
  if (operator.set === 'ForAllValues')
    return not ? say`no value of ${key} ${met}` : say`every value of ${key} (there may be none) ${core}`;
  const isMetWithout = operator.ifExists || (not !== undefined && operator.set === null);
  const subject = operator.set === null ? say`${key}` : say`at least one value of ${key}`;
  return say`${subject} ${core}${isMetWithout ? say` (or ${operator.set === null ? [] : say`${key} `}is not in the request)` : []}`;
}

/** Of the values of Null one is enough, and what is neither true nor false is never met. */
function presenceWords(key: string, texts: readonly string[]): readonly Part[] {
  const asked = new Set(texts.map((text) => text.toLowerCase()));
  const [missing, there] = [asked.has('true'), asked.has('false')];
  if (missing && there) return say`${key} is in the request or not (which always holds)`;
  if (missing) return say`${key} is not in the request`;
  if (there) return say`${key} is in the request`;
  if (texts.length === 0) return say`${key} is compared with an empty list (which never holds)`;
  return say`${key} is compared with ${list(texts, 'or')} instead of true or false (which never holds)`;
}

/** Nothing is in an empty list, whatever is looked for. */
function emptyWords(key: string, { set, ifExists }: ConditionOperator, isNegated: boolean): readonly Part[] {
  if (set === 'ForAnyValue' && isNegated)
    return say`${key} has some value${ifExists ? say` (or is not in the request)` : []}`;
  if (set === 'ForAllValues' && !isNegated) return say`${key} has no value in the request`;
  if (isNegated) return say`${key} is compared with an empty list (which always holds)`;
  return ifExists
    ? say`${key} is not in the request`
    : say`${key} is compared with an empty list (which never holds)`;
}
