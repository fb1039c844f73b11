// Checks of a policy document: actions that do not exist, or that have no place in this kind of policy.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ResourceKind } from '../document.ts';
import { covers, hasWildcard } from '../glob.ts';
import { nearest } from '../nearest.ts';
import type { Spanned } from '../span.ts';
import { fault } from './codes.ts';
import { matching, namesakesOf, nameOf, prefixOf, servicesOf } from './known-actions.ts';
import { within } from './mend.ts';
import { quoted, type Subject } from './subject.ts';

/** No policy that can be saved has more patterns, or longer ones: beyond that, names are no longer checked. */
const MOST_PATTERNS = 500;
const MOST_WIDE = 50;
const LONGEST_PATTERN = 256;

/** How many unknown actions of one document get suggestions. */
const MOST_SUGGESTED = 50;

/** Without a vocabulary only the form of actions is checked. */
export function checkActions(subject: Subject): readonly Diagnostic[] {
  const { vocabulary } = subject;
  const found: Diagnostic[] = [];
  let wildcards = 0;
  for (const { action } of subject.draft.statements)
    for (const pattern of action?.patterns ?? []) {
      const { value } = pattern;
      if (value === '*') continue;
      const service = value.slice(0, Math.max(0, value.indexOf(':')));
      if (hasWildcard(service))
        found.push(
          fault(
            'WILDCARD_IN_SERVICE_NAME',
            within(subject.text, pattern, 0, service.length),
            quoted(service),
          ),
        );
      // Each pattern over several services may have to be held against every action of AWS.
      if (hasWildcard(value)) wildcards += hasWildcard(service) ? MOST_PATTERNS / MOST_WIDE : 1;
      const tooMany = hasWildcard(value) && wildcards > MOST_PATTERNS;
      if (vocabulary?.actions.has(value.toLowerCase()) || tooMany || value.includes('${')) continue;
      const suggest = found.length < MOST_SUGGESTED;
      const diagnostic = !/^[^:]+:[^:]+$/.test(value)
        ? malformed(pattern, suggest ? vocabulary : undefined)
        : vocabulary && checkName(pattern, vocabulary, suggest);
      if (diagnostic) found.push(diagnostic);
    }
  return found;
}

/** A name alone gets the services that have such an action as suggestions. */
function malformed(pattern: Spanned<string>, vocabulary: Vocabulary | undefined): Diagnostic {
  // Of many services that have such an action the oldest are meant: theirs are the short prefixes.
  const suggestions = (vocabulary ? (namesakesOf(vocabulary).get(pattern.value.toLowerCase()) ?? []) : [])
    .toSorted((a, b) => a.length - b.length)
    .slice(0, 3);
  return fault('INVALID_ACTION', pattern, quoted(pattern.value), {
    help: 'Write the prefix of a service, one colon and a name, such as s3:GetObject.',
    suggestions: suggestions.map(quoted),
  });
}

/** A pattern of good form that is not itself the name of an action. */
function checkName(pattern: Spanned<string>, vocabulary: Vocabulary, suggest: boolean): Diagnostic | null {
  const { value } = pattern;
  if (value.length > LONGEST_PATTERN)
    return hasWildcard(value) ? null : fault('INVALID_ACTION', pattern, quoted(value));
  const services = servicesOf(vocabulary);
  const prefix = prefixOf(value);
  const name = nameOf(value).toLowerCase();
  const isWide = hasWildcard(prefix);
  const ours = isWide
    ? [...services.keys()].filter((service) => covers(prefix, service))
    : [prefix].filter((service) => services.has(service));
  if (ours.length === 0) {
    const rest = value.slice(value.indexOf(':'));
    const suggestions = suggest ? nearest(prefix, services.keys()).map((near) => quoted(near + rest)) : [];
    return fault('INVALID_SERVICE_IN_ACTION', pattern, quoted(value.slice(0, -rest.length)), { suggestions });
  }
  if (hasWildcard(value)) {
    const matches = isWide
      ? ours.some((service) =>
          services.get(service)?.some((action) => covers(name, nameOf(action.name).toLowerCase())),
        )
      : matching(vocabulary, value).length > 0;
    return matches ? null : fault('INVALID_ACTION', pattern, quoted(value));
  }
  return fault('INVALID_ACTION', pattern, quoted(value), {
    suggestions: suggest ? meantBy(vocabulary, prefix, name) : [],
  });
}

/** How many misspelled names of one vocabulary are remembered: each is looked up again at every letter typed elsewhere. */
const MOST_REMEMBERED = 200;
const guesses = new WeakMap<Vocabulary, Map<string, readonly string[]>>();

/** The actions of a service nearest to a name, as JSON. */
function meantBy(vocabulary: Vocabulary, prefix: string, name: string): readonly string[] {
  const remembered = guesses.get(vocabulary) ?? new Map<string, readonly string[]>();
  guesses.set(vocabulary, remembered);
  const key = `${prefix}:${name}`;
  const known = remembered.get(key);
  if (known) return known;
  const actions = (servicesOf(vocabulary).get(prefix) ?? []).map((action) => action.name);
  const byName = new Map(actions.map((action) => [nameOf(action), action]));
  const found = nearest(name, byName.keys()).flatMap((word) => byName.get(word) ?? []);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, found.map(quoted));
  return found.map(quoted);
}

/** The service whose actions the policy of such a resource can be about. */
export const SERVICE_OF: Readonly<Record<ResourceKind, string>> = {
  bucket: 's3',
  accessPoint: 's3',
  key: 'kms',
  queue: 'sqs',
  topic: 'sns',
  function: 'lambda',
  secret: 'secretsmanager',
  table: 'dynamodb',
};

/** Trust policies are about the ways to assume a role, and what may be sent along. */
const TRUST_ACTIONS = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
];

export function checkActionsOfResource({ draft, type, resource }: Subject): readonly Diagnostic[] {
  const service = resource && SERVICE_OF[resource];
  if (type !== 'trust' && service === undefined) return [];
  const fits = (action: string): boolean =>
    type === 'trust'
      ? TRUST_ACTIONS.some((known) => covers(action, known))
      : action === '*' || covers(prefixOf(action), service ?? '');
  return draft.statements.flatMap(({ action }) =>
    (action?.negated === false ? action.patterns : [])
      .filter(({ value }) => value.includes(':') && !fits(value.toLowerCase()))
      .map((pattern) => fault('UNSUPPORTED_ACTION_IN_POLICY', pattern, quoted(pattern.value))),
  );
}
