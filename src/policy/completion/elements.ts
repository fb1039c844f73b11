// Elements: which may stand in a policy of some kind, what each is for, and how it is begun.
import type { PolicyType } from '../document.ts';
import { valueOf, type OutlineNode } from '../outline.ts';
import { CURSOR, type Idea } from './candidate.ts';
import { block } from './write.ts';

export const VERSION = '2012-10-17';

/** Documents of another version take variables letter by letter. */
export function hasVariables(root: OutlineNode | null): boolean {
  const version = root?.kind === 'object' ? valueOf(root, 'Version') : null;
  return version?.kind === 'scalar' && version.value === VERSION;
}

/** What an element is for, in a sentence or two. */
export const ELEMENT_MEANINGS: Readonly<Record<string, string>> = {
  Version:
    'The version of the policy language. Only with 2012-10-17 do policy variables such as ${aws:username} work.',
  Id: 'A name for the policy, which some services want. It decides nothing.',
  Statement:
    'What the policy allows and denies, one statement or a list of them. Each is looked at on its own.',
  Sid: 'A name for the statement, which decisions and messages call it by. It decides nothing.',
  Effect: 'Whether the statement allows or denies. A Deny wins over every Allow.',
  Principal: 'Who the statement is about: accounts, users, roles, federated users or services.',
  NotPrincipal:
    'Everybody but these. With Allow that is nearly the whole world, so it belongs with Deny, if anywhere.',
  Action: 'Which calls the statement is about, as service:Name. * stands for any letters and ? for one.',
  NotAction: 'Every call but these.',
  Resource: 'Which resources the statement is about, as ARNs. * stands for any letters and ? for one.',
  NotResource: 'Every resource but these.',
  Condition:
    'When the statement counts: all operators and all keys must hold; of the values of a key, any one.',
};

/** Where an Allow grants nothing: it only leaves possible what another policy allows. */
export const ALLOW_LIMITS: ReadonlySet<PolicyType> = new Set<PolicyType>([
  'boundary',
  'session',
  'scp',
  'endpoint',
]);

const PRINCIPAL = new Set<PolicyType>(['resource', 'trust', 'rcp', 'endpoint']);
const NOT_PRINCIPAL = new Set<PolicyType>(['resource', 'endpoint']);
const ID = new Set<PolicyType>(['resource', 'trust', 'endpoint']);

const emptyObject = block('{', CURSOR);
const emptyList = `"${CURSOR}"`;

/** Elements of the document or of a statement that a kind of policy may have, the usual ones first, with their JSON. */
export function elementsOf(
  of: 'document' | 'statement',
  type: PolicyType,
): readonly (readonly [string, string])[] {
  if (of === 'document')
    return [
      ['Version', `"${VERSION}"`],
      ['Statement', block('[', emptyObject)],
      ...(ID.has(type) ? ([['Id', emptyList]] as const) : []),
    ];
  const isTrust = type === 'trust';
  const rcp = type === 'rcp';
  return [
    ['Effect', rcp ? '"Deny"' : emptyList],
    ...(PRINCIPAL.has(type) ? ([['Principal', rcp ? '"*"' : emptyObject]] as const) : []),
    ['Action', emptyList],
    ...(isTrust ? [] : ([['Resource', emptyList]] as const)),
    ['Condition', emptyObject],
    ['Sid', emptyList],
    ...(rcp || isTrust ? [] : ([['NotAction', emptyList]] as const)),
    ...(isTrust ? [] : ([['NotResource', emptyList]] as const)),
    ...(NOT_PRINCIPAL.has(type) ? ([['NotPrincipal', emptyObject]] as const) : []),
  ];
}

const DETAILS: Readonly<Record<string, string>> = {
  Version: 'of the policy language',
  Id: 'name of the policy',
  Statement: 'allows or denies',
  Sid: 'name of the statement',
  Effect: 'Allow or Deny',
  Principal: 'who',
  NotPrincipal: 'all but these',
  Action: 'which calls',
  NotAction: 'all but these',
  Resource: 'on what',
  NotResource: 'all but these',
  Condition: 'when',
};

/** Plain and negated forms exclude each other. */
const rivals = (name: string): string => (name.startsWith('Not') ? name.slice(3) : `Not${name}`);

/** The elements that are not there yet. */
export function elementIdeas(
  of: 'document' | 'statement',
  type: PolicyType,
  present: readonly string[],
): readonly Idea[] {
  return elementsOf(of, type)
    .filter(([name]) => !present.includes(name) && !present.includes(rivals(name)))
    .map(([name, text]) => ({
      kind: 'element',
      label: name,
      detail: DETAILS[name] ?? '',
      info: ELEMENT_MEANINGS[name] ?? '',
      text,
    }));
}

/** A whole statement, step by step or with its usual elements laid out. */
export function statementIdeas(type: PolicyType): readonly Idea[] {
  const laidOut = (effect: 'Allow' | 'Deny'): string => {
    const members = [
      `"Effect": "${effect}"`,
      ...(type === 'rcp' ? ['"Principal": "*"'] : PRINCIPAL.has(type) ? ['"Principal": {}'] : []),
      `"Action": "${CURSOR}"`,
      ...(type === 'trust' ? [] : ['"Resource": ""']),
    ];
    return block('{', members.join(',\n'));
  };
  const whole = (effect: 'Allow' | 'Deny'): Idea => ({
    kind: 'element',
    label: `${effect} statement`,
    detail: 'all its elements',
    info: `A statement that ${effect === 'Allow' ? 'allows' : 'denies'}, its elements laid out and still empty.`,
    text: laidOut(effect),
  });
  return [
    {
      kind: 'element',
      label: 'Statement',
      detail: 'element by element',
      info: 'An empty statement; its elements are offered one after the other.',
      text: emptyObject,
    },
    ...effectIdeas(type).map(({ label }) => whole(label === 'Deny' ? 'Deny' : 'Allow')),
  ];
}

/** A whole document. */
export const documentIdeas = (type: PolicyType): readonly Idea[] => [
  {
    kind: 'element',
    label: 'Policy document',
    detail: 'version and one statement',
    info: `A policy with one statement${type === 'rcp' ? ', which denies' : ''}; its elements are offered next.`,
    text: block('{', `"Version": "${VERSION}",\n"Statement": ${block('[', emptyObject)}`),
  },
];

export const versionIdeas: readonly Idea[] = [
  { kind: 'value', label: VERSION, detail: 'current', info: 'The current version of the policy language.' },
  {
    kind: 'value',
    label: '2008-10-17',
    detail: 'old, without variables',
    info: 'The older version: ${aws:username} and other variables are then taken letter by letter.',
  },
];

/** A guardrail mostly denies: all accounts have an Allow of everything to begin with. */
export function effectIdeas(type: PolicyType): readonly Idea[] {
  const allow: Idea = {
    kind: 'value',
    label: 'Allow',
    detail: ALLOW_LIMITS.has(type) ? 'leaves it possible' : 'lets it through',
  };
  const deny: Idea = { kind: 'value', label: 'Deny', detail: 'forbids it, whatever allows it' };
  return type === 'rcp' ? [deny] : type === 'scp' ? [deny, allow] : [allow, deny];
}
