// The vocabulary as the build packs it, and how it is read again: a service at a time, when it is first asked for.
import {
  LEVELS,
  type Action,
  type ActionDetails,
  type Actions,
  type ConditionKey,
  type ConditionKeyType,
  type Descriptions,
  type ResourceType,
  type Service,
  type Vocabulary,
} from './vocabulary.ts';

/** One service. Condition keys and resource types are named by their places in its lists. */
export type PackedService = readonly [
  prefix: string,
  name: string,
  conditionKeys: readonly (readonly [name: string, type: number])[],
  resourceTypes: readonly (readonly [name: string, arn: string, conditionKeys: readonly number[]])[],
  actions: readonly PackedAction[],
];

export type PackedAction = readonly [
  name: string,
  level: number,
  resources: readonly (readonly [type: number, required: 0 | 1, conditionKeys: readonly number[]])[],
  conditionKeys: readonly number[],
];

/** Of one service: what is said of its actions and of its condition keys, in their order. */
export type PackedDescriptions = readonly [
  prefix: string,
  actions: readonly string[],
  conditionKeys: readonly string[],
];

/** In the order of the numbers that stand for them in a packed condition key. */
export const KEY_TYPES = [
  'String',
  'ARN',
  'Bool',
  'Numeric',
  'Date',
  'IPAddress',
  'ArrayOfString',
  'ArrayOfARN',
  'ArrayOfBool',
] as const satisfies readonly ConditionKeyType[];

/** Nearly every description of an action begins so; a packed one that does not is marked by a `!`. */
export const GRANTS = 'Grants permission to ';
/** The same of condition keys. */
export const FILTERS = 'Filters access by ';

/** Reads the text of `virtual:aws/vocabulary`: the list of the packed services as JSON. */
export function readVocabulary(json: string): Vocabulary {
  const packed = new Map((JSON.parse(json) as readonly PackedService[]).map((one) => [one[0], one] as const));
  const service = remembered((prefix: string): Service | undefined => {
    const source = packed.get(prefix);
    return source && unpacked(source);
  });
  const keysOf = remembered((prefix: string): KeyFinder | undefined => {
    const found = service(prefix);
    return found && keyFinder([...found.conditionKeys.values()]);
  });
  let actions: Actions | undefined;
  let homes: ReadonlyMap<string, string> | undefined;
  const homeOf = (name: string): string => (homes ??= homesOfKeys(packed)).get(prefixOf(name)) ?? 'sts';
  return {
    service,
    services: new Map([...packed.values()].map(([prefix, name]) => [prefix, name])),
    get actions() {
      return (actions ??= namesAndLevels(packed));
    },
    action(name) {
      const lower = name.toLowerCase();
      const at = lower.indexOf(':');
      return service(lower.slice(0, at))?.actions.get(lower.slice(at + 1));
    },
    conditionKey: (name, prefix = homeOf(name)) => keysOf(prefix)?.(name),
  };
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const prefixOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf(':'))).toLowerCase();

function namesAndLevels(packed: ReadonlyMap<string, PackedService>): Actions {
  const actions = new Map<string, Action>();
  for (const [prefix, , , , ofService] of packed.values())
    for (const [action, level] of ofService) {
      const name = `${prefix}:${action}` as const;
      actions.set(name.toLowerCase(), { name, level: LEVELS[level] ?? 'Write' });
    }
  return actions;
}

function unpacked([prefix, name, keys, types, actions]: PackedService): Service {
  const names = (places: readonly number[]): readonly string[] =>
    places.flatMap((place) => keys[place]?.[0] ?? []);
  const resourceTypes = types.map(([type, arn, conditionKeys]): ResourceType => ({
    name: type,
    arn,
    conditionKeys: names(conditionKeys),
  }));
  const details = actions.map(([action, level, resources, conditionKeys]): ActionDetails => ({
    name: `${prefix}:${action}`,
    level: LEVELS[level] ?? 'Write',
    resources: resources.flatMap(([place, required, ofType]) => {
      const type = resourceTypes[place];
      return type ? [{ type, required: required === 1, conditionKeys: names(ofType) }] : [];
    }),
    conditionKeys: names(conditionKeys),
  }));
  return {
    prefix,
    name,
    actions: new Map(details.map((one) => [one.name.slice(prefix.length + 1).toLowerCase(), one])),
    resourceTypes: new Map(resourceTypes.map((one) => [one.name.toLowerCase(), one])),
    conditionKeys: new Map(
      keys.map(([key, type]) => [
        key.toLowerCase(),
        { name: key, service: prefix, type: typeOf(key, KEY_TYPES[type] ?? 'String') },
      ]),
    ),
  };
}

/**
 * AWS's list has the claim `amr` as one string; a token has as many as there were ways of proving who somebody is.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const typeOf = (key: string, listed: ConditionKeyType): ConditionKeyType =>
  key.endsWith(':amr') ? 'ArrayOfString' : listed;

/**
 * By the prefix of a key the service that lists it. Keys of identity providers (`saml:sub`) are those of STS; tag keys
 * (`aws:TagKeys`) are the same in every service that has them, S3 among them.
 */
function homesOfKeys(packed: ReadonlyMap<string, PackedService>): ReadonlyMap<string, string> {
  const homes = new Map([...packed.keys()].map((prefix) => [prefix, prefix]));
  for (const [service, , keys] of packed.values())
    for (const [key] of keys) {
      const prefix = prefixOf(key);
      if (!homes.has(prefix)) homes.set(prefix, prefix === 'aws' ? 's3' : service);
    }
  return homes;
}

type KeyFinder = (name: string) => ConditionKey | undefined;

/** What a placeholder of a key stands for is said in its place: `aws:ResourceTag/team`. */
function keyFinder(keys: readonly ConditionKey[]): KeyFinder {
  const exact = new Map(keys.map((key) => [key.name.toLowerCase(), key]));
  const open = keys.flatMap((key) => {
    const parts = key.name.split(/\$\{\w+\}|<\w+>/);
    return parts.length < 2
      ? []
      : [{ key, pattern: new RegExp(`^${parts.map(literally).join('.+')}$`, 'i') }];
  });
  return (name) => exact.get(name.toLowerCase()) ?? open.find(({ pattern }) => pattern.test(name))?.key;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Reads the text of `virtual:aws/descriptions`, which goes with the vocabulary that was packed beside it. */
export function readDescriptions(json: string, vocabulary: Vocabulary): Descriptions {
  const packed = new Map(
    (JSON.parse(json) as readonly PackedDescriptions[]).map((one) => [one[0], one] as const),
  );
  const ofActions = remembered((prefix: string) =>
    byName(vocabulary.service(prefix)?.actions, packed.get(prefix)?.[1]),
  );
  const ofKeys = remembered((prefix: string) =>
    byName(vocabulary.service(prefix)?.conditionKeys, packed.get(prefix)?.[2]),
  );
  return {
    action(name) {
      const lower = name.toLowerCase();
      const at = lower.indexOf(':');
      return whole(GRANTS, ofActions(lower.slice(0, at)).get(lower.slice(at + 1)));
    },
    conditionKey(name, service) {
      const key = vocabulary.conditionKey(name, service);
      return key && whole(FILTERS, ofKeys(key.service).get(key.name.toLowerCase()));
    },
  };
}

const byName = (
  entries: ReadonlyMap<string, unknown> | undefined,
  texts: readonly string[] | undefined,
): ReadonlyMap<string, string> =>
  new Map([...(entries?.keys() ?? [])].map((name, place) => [name, texts?.[place] ?? '']));

const whole = (start: string, text: string | undefined): string | undefined => {
  if (!text) return undefined;
  return text.startsWith('!') ? text.slice(1) : start + text;
};
