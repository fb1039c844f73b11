// Hover: what the word under a pointer or cursor in a policy means, and what it comes to in this account.
import { parseArn } from '../aws/arn.ts';
import { LEVELS, type ActionDetails, type Descriptions } from '../aws/vocabulary.ts';
import { actionsMatching, indexOf } from './completion/action-index.ts';
import type { Setting } from './completion/candidate.ts';
import { typeWords } from './completion/condition-keys.ts';
import { ELEMENT_MEANINGS } from './completion/elements.ts';
import { keyMeaning } from './completion/key-meanings.ts';
import { operatorMeaning } from './completion/operators.ts';
import { spotAt, type Spot } from './completion/place.ts';
import { PRINCIPAL_TYPES } from './completion/principals.ts';
import { typeWord } from './completion/resources.ts';
import { SERVICE_PRINCIPALS } from './completion/service-principals.ts';
import { keyType } from './completion/statement-actions.ts';
import { covers, hasWildcard } from './glob.ts';
import { parseOperator } from './operators.ts';
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
  readonly items: readonly string[];
  /** How many more there are than are listed. */
  readonly more: number;
}

export interface HoverSetting extends Setting {
  /** AWS's own words, as soon as they are there. */
  readonly descriptions?: Descriptions;
}

/** The most items of one list. */
const MOST = 12;

type Told = Omit<Hover, 'from' | 'to'>;

/** Null where there is nothing to say. At the edge of a word that word is meant. */
export function hoverAt(text: string, at: number, setting: HoverSetting): Hover | null {
  for (const place of [at, at + 1, at - 1]) {
    if (place < 0 || place > text.length) continue;
    const spot = spotAt(text, place);
    const { token } = spot.cursor;
    if (token === null) continue;
    const told = tell(spot, token.value, setting);
    return told && { ...told, from: token.from, to: token.to };
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
        ? said(value, 'effect', 'Lets through what the statement describes, unless something else denies it.')
        : value === 'Deny'
          ? said(value, 'effect', 'Forbids what the statement describes, whatever else allows it.')
          : null;
    case 'version':
      return said(value, 'version of the policy language', ELEMENT_MEANINGS.Version);
    case 'action':
      return action(value, setting);
    case 'resource':
      return value === '*' ? said('*', 'every resource') : arn(value, setting);
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
      return parseArn(value) ? arn(value, setting) : null;
    case 'variable':
      return conditionKey(variableName(spot.typed, value), setting);
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

function action(pattern: string, setting: HoverSetting): Told | null {
  const { vocabulary, descriptions } = setting;
  if (pattern === '*') return said('*', 'every action of every service');
  const service = indexOf(vocabulary).service(
    pattern.slice(0, Math.max(0, pattern.indexOf(':'))).toLowerCase(),
  );
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
    ? [{ heading: 'Resource', items: ['* only: it is not about any one resource'], more: 0 }]
    : [
        cut(
          'Resource types',
          resources.map(({ type, required }) => `${type.name}${required ? ', required' : ''}: ${type.arn}`),
        ),
      ];

function keysOf({ conditionKeys, resources }: ActionDetails): readonly HoverList[] {
  const keys = [...new Set([...conditionKeys, ...resources.flatMap((resource) => resource.conditionKeys)])];
  return keys.length === 0 ? [] : [cut('Condition keys, besides those of AWS', keys)];
}

/** What a wildcard stands for, by level: what is graver stands lower and is not cut first. */
function wildcard(pattern: string, service: string, { vocabulary }: Setting): Told {
  const actions = actionsMatching(vocabulary, pattern);
  const count = actions.length === 1 ? '1 action' : `${actions.length} actions`;
  const lists = LEVELS.flatMap((level) => {
    const names = actions
      .filter((one) => one.level === level)
      .map(({ name }) => name.slice(name.indexOf(':') + 1));
    return names.length === 0 ? [] : [cut(`${level}, ${names.length}`, names)];
  });
  return { ...said(pattern, `matches ${count} of ${service}`), lists };
}

const cut = (heading: string, items: readonly string[]): HoverList => ({
  heading,
  items: items.slice(0, MOST),
  more: Math.max(0, items.length - MOST),
});

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
    lists: values.length === 0 ? [] : [cut('Values in this account', values)],
  };
}

function principal(value: string, setting: Setting): Told | null {
  if (value === '*') return said('*', 'everyone, anonymous too');
  const service = SERVICE_PRINCIPALS.find(([name]) => name === value);
  if (service) return said(value, 'service principal', `${service[1]}, acting in its own name.`);
  const account = setting.known.accounts.find(({ id }) => id === value);
  if (account)
    return said(value, 'account', `The whole account ${account.name}: whoever its own policies let.`);
  return arn(value, setting);
}

/** Whether something has that ARN, and for a pattern what it matches. */
function arn(value: string, { known, vocabulary }: Setting): Told | null {
  const parts = parseArn(value);
  if (!parts) return null;
  if (value.includes('${'))
    return said(value, 'ARN with a variable', 'What it points at depends on who asks, or on the request.');
  const service = vocabulary.services.get(parts.service);
  const exact = known.find(value);
  if (exact?.type === 'account')
    return said(
      value,
      'account',
      `The whole account ${exact.name}: whoever its own policies let. It is not only the root user.`,
    );
  if (exact && !hasWildcard(value))
    return said(
      value,
      `${service ?? parts.service}, ${typeWord(exact.type)}`,
      `${exact.name} exists in account ${exact.account}.`,
    );
  const types = [...(vocabulary.service(parts.service)?.resourceTypes.values() ?? [])];
  if (hasWildcard(value)) {
    const matching = types
      .flatMap((type) => known.things(`${parts.service}:${type.name}`))
      .filter((thing) => !hasWildcard(thing.arn) && covers(value, thing.arn))
      .map((thing) => thing.arn);
    return {
      ...said(
        value,
        `pattern of ${service ?? parts.service}`,
        matching.length === 0 ? inS3(value, known) : undefined,
      ),
      lists: matching.length === 0 ? [] : [cut(`Matches in this account, ${matching.length}`, matching)],
    };
  }
  const bucket =
    parts.service === 's3' ? known.find(`arn:aws:s3:::${parts.resource.split('/', 1)[0] ?? ''}`) : null;
  if (bucket)
    return said(value, 'object', `In bucket ${bucket.name}, which exists in account ${bucket.account}.`);
  return said(value, service ?? parts.service, 'Nothing here has this name.');
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
