// Hover: what the word under a pointer or cursor in a policy means, and what it comes to in this account.
import { parseArn, type ArnParts } from '../aws/arn.ts';
import { LEVELS, type Action, type ActionDetails, type Descriptions } from '../aws/vocabulary.ts';
import { actionsMatching, indexOf } from './completion/action-index.ts';
import type { Setting } from './completion/candidate.ts';
import { typeWords } from './completion/condition-keys.ts';
import { ALLOW_LIMITS, ELEMENT_MEANINGS, hasVariables } from './completion/elements.ts';
import { keyMeaning } from './completion/key-meanings.ts';
import { operatorMeaning } from './completion/operators.ts';
import { spotAt, type Spot } from './completion/place.ts';
import { everyone, PRINCIPAL_TYPES, ROOT_ONLY, WHOLE_ACCOUNT } from './completion/principals.ts';
import { typeWord } from './completion/resources.ts';
import { SERVICE_PRINCIPALS } from './completion/service-principals.ts';
import { keyType } from './completion/statement-actions.ts';
import { covers, hasWildcard } from './glob.ts';
import { parseOperator } from './operators.ts';
import { parsedPolicy } from './parse.ts';
import type { Span } from './span.ts';

export interface Hover extends Span {
  /** The word itself, as AWS spells it. */
  readonly title: string;
  /** A few words about it: `Read`, `IAM user`. */
  readonly detail: string;
  readonly sentences: readonly string[];
  readonly lists: readonly HoverList[];
}

export interface HoverList {
  /** `Write, 21` */
  readonly heading: string;
  /** All of them: whoever shows them may begin with a few. */
  readonly items: readonly string[];
}

export interface HoverSetting extends Setting {
  /** AWS's own words, as soon as they are there. */
  readonly descriptions?: Descriptions;
  /** What AWS has written itself, by ARN. */
  readonly managed?: ReadonlyMap<string, ManagedPolicy>;
}

/** An AWS managed policy, as far as there is something to tell of it. */
export interface ManagedPolicy {
  readonly name: string;
  /** `v12` */
  readonly version: string;
  /** When that version was made: `2024-05-01T00:00:00Z`. */
  readonly updated: string;
  readonly document: string;
}

/** Matches of more services than one are named singly up to here, and counted by service beyond. */
const SINGLY = 300;

type Told = Omit<Hover, 'from' | 'to'>;

/** Null where there is nothing to say. At the edge of a word that word is meant, or that on its other side. */
export function hoverAt(text: string, at: number, setting: HoverSetting): Hover | null {
  for (const place of [at, at + 1, at - 1]) {
    if (place < 0 || place > text.length) continue;
    const spot = spotAt(text, place);
    const { token } = spot.cursor;
    const told = token && tell(spot, token.value, setting);
    if (token && told) return { ...told, from: token.from, to: token.to };
  }
  return null;
}

function tell(spot: Spot, value: string, setting: HoverSetting): Told | null {
  const { place } = spot;
  switch (place.kind) {
    case 'element':
      return said(value, '', ELEMENT_MEANINGS[value]);
    case 'effect':
      return value === 'Allow'
        ? said(
            value,
            'effect',
            ALLOW_LIMITS.has(setting.type)
              ? 'Leaves possible what the statement describes. It grants nothing: another policy has to allow it as well, and nothing may deny it.'
              : 'Lets through what the statement describes, unless something else denies it.',
          )
        : value === 'Deny'
          ? said(value, 'effect', 'Forbids what the statement describes, whatever else allows it.')
          : null;
    case 'version':
      return said(value, 'version of the policy language', ELEMENT_MEANINGS.Version);
    case 'action':
      return action(value, setting);
    case 'resource':
      return value === '*' ? said('*', 'every resource') : pointedAt(spot, value, setting);
    case 'principalType':
      return value in PRINCIPAL_TYPES
        ? said(value, '', PRINCIPAL_TYPES[value as keyof typeof PRINCIPAL_TYPES])
        : null;
    case 'principal':
    case 'principalValue':
      return principal(value, setting);
    case 'operator': {
      const operator = parseOperator(value);
      return operator && said(value, 'condition operator', operatorMeaning(operator));
    }
    case 'conditionKey':
      return conditionKey(value, setting);
    case 'conditionValue':
      return pointedAt(spot, value, setting);
    case 'variable':
      return variable(variableName(spot.typed, value), setting) ?? pointedAt(spot, value, setting);
    default:
      return null;
  }
}

const said = (title: string, detail: string, ...sentences: readonly (string | undefined)[]): Told => ({
  title,
  detail,
  sentences: sentences.filter((sentence) => sentence !== undefined),
  lists: [],
});

/** The variable of a string whose name begins as was typed. */
function variableName(typed: string, value: string): string {
  const start = value.indexOf(`\${${typed}`) + 2;
  return (/^[^},]*/.exec(value.slice(start))?.[0] ?? '').trim();
}

/**
 * Some signs have a variable of their own, so that they can be written where they would mean something.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
const variable = (name: string, setting: HoverSetting): Told | null =>
  /^[*?$]$/.test(name)
    ? said(`\${${name}}`, `the sign ${name} itself`, 'It stands for nothing but this one character.')
    : conditionKey(name, setting);

/** An ARN in a place where variables are read, in a document that has them. */
function pointedAt({ root }: Spot, value: string, setting: HoverSetting): Told | null {
  if (!hasVariables(root)) return arn(value, setting);
  const marked = value.replace(/\$\{([*?$])\}/g, escaped);
  return marked.includes('${') && parseArn(value)
    ? said(value, 'ARN with a variable', 'What it points at depends on who asks, or on the request.')
    : arn(marked, setting, value);
}

/** Signs that stand in no ARN, for those that are themselves. */
const ESCAPED: Readonly<Record<string, string>> = { '*': '\uE000', '?': '\uE001', $: '\uE002' };
const escaped = (_: string, sign: string): string => ESCAPED[sign] ?? sign;

const plain = (text: string): string =>
  Object.entries(ESCAPED).reduce((all, [sign, mark]) => all.replaceAll(mark, sign), text);

function action(pattern: string, setting: HoverSetting): Told | null {
  const { vocabulary, descriptions } = setting;
  const prefix = pattern.slice(0, Math.max(0, pattern.indexOf(':')));
  if (pattern === '*' || hasWildcard(prefix)) return acrossServices(pattern, setting);
  const service = indexOf(vocabulary).service(prefix.toLowerCase());
  if (hasWildcard(pattern)) return service ? wildcard(pattern, service.name, setting) : null;
  const found = vocabulary.action(pattern);
  if (!found)
    return service ? said(pattern, service.name, `${service.name} has no action of this name.`) : null;
  return {
    ...said(
      found.name,
      `${found.level} action of ${service?.name ?? ''}`,
      sentence(descriptions?.action(found.name)),
    ),
    lists: [...resourcesOf(found), ...keysOf(found)],
  };
}

const resourcesOf = ({ resources }: ActionDetails): readonly HoverList[] =>
  resources.length === 0
    ? [{ heading: 'Resource', items: ['* only: it is not about any one resource'] }]
    : [
        {
          heading: 'Resource types',
          items: resources.map(
            ({ type, required }) => `${type.name}${required ? ', required' : ''}: ${type.arn}`,
          ),
        },
      ];

function keysOf({ conditionKeys, resources }: ActionDetails): readonly HoverList[] {
  const keys = [...new Set([...conditionKeys, ...resources.flatMap((resource) => resource.conditionKeys)])];
  return keys.length === 0 ? [] : [{ heading: 'Condition keys, besides those of AWS', items: keys }];
}

/** What a wildcard stands for, by level: what is graver stands lower. */
function wildcard(pattern: string, service: string, { vocabulary }: Setting): Told {
  const actions = actionsMatching(vocabulary, pattern);
  return { ...said(pattern, `matches ${countOf(actions)} of ${service}`), lists: byLevel(actions, ownName) };
}

/** The service is left open, or part of its name: all of a few are named, and many are counted by service. */
function acrossServices(pattern: string, { vocabulary }: Setting): Told {
  const folded = pattern.toLowerCase();
  const actions = [...vocabulary.actions].flatMap(([name, one]) => (covers(folded, name) ? [one] : []));
  const services = new Map<string, number>();
  for (const { name } of actions) {
    const prefix = name.slice(0, name.indexOf(':'));
    services.set(prefix, (services.get(prefix) ?? 0) + 1);
  }
  const detail = `matches ${countOf(actions)} of ${counted(services.size, 'service')}`;
  if (actions.length <= SINGLY)
    return { ...said(pattern, detail), lists: byLevel(actions, ({ name }) => name) };
  const levels = LEVELS.flatMap((level) => {
    const count = actions.filter((one) => one.level === level).length;
    return count === 0 ? [] : [`${level}: ${number(count)}`];
  });
  const each = [...services].map(
    ([prefix, count]) => `${prefix}: ${number(count)} of ${vocabulary.services.get(prefix) ?? prefix}`,
  );
  return {
    ...said(
      pattern,
      pattern === '*' ? `every action of every service; ${detail}` : detail,
      'Those that AWS adds later are among them too.',
    ),
    lists: [
      { heading: 'By access level', items: levels },
      { heading: `By service, ${number(services.size)}`, items: each },
    ],
  };
}

function byLevel(actions: readonly Action[], nameOf: (action: Action) => string): readonly HoverList[] {
  return LEVELS.flatMap((level) => {
    const items = actions.filter((one) => one.level === level).map(nameOf);
    return items.length === 0 ? [] : [{ heading: `${level}, ${items.length}`, items }];
  });
}

const ownName = ({ name }: Action): string => name.slice(name.indexOf(':') + 1);
const number = (value: number): string => value.toLocaleString('en-US');
const counted = (count: number, word: string): string => `${number(count)} ${word}${count === 1 ? '' : 's'}`;
const countOf = (actions: readonly Action[]): string => counted(actions.length, 'action');

function conditionKey(name: string, { vocabulary, descriptions, known }: HoverSetting): Told | null {
  const type = keyType(vocabulary, name);
  const claim = known.providers.find((provider) => name.startsWith(`${provider.name}:`));
  if (type === undefined && !claim) return null;
  const values = known.values(name.toLowerCase()).map(({ value }) => value);
  return {
    ...said(
      name,
      `condition key, ${type ? typeWords(type) : 'text'}`,
      keyMeaning(name) ?? sentence(descriptions?.conditionKey(name)),
      claim && type === undefined ? 'A claim of the token that the provider issues.' : undefined,
    ),
    lists: values.length === 0 ? [] : [{ heading: 'Values in this account', items: values }],
  };
}

function principal(value: string, setting: Setting): Told | null {
  if (value === '*') {
    const { detail, info } = everyone(setting.type);
    return said('*', detail, info);
  }
  const service = SERVICE_PRINCIPALS.find(([name]) => name === value);
  if (service) return said(value, 'service principal', `${service[1]}, acting in its own name.`);
  const found = setting.known.accounts.find(({ id }) => id === value);
  return found ? account(value, found.name, setting.endpoint?.gateway === true) : arn(value, setting);
}

/** Its ARN ends in `:root`, which reads as if the root user were meant. */
const account = (value: string, name: string, isGateway: boolean): Told =>
  said(
    value,
    'account',
    isGateway ? `${ROOT_ONLY} It is that of account ${name}.` : `The account ${name}: ${WHOLE_ACCOUNT}`,
  );

/**
 * Whether something has that ARN, and for a pattern what it matches.
 * @param value With marks in the place of signs that are themselves.
 * @param written As it stands in the text.
 */
function arn(value: string, setting: HoverSetting, written = value): Told | null {
  const { known, vocabulary, managed, endpoint } = setting;
  const parts = parseArn(value);
  if (!parts) return null;
  const service = vocabulary.services.get(parts.service) ?? parts.service;
  const name = plain(value);
  if (hasWildcard(value)) return pattern(value, written, setting);
  const exact = known.find(name);
  if (exact?.type === 'account') return account(written, exact.name, endpoint?.gateway === true);
  if (exact)
    return said(
      written,
      `${service}, ${typeWord(exact.type)}`,
      `${exact.name} exists in account ${exact.account}.`,
    );
  if (isOfAws(parts)) return managedPolicy(name, managed?.get(name), managed !== undefined);
  const inside = within(written, parts, known);
  return inside ?? said(written, service, 'Nothing here has this name.');
}

const isOfAws = ({ service, account: of }: ArnParts): boolean => service === 'iam' && of === 'aws';

function pattern(value: string, written: string, { known, vocabulary, managed }: HoverSetting): Told | null {
  const parts = parseArn(value);
  if (!parts) return null;
  const types = [...(vocabulary.service(parts.service)?.resourceTypes.values() ?? [])];
  const matching = isOfAws(parts)
    ? [...(managed?.keys() ?? [])].filter((one) => covers(value, one))
    : types
        .flatMap((type) => known.things(`${parts.service}:${type.name}`))
        .filter((thing) => !hasWildcard(thing.arn) && covers(value, thing.arn))
        .map((thing) => thing.arn);
  const heading = `Matches ${isOfAws(parts) ? 'of AWS' : 'in this account'}, ${matching.length}`;
  return {
    ...said(
      written,
      `pattern of ${vocabulary.services.get(parts.service) ?? parts.service}`,
      matching.length === 0 ? inS3(value, known) : undefined,
    ),
    lists: matching.length === 0 ? [] : [{ heading, items: matching }],
  };
}

/** What is kept in something, or was made from it, has no entry of its own. */
function within(
  written: string,
  { service, account: of, resource }: ArnParts,
  known: Setting['known'],
): Told | null {
  const [first = '', name = ''] = resource.split('/');
  const bucket = service === 's3' ? known.find(`arn:aws:s3:::${first}`) : null;
  if (bucket)
    return said(written, 'object', `In bucket ${bucket.name}, which exists in account ${bucket.account}.`);
  if (service !== 'sts') return null;
  if (first === 'federated-user')
    return said(
      written,
      'session of GetFederationToken',
      'Whoever asks for such a session chooses its name, so nobody can say beforehand whether there is one.',
    );
  if (first !== 'assumed-role') return null;
  // The ARN of a session leaves out the path of its role.
  const role = known.principals.find(
    ({ type, account: home, arn: other }) =>
      type === 'iam:role' && home === of && other.split('/').at(-1) === name,
  );
  return said(
    written,
    'role session',
    role
      ? `A session of role ${role.name}, which exists in account ${of}.`
      : `Nothing here has this name: account ${of} has no role ${name}.`,
  );
}

/** What AWS has written: its name, how new it is, and what it is about. */
function managedPolicy(arn: string, policy: ManagedPolicy | undefined, areThere: boolean): Told {
  if (policy === undefined)
    return said(arn, 'AWS managed policy', areThere ? 'AWS has no managed policy of this name.' : undefined);
  const { name, version, updated, document } = policy;
  const lists = parsedPolicy(document).draft.statements.map(({ effect, action }) => ({
    heading: `${effect?.value === 'Deny' ? 'Denies' : 'Allows'}${action?.negated ? ' all but' : ''}`,
    items: action?.patterns.map(({ value }) => value) ?? [],
  }));
  return {
    ...said(arn, `AWS managed policy ${name}`, `Version ${version}, of ${updated.slice(0, 10)}.`),
    lists: lists.filter(({ items }) => items.length > 0),
  };
}

/** Objects are not listed one by one. */
function inS3(value: string, known: Setting['known']): string {
  const [, name = ''] = /^arn:aws:s3:::([^/]+)\//.exec(value) ?? [];
  const bucket = known.find(`arn:aws:s3:::${name}`);
  return bucket ? `Objects in bucket ${bucket.name}, which exists.` : 'Nothing here matches this.';
}

/** AWS's descriptions have no full stop. */
const sentence = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : /[.!?]$/.test(text) ? text : `${text}.`;
