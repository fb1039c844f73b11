// The reading of a statement: what it says, in one sentence of plain English, whatever is asked for.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type {
  BaseOperator,
  Condition,
  PatternElement,
  PrincipalElement,
  PrincipalEntry,
  Statement,
} from '../../policy/document.ts';
import { actionsMatching } from '../../policy/completion/action-index.ts';
import { list, say, type Part } from './part.ts';

/**
 * For example: Allows `s3:GetObject` on `arn:aws:s3:::maple/*` when `aws:SourceIp` is in `203.0.113.0/24`. With the
 * vocabulary, wildcards say how many actions they stand for today.
 */
export function readingOf(statement: Statement, vocabulary?: Vocabulary): readonly Part[] {
  const { effect, principal, action, resource, conditions } = statement;
  const what = resource
    ? say`${actionWords(action, vocabulary)}${resourceWords(resource)}`
    : actionWords(action, vocabulary);
  const parts = [
    !principal
      ? say`${[{ text: effect === 'Allow' ? 'Allows ' : 'Denies ' }]}${what}`
      : effect === 'Allow'
        ? say`Allows ${whoWords(principal)} to do ${what}`
        : say`Denies ${what} to ${whoWords(principal)}`,
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

function whoWords({ negated, entries }: PrincipalElement): readonly Part[] {
  const people = separated(entries.map(entryWords));
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

function separated(items: readonly (readonly Part[])[]): readonly Part[] {
  return items.flatMap((item, at): readonly Part[] => {
    if (at === 0) return item;
    return at === items.length - 1 ? say` and ${item}` : say`, ${item}`;
  });
}

function actionWords(
  { negated, patterns }: PatternElement,
  vocabulary: Vocabulary | undefined,
): readonly Part[] {
  const values = patterns.map(({ value }) => value);
  if (negated) return say`everything but ${list(values, 'and')}`;
  if (values.includes('*')) return say`everything`;
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
  if (negated) return say` on any resource but ${list(values, 'and')}`;
  return values.includes('*') ? say` on any resource` : say` on ${list(values, 'and')}`;
}

function conditionsWords(conditions: readonly Condition[], effect: Statement['effect']): readonly Part[] {
  const each = conditions.map((condition) => conditionWords(condition));
  const joinedByAnd = each.flatMap((words, at) => (at === 0 ? words : say`, and ${words}`));
  return effect === 'Allow' ? say`, but only when ${joinedByAnd}` : say` when ${joinedByAnd}`;
}

/** `one` for a single value, `several` for more, which are alternatives; of negated operators none may be met. */
const VERBS: Readonly<
  Record<Exclude<BaseOperator, 'Null'>, { readonly one: string; readonly several: string }>
> = {
  StringEquals: { one: 'is', several: 'is one of' },
  StringNotEquals: { one: 'is not', several: 'is none of' },
  StringEqualsIgnoreCase: { one: 'is, letter case aside,', several: 'is, letter case aside, one of' },
  StringNotEqualsIgnoreCase: { one: 'is not, letter case aside,', several: 'is, letter case aside, none of' },
  StringLike: { one: 'matches', several: 'matches one of' },
  StringNotLike: { one: 'does not match', several: 'matches none of' },
  NumericEquals: { one: 'is', several: 'is one of' },
  NumericNotEquals: { one: 'is not', several: 'is none of' },
  NumericLessThan: { one: 'is less than', several: 'is less than one of' },
  NumericLessThanEquals: { one: 'is at most', several: 'is at most one of' },
  NumericGreaterThan: { one: 'is more than', several: 'is more than one of' },
  NumericGreaterThanEquals: { one: 'is at least', several: 'is at least one of' },
  DateEquals: { one: 'is', several: 'is one of' },
  DateNotEquals: { one: 'is not', several: 'is none of' },
  DateLessThan: { one: 'is before', several: 'is before one of' },
  DateLessThanEquals: { one: 'is not after', several: 'is not after one of' },
  DateGreaterThan: { one: 'is after', several: 'is after one of' },
  DateGreaterThanEquals: { one: 'is not before', several: 'is not before one of' },
  Bool: { one: 'is', several: 'is one of' },
  BinaryEquals: { one: 'is', several: 'is one of' },
  IpAddress: { one: 'is in', several: 'is in one of' },
  NotIpAddress: { one: 'is outside of', several: 'is outside of' },
  ArnEquals: { one: 'matches', several: 'matches one of' },
  ArnLike: { one: 'matches', several: 'matches one of' },
  ArnNotEquals: { one: 'does not match', several: 'matches none of' },
  ArnNotLike: { one: 'does not match', several: 'matches none of' },
};

/** What one condition asks for, with its key as the subject: `aws:SourceIp` is in `203.0.113.0/24`. */
export function conditionWords({ operator, key, values }: Condition): readonly Part[] {
  const texts = values.map(({ value }) => value);
  if (operator.base === 'Null') {
    const absent = texts.map((text) => text.toLowerCase());
    if (absent.every((text) => text === 'true')) return say`${key} is not in the request`;
    if (absent.every((text) => text === 'false')) return say`${key} is in the request`;
    return say`${key} is in the request or not`;
  }
  const { one, several } = VERBS[operator.base];
  const verb: readonly Part[] = [{ text: texts.length === 1 ? one : several }];
  const core = say`${verb} ${list(texts, 'and')}`;
  if (operator.set === 'ForAllValues') return say`every value of ${key} (there may be none) ${core}`;
  if (operator.set === 'ForAnyValue')
    return operator.ifExists
      ? say`${key} is not in the request, or any value of it ${core}`
      : say`any value of ${key} ${core}`;
  return operator.ifExists ? say`${key} is not in the request, or ${core}` : say`${key} ${core}`;
}
