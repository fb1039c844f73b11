// Checks of a policy document: actions that do not exist, that add nothing, or that hand out roles.
import type { ActionName } from '../../aws/arn.ts';
import type { Actions } from '../../aws/vocabulary.ts';
import { fault } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PolicyDocument, Statement } from '../document.ts';
import { covers, hasWildcard } from '../glob.ts';
import { nearest } from '../nearest.ts';
import type { Spanned } from '../span.ts';

/** Longer lists, and longer patterns, are not compared pattern by pattern: no policy that can be saved has them. */
const MOST_PATTERNS = 500;
const LONGEST_PATTERN = 256;

/** How many unknown actions of one document get suggestions. */
const MOST_SUGGESTED = 50;

/** Without a vocabulary only the form of actions is checked. */
export function checkActions(document: PolicyDocument, vocabulary: Actions | undefined): Diagnostic[] {
  const found: Diagnostic[] = [];
  let wildcards = 0;
  for (const { action } of document.statements) {
    for (const pattern of action.patterns) {
      const { value } = pattern;
      const tooMany = hasWildcard(value) && ++wildcards > MOST_PATTERNS;
      if (value === '*' || vocabulary?.has(value.toLowerCase()) || tooMany) continue;
      const suggest = vocabulary && found.length < MOST_SUGGESTED;
      const diagnostic = !/^[^:]+:[^:]+$/.test(value)
        ? malformed(pattern, suggest && servicesOf(vocabulary))
        : vocabulary && checkName(pattern, servicesOf(vocabulary), suggest === true);
      if (diagnostic) found.push(diagnostic);
    }
    found.push(...checkRedundancy(action.patterns));
  }
  return found;
}

/** A name alone gets the services that have such an action as suggestions. */
function malformed(pattern: Spanned<string>, services: Services | undefined | false): Diagnostic {
  const wanted = pattern.value.toLowerCase();
  const all = services ? [...services.values()].flat() : [];
  // Of many services that have such an action the oldest are meant: theirs are the short prefixes.
  const suggestions = all
    .filter((action) => nameOf(action).toLowerCase() === wanted)
    .toSorted((a, b) => a.length - b.length)
    .slice(0, 3);
  return fault('INVALID_ACTION', pattern, quoted(pattern.value), {
    help: 'Write the prefix of a service, one colon and a name, such as s3:GetObject.',
    suggestions: suggestions.map(quoted),
  });
}

/** A pattern of good form that is not itself the name of an action. */
function checkName(pattern: Spanned<string>, services: Services, suggest: boolean): Diagnostic | null {
  const { value } = pattern;
  if (value.length > LONGEST_PATTERN)
    return hasWildcard(value) ? null : fault('INVALID_ACTION', pattern, quoted(value));
  const [prefix = '', name = ''] = value.toLowerCase().split(':');
  const ours = hasWildcard(prefix)
    ? [...services.keys()].filter((service) => covers(prefix, service))
    : [prefix].filter((service) => services.has(service));
  if (ours.length === 0) {
    const rest = value.slice(value.indexOf(':'));
    const suggestions = suggest ? nearest(prefix, services.keys()).map((near) => quoted(near + rest)) : [];
    return fault('INVALID_SERVICE_IN_ACTION', pattern, quoted(value.slice(0, -rest.length)), { suggestions });
  }
  const actions = ours.flatMap((service) => services.get(service) ?? []);
  if (hasWildcard(value)) {
    const matches = actions.some((action) => covers(name, nameOf(action).toLowerCase()));
    return matches ? null : fault('INVALID_ACTION', pattern, quoted(value));
  }
  const byName = new Map(actions.map((action) => [nameOf(action), action]));
  const near = suggest ? nearest(name, byName.keys()) : [];
  const suggestions = near.flatMap((word) => byName.get(word) ?? []).map(quoted);
  return fault('INVALID_ACTION', pattern, quoted(value), { suggestions });
}

const nameOf = (action: ActionName): string => action.slice(action.indexOf(':') + 1);
const quoted = (value: string): string => JSON.stringify(value);

/** The actions of each service, by prefix in lower case. */
type Services = ReadonlyMap<string, readonly ActionName[]>;

const indexes = new WeakMap<Actions, Services>();

/** Made once for each vocabulary. */
function servicesOf(vocabulary: Actions): Services {
  const known = indexes.get(vocabulary);
  if (known !== undefined) return known;
  const services = new Map<string, ActionName[]>();
  for (const { name } of vocabulary.values()) {
    const service = name.slice(0, name.indexOf(':')).toLowerCase();
    const actions = services.get(service);
    if (actions === undefined) services.set(service, [name]);
    else actions.push(name);
  }
  indexes.set(vocabulary, services);
  return services;
}

/** Whole patterns are compared: `s3:Get*` covers `s3:GetObject`, while two that only overlap are both left alone. */
function checkRedundancy(patterns: readonly Spanned<string>[]): Diagnostic[] {
  if (patterns.length > MOST_PATTERNS) return [];
  const folded = patterns.map(({ value }) => value.toLowerCase().replace(/\*+/g, '*'));
  return patterns.flatMap((pattern, index) => {
    const own = folded[index] ?? '';
    if (own.length > LONGEST_PATTERN) return [];
    const cover = patterns.find((_, other) => {
      const general = folded[other] ?? '';
      if (other === index || general.length > LONGEST_PATTERN) return false;
      return general === own ? other < index : covers(general, own);
    });
    return cover === undefined ? [] : [fault('REDUNDANT_ACTION', pattern, quoted(cover.value))];
  });
}

/**
 * Who may pass any role to a service can act with the rights of the strongest role. A condition on the service that
 * receives the role is taken as enough.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function checkPassRole({ statements }: PolicyDocument): Diagnostic[] {
  return statements.flatMap((statement) => {
    const star = allRoles(statement);
    const action = statement.action.patterns.find(({ value }) => covers(value.toLowerCase(), 'iam:passrole'));
    if (statement.effect === 'Deny' || statement.action.negated || !action || !star) return [];
    if (statement.conditions.some(({ key }) => key.toLowerCase() === 'iam:passedtoservice')) return [];
    return hasWildcard(action.value)
      ? [fault('PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', action, quoted(action.value))]
      : [fault('PASS_ROLE_WITH_STAR_IN_RESOURCE', star)];
  });
}

/** The pattern of a Resource element that stands for every role of an account. */
const allRoles = ({ resource }: Statement): Spanned<string> | undefined =>
  resource?.negated === false
    ? resource.patterns.find(({ value }) =>
        /^(\*|arn:[^:]*:(iam|\*):[^:]*:[^:]*:(\*|role\/?\*))$/.test(value),
      )
    : undefined;
