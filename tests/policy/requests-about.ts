// Requests that a policy document may turn on: of every kind of caller, with and without each of its condition keys.
import { NO_POLICIES, type AppliedPolicy, type ApplicablePolicies } from '../../src/evaluation/applicable.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import type { ContextValue, Principal, Request } from '../../src/evaluation/request.ts';
import { covers } from '../../src/policy/glob.ts';
import type { PolicyDocument, PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { readDraft } from '../../src/policy/draft.ts';
import { globalKey } from '../../src/policy/global-keys.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { grammarOf } from '../../src/policy/resource-grammars.ts';
import { saveError } from '../../src/policy/save.ts';
import { resourceFault } from '../../src/policy/save-resource.ts';
import { ACCOUNT, ALICE, allow, OTHER_ACCOUNT, policy, principal } from '../evaluation/build.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Whether the service that keeps such policies takes the text; where it is not said which, whether it can be read. */
export function canBeSaved(text: string, type: PolicyType, resource?: ResourceKind): boolean {
  if (parsePolicy(text).document === null) return false;
  if (type === 'trust' || type === 'scp' || type === 'rcp') return saveError(text, { kind: type }) === null;
  if (type === 'endpoint') return true;
  if (type !== 'resource') return saveError(text, { kind: 'identity' }) === null;
  if (resource === 'key') return saveError(text, { kind: 'key' }) === null;
  if (resource === 'bucket') return saveError(text, { kind: 'bucket', bucket: 'bookshop' }) === null;
  const grammar = grammarOf(resource);
  return grammar === undefined || resourceFault(text, readDraft(text), grammar) === null;
}

const KEYLESS_USER: Principal = {
  ...{ kind: 'user', arn: ALICE, account: ACCOUNT, name: 'alice' },
  keyless: true,
};
const KEYLESS_ROLE: Principal = {
  kind: 'roleSession',
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/dev/s`,
  account: ACCOUNT,
  roleName: 'dev',
  sessionName: 's',
  keyless: true,
};

/** Own user and role, another account, a service, nobody; and two of whom nothing is known but what the context says. */
const CALLERS: readonly Principal[] = [
  KEYLESS_USER,
  KEYLESS_ROLE,
  principal(ALICE),
  principal(`arn:aws:sts::${ACCOUNT}:assumed-role/dev/s`),
  principal(`arn:aws:iam::${OTHER_ACCOUNT}:user/eve`),
  principal({ service: 'sns.amazonaws.com' }),
  principal('anonymous'),
];

/** One text that a pattern matches. */
const matched = (pattern: string): string => pattern.replace(/\$\{[^{}]*\}/g, 'ana').replace(/[*?]/g, 'x');

const MOST_ACTIONS = 3;
const MOST_CONTEXTS = 200;
const MOST_REQUESTS = 1_400;

/** Actions that a pattern matches: a name stands for itself, also where AWS has none of that name. */
function actionsOf(pattern: string): readonly string[] {
  if (!/[*?]/.test(pattern)) return /^[^:]+:[^:]+$/.test(pattern) ? [pattern] : [];
  const lower = pattern.toLowerCase();
  const found: string[] = [];
  for (const [name, action] of VOCABULARY.actions)
    if (covers(lower, name) && found.push(action.name) === MOST_ACTIONS) break;
  return found;
}

/** Of keys that AWS does not type well, the type of what it sends. */
const typeOf = (key: string): string =>
  (/^glacier:archiveageindays$/.test(key) ? 'Numeric' : undefined) ??
  globalKey(key)?.type ??
  VOCABULARY.conditionKey(key)?.type ??
  (/:amr$/.test(key) ? 'ArrayOfString' : 'String');

/** What a key may be in a request: missing, one of the values that are written, and something else. */
function valuesOf(key: string, written: ReadonlySet<string>): readonly (ContextValue | undefined)[] {
  const type = typeOf(key).replace('ArrayOf', '');
  const isPossible = POSSIBLE[type] ?? /./;
  const near = [...written].slice(0, 4).flatMap((value) => [matched(value), value, value.toLowerCase()]);
  const all = [
    ...new Set([...near.filter((value) => isPossible.test(value)), ...(OTHERS[type] ?? ['other'])]),
  ];
  if (type === typeOf(key)) return [undefined, ...all];
  return [undefined, [], ...all.map((value) => [value]), all, [...all.slice(0, 1), 'other']];
}

/** How AWS writes values of each type in requests: where a text has another form, it is none of those. */
const POSSIBLE: Readonly<Record<string, RegExp>> = {
  Bool: /^(true|false)$/,
  Numeric: /^(0|[1-9]\d*)$/,
  Date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  IPAddress: /^\d+(\.\d+){3}$/,
  ARN: /^arn:[^:]*:[^:]*:[^:]*:[^:]*:./,
};

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  Bool: ['true', 'false'],
  Numeric: ['10', '3600', '400'],
  Date: ['2026-11-22T10:00:00Z', '2024-01-01T00:00:00Z', '2030-01-01T00:00:00Z'],
  IPAddress: ['203.0.113.7', '10.0.0.1', '198.51.100.1', '2001:db8::7'],
  ARN: [
    `arn:aws:iam::${ACCOUNT}:role/dev`,
    `arn:aws:iam::${OTHER_ACCOUNT}:role/x`,
    'arn:aws:sns:eu-west-1:444455556666:111122223333:x',
    'topic',
  ],
};

/** As many of all combinations as are looked at, spread evenly. */
function contextsOf(documents: readonly PolicyDocument[]): readonly Record<string, ContextValue>[] {
  const written = new Map<string, Set<string>>();
  for (const { statements } of documents)
    for (const { conditions } of statements)
      for (const { key, values } of conditions) {
        const lower = key.toLowerCase();
        const known = written.get(lower) ?? new Set();
        for (const { value } of values) known.add(value);
        written.set(lower, known);
      }
  const keys = [...written].map(([key, values]) =>
    valuesOf(key, values).map((value): readonly [string, ContextValue | undefined] => [key, value]),
  );
  return combined(keys, MOST_CONTEXTS).map((pairs) =>
    Object.fromEntries(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))),
  );
}

/** About what any of the documents names. */
function requestsAbout(documents: readonly PolicyDocument[], type: PolicyType): readonly Request[] {
  const statements = documents.flatMap((document) => document.statements);
  const actions = statements.flatMap(({ action }) =>
    action.negated
      ? ['s3:GetObject', 'iam:GetUser']
      : action.patterns.slice(0, 8).flatMap(({ value }) => actionsOf(value)),
  );
  const resources =
    type === 'trust'
      ? [`arn:aws:iam::${ACCOUNT}:role/app`]
      : statements.flatMap(({ resource }) =>
          !resource || resource.negated
            ? [OBJECT]
            : resource.patterns.slice(0, 4).map(({ value }) => (value === '*' ? OBJECT : matched(value))),
        );
  const contexts = contextsOf(documents);
  return combined<unknown>(
    [CALLERS, contexts, [...new Set(actions)], [...new Set(resources)]],
    MOST_REQUESTS,
  ).map(
    ([caller, context, action, resource]) =>
      ({ principal: caller, action, resource, resourceAccount: ACCOUNT, context }) as Request,
  );
}

const OBJECT = 'arn:aws:s3:::bookshop/x';

/** All combinations of one item of each list; of too many, as many as are wanted, spread evenly. */
function combined<Item>(lists: readonly (readonly Item[])[], most: number): readonly Item[][] {
  const count = lists.reduce((product, { length }) => product * length, 1);
  const kept = Math.min(count, most);
  return Array.from({ length: kept }, (_, nth) => {
    let rest = Math.floor((nth * count) / kept);
    return lists.flatMap((list) => {
      const item = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      return item === undefined ? [] : [item];
    });
  });
}

const EVERYTHING = policy(allow(), { id: 'all' });
const EVERYTHING_TO_ALL = policy(allow({ Principal: '*' }), { id: 'all' });

const applied = (document: PolicyDocument): AppliedPolicy => ({
  source: { id: 'p', name: 'P', kind: 'inline' },
  document,
});

/** The document where policies of its type have a say: alone, and beside one that allows everything. */
function placed(document: PolicyDocument, type: PolicyType): readonly ApplicablePolicies[] {
  const one = applied(document);
  const open = { ...NO_POLICIES, identity: [EVERYTHING], resource: [] };
  const levels = (...policies: AppliedPolicy[]): ApplicablePolicies['scps'] => [{ name: 'Root', policies }];
  switch (type) {
    case 'identity':
      return [
        { ...NO_POLICIES, identity: [one] },
        { ...NO_POLICIES, identity: [one, EVERYTHING] },
      ];
    case 'boundary':
      return [{ ...open, boundary: one }];
    case 'session':
      return [
        { ...open, session: [one] },
        { ...open, session: [one, EVERYTHING] },
      ];
    case 'resource':
    case 'trust':
      return [
        { ...NO_POLICIES, resource: [one] },
        { ...open, resource: [one] },
        { ...open, resource: [one, EVERYTHING_TO_ALL] },
      ];
    case 'scp':
      return [
        { ...open, scps: levels(one) },
        { ...open, scps: levels(one, EVERYTHING) },
      ];
    case 'rcp':
      return [{ ...open, resource: [EVERYTHING_TO_ALL], rcps: levels(one, EVERYTHING_TO_ALL) }];
    case 'endpoint':
      return [{ ...open, endpoint: one }];
  }
}

/** The first request, of those that either text may turn on, that the one denies and the other allows. */
export function newlyAllowed(before: string, after: string, type: PolicyType): Request | undefined {
  const old = parsePolicy(before).document;
  const now = parsePolicy(after).document;
  if (!old || !now) return undefined;
  const pairs = placed(old, type).map((place, at) => [place, placed(now, type)[at] ?? place] as const);
  return requestsAbout([old, now], type).find((asked) =>
    pairs.some(([was, is]) => !isAllowed(was, asked) && isAllowed(is, asked)),
  );
}

const isAllowed = (policies: ApplicablePolicies, asked: Request): boolean =>
  evaluate(policies, asked).decision.outcome === 'allow';
