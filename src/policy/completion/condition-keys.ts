// Condition keys: those that the actions of a statement support and an operator is made for, and variables made of them.
import type { ConditionKeyType } from '../../aws/vocabulary.ts';
import { parseOperator } from '../operators.ts';
import type { ConditionOperator, PolicyType } from '../document.ts';
import { valueOf, type OutlineObject } from '../outline.ts';
import { indexOf } from './action-index.ts';
import { CURSOR, type Idea, type Setting } from './candidate.ts';
import { globalKey } from '../global-keys.ts';
import { isOfServices, keyFit, OF_PEOPLE } from './fitting.ts';
import { KEYS_IN_ORDER, keyMeaning } from './key-meanings.ts';
import { suits } from './operators.ts';
import { ranked, rankedOrNear } from './ranking.ts';
import { actionPatterns, isMultivalued, supportedBy } from './statement-actions.ts';
import { actionsOn, claimsOf, closed, isClaim, trustRank, waysIn } from './trust-keys.ts';
import { isUsual } from './usual-keys.ts';
import { quoted } from './write.ts';

interface Key {
  readonly name: string;
  readonly type: ConditionKeyType;
  /** Global keys are in requests to every service. */
  readonly origin: 'service' | 'global' | 'provider';
  /** A key of a service that stands below those of AWS. */
  readonly isRare?: true;
}

/** The types of the values that the keys of a statement have. */
export const keyTypesOf = (setting: Setting, statement: OutlineObject): ReadonlySet<ConditionKeyType> =>
  new Set(keysOf(setting, statement, '').map(({ type }) => type));

/** What a placeholder at the end of a key stands for. */
const PLACEHOLDER = /(\$\{\w+\}|<\w+>)$/;

const isOpen = (name: string): number => Number(PLACEHOLDER.test(name));
const isOpenWithin = (name: string): boolean => name.replace(PLACEHOLDER, '').includes('${');

/**
 * Keys that a statement can test: those of its actions first, then those of AWS. A key with a placeholder stands for one
 * with each tag that occurs here, and for one to be finished.
 */
function keysOf(setting: Setting, statement: OutlineObject, typed: string): readonly Key[] {
  const { vocabulary, known, type } = setting;
  const ways = type === 'trust' ? waysIn(statement, known) : [];
  const patterns = actionPatterns(statement) ?? actionsOn(ways);
  const names = new Map<string, string>();
  for (const pattern of patterns)
    for (const [folded, name] of supportedBy(vocabulary, pattern).keys) names.set(folded, name);
  // Where the actions say nothing, the service that is being typed does.
  const service = vocabulary.service(typed.slice(0, Math.max(0, typed.indexOf(':'))).toLowerCase());
  if (names.size === 0)
    for (const [folded, { name }] of service?.conditionKeys ?? []) names.set(folded, name);
  const ofServices = [...names.values()]
    .filter((name) => globalKey(name.replace(PLACEHOLDER, '')) === undefined)
    .map((name) => ({ name, uses: usesOf(setting, name) }))
    .toSorted((a, b) => isOpen(a.name) - isOpen(b.name) || a.uses - b.uses)
    .flatMap(({ name }) => {
      const spelled = isOpenWithin(name) ? closed(name, ways) : name;
      if (spelled === null) return [];
      const isRare =
        type !== 'trust' && names.size > 0 && !isUsual(name, usesOf(setting, name) / sizeOf(setting, name));
      return { name: spelled, type: vocabulary.conditionKey(name)?.type ?? 'String', isRare };
    });
  const claims = claimsOf(ways).map((name): Key => ({
    name,
    type: name.endsWith(':amr') ? 'ArrayOfString' : 'String',
    origin: 'provider',
  }));
  const own = new Set(claims.map(({ name }) => name.toLowerCase()));
  const keys = [
    ...claims,
    ...ofServices
      .filter(({ name }) => !own.has(name.toLowerCase()))
      .map(({ name, type: ofKey, isRare }): Key => ({
        ...(isRare && { isRare }),
        // As the guide of IAM spells it.
        name: name.replace(/^saml:/, 'SAML:'),
        type: ofKey,
        origin: isClaim(name) ? 'provider' : 'service',
      })),
    // Tags of the resource and of the request only where one of the actions supports them, or nobody can tell.
    ...KEYS_IN_ORDER.filter(
      ({ name }) =>
        patterns.length === 0 ||
        !/^aws:(ResourceTag|RequestTag|TagKeys)/.test(name) ||
        hasTagKey(names, name),
    ).map(({ name, type: ofKey }): Key => ({ name, type: ofKey, origin: 'global' })),
  ];
  const asked = askedFor(statement, patterns);
  const fits = keyFit(setting, statement);
  const fitting = keys.filter(({ name }) => fits(name));
  const inOrder =
    type === 'trust'
      ? fitting
          .flatMap((key) => {
            const rank = trustRank(key.name, ways);
            return rank === null ? [] : { key, rank };
          })
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ key }) => key)
      : // Only whoever came in by a token has its claims.
        fitting
          .map((key) => ({ key, at: placeOf(key, setting, asked) }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ key }) => key);
  // Before a letter is typed a few tags stand for all, or they would hide what comes after them.
  const tagKeys = typed === '' ? known.tagKeys.slice(0, FEW_TAGS) : known.tagKeys;
  const last = isOfServices(statement) ? OF_PEOPLE : /^$/;
  return inOrder
    .toSorted((a, b) => Number(last.test(a.name)) - Number(last.test(b.name)))
    .flatMap((key) => withTags(key, tagKeys));
}

const FEW_TAGS = 2;

/** For whom a service asks in its own name: the checks ask for one of these. */
const OF_SERVICES = ['aws:SourceArn', 'aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];

/** Keys that the checks, or AWS's own examples, hardly ever leave out beside an action. */
const OF_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'iam:passrole': ['iam:PassedToService'],
  'iam:createservicelinkedrole': ['iam:AWSServiceName'],
  'sts:assumerole': ['sts:ExternalId'],
  's3:listbucket': ['s3:prefix'],
  's3:putobject': ['s3:x-amz-server-side-encryption', 's3:x-amz-acl'],
  'ec2:runinstances': ['ec2:InstanceType', 'ec2:MetadataHttpTokens', 'ec2:Owner', 'ec2:Vpc'],
  'ec2:createtags': ['ec2:CreateAction'],
  'iam:createrole': ['iam:PermissionsBoundary'],
  'iam:createuser': ['iam:PermissionsBoundary'],
  'iam:putrolepermissionsboundary': ['iam:PermissionsBoundary'],
  'iam:putuserpermissionsboundary': ['iam:PermissionsBoundary'],
  'iam:attachrolepolicy': ['iam:PolicyARN', 'iam:PermissionsBoundary'],
  'iam:attachuserpolicy': ['iam:PolicyARN', 'iam:PermissionsBoundary'],
  'kms:creategrant': ['kms:GrantIsForAWSResource'],
  'kms:decrypt': ['kms:ViaService', 'kms:EncryptionContext:'],
  'sns:subscribe': ['sns:Protocol', 'sns:Endpoint'],
  'lambda:createfunctionurlconfig': ['lambda:FunctionUrlAuthType'],
};

/** Keys that this statement is likely to be asked for. */
function askedFor(statement: OutlineObject, patterns: readonly string[]): readonly string[] {
  const principal = valueOf(statement, 'Principal');
  const isOfService = principal?.kind === 'object' && valueOf(principal, 'Service') !== null;
  return [
    ...(isOfService ? OF_SERVICES : []),
    ...patterns.flatMap((pattern) => OF_ACTIONS[pattern.toLowerCase()] ?? []),
  ];
}

const list = (text: string): readonly string[] => text.split(/\s+/);
/** Of AWS's own keys those that most conditions are made of, where others are let in... */
const OF_OTHERS = list(
  `aws:PrincipalOrgID aws:PrincipalArn aws:SourceIp aws:SecureTransport aws:PrincipalAccount aws:SourceVpce
  aws:PrincipalTag/ aws:PrincipalIsAWSService`,
);
/** ...and where it is said what one's own can do. */
const OF_OWN = list(
  `aws:PrincipalArn aws:RequestedRegion aws:SourceIp aws:MultiFactorAuthPresent aws:SecureTransport aws:username
  aws:PrincipalTag/ aws:ResourceTag/ aws:RequestTag/ aws:TagKeys aws:PrincipalOrgID`,
);
/** Keys of tags stand below what the service itself tells: each of them is several. */
const isOfTags = (name: string): boolean =>
  name.startsWith('aws:') && (name.endsWith('/') || name === 'aws:TagKeys');

const COMMON: Readonly<Record<PolicyType, readonly string[]>> = {
  resource: OF_OTHERS,
  rcp: OF_OTHERS,
  endpoint: OF_OTHERS,
  trust: OF_OTHERS,
  identity: OF_OWN,
  boundary: OF_OWN,
  session: OF_OWN,
  scp: OF_OWN,
};

/** Where a key stands in the list, lower first. Only whoever came in by a token has its claims. */
function placeOf({ name, isRare, origin }: Key, { type }: Setting, asked: readonly string[]): number {
  const first = asked.indexOf(name.replace(PLACEHOLDER, ''));
  if (first >= 0) return first;
  if (isClaim(name)) return 600;
  if (origin !== 'global') return isRare ? 500 : 300;
  const common = COMMON[type].indexOf(name);
  return common >= 0 ? (isOfTags(name) ? 350 : 200) + common : 400;
}

/** Of two keys, the one that fewer actions of its service support says more about those. */
const usesOf = ({ vocabulary }: Setting, name: string): number =>
  indexOf(vocabulary)
    .service(name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase())
    ?.uses.get(name.toLowerCase()) ?? 0;

const sizeOf = ({ vocabulary }: Setting, name: string): number =>
  indexOf(vocabulary).service(name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase())?.size ?? 1;

const hasTagKey = (names: ReadonlyMap<string, string>, name: string): boolean =>
  [...names.keys()].some((folded) => folded.startsWith(name.toLowerCase())) || names.size === 0;

function withTags(key: Key, tagKeys: readonly string[]): readonly Key[] {
  const open = key.name.replace(PLACEHOLDER, '');
  if (!open.endsWith('/')) return [{ ...key, name: open }];
  return [...tagKeys.map((tag) => ({ ...key, name: open + tag })), { ...key, name: open }];
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  String: 'text',
  ARN: 'ARN',
  Bool: 'true or false',
  Numeric: 'number',
  Date: 'moment',
  IPAddress: 'IP address',
};

/** `text`, `several ARNs`. */
export function typeWords(type: ConditionKeyType): string {
  const word = TYPE_WORDS[type.replace('ArrayOf', '')] ?? type;
  return isMultivalued(type) ? `several: ${word}` : word;
}

/** Keys under an operator that are not there yet. */
export function conditionKeyIdeas(
  setting: Setting,
  statement: OutlineObject,
  operator: string,
  present: readonly string[],
  typed: string,
): readonly Idea[] {
  const parsed = parseOperator(operator);
  const taken = new Set(present.map((name) => name.toLowerCase()));
  const fitting = keysOf(setting, statement, typed).filter(
    ({ name, type }) =>
      !taken.has(name.toLowerCase()) &&
      (parsed === null || (suits(parsed.base, type, name) && takes(parsed, type))),
  );
  return rankedOrNear(typed, fitting.map(keyIdea));
}

/** What asks about several values is for keys that have several, and nothing else is but Null. */
const takes = ({ base, set }: ConditionOperator, type: ConditionKeyType): boolean =>
  base === 'Null' ? set === null : (set !== null) === isMultivalued(type);

function keyIdea({ name, type, origin }: Key): Idea {
  const meaning = keyMeaning(name);
  return {
    kind: 'key',
    label: name,
    detail: typeWords(type),
    ...(origin === 'provider' ? { info: 'A claim of the token that the provider issues.' } : {}),
    // Whoever types `mfa` or `tls` knows what it is about, and not what AWS calls it.
    ...(meaning !== undefined && { info: meaning, also: meaning }),
    // The key of the tag is still to be written, or that of the encryption context.
    ...(/[/:]$/.test(name) && { text: `"${CURSOR}"`, goesOn: true }),
  };
}

/** The JSON of a key whose name is still to be finished. */
export const unfinished = (name: string): string => `${quoted(name).slice(0, -1)}${CURSOR}": ""`;

/** Variables stand for one value, and only of keys that hold one. */
const VARIABLES = [
  'aws:username',
  'aws:PrincipalTag/',
  'aws:userid',
  'aws:PrincipalAccount',
  'aws:PrincipalOrgID',
  'aws:PrincipalArn',
  'aws:SourceIdentity',
];

const ESCAPES: readonly Idea[] = [
  { kind: 'variable', label: '*', detail: 'the sign * itself' },
  { kind: 'variable', label: '?', detail: 'the sign ? itself' },
  { kind: 'variable', label: '$', detail: 'the sign $ itself' },
];

/** @param typed What stands between the `${` and the cursor. */
export function variableIdeas(setting: Setting, statement: OutlineObject, typed: string): readonly Idea[] {
  const first = VARIABLES.flatMap((name) =>
    withTags({ name, type: globalKey(name)?.type ?? 'String', origin: 'global' }, setting.known.tagKeys),
  );
  const names = new Set(first.map(({ name }) => name));
  const others = keysOf(setting, statement, typed).filter(({ name }) => !names.has(name));
  const single = [...first, ...others].filter(
    ({ name, type }) => !isMultivalued(type) && !/[/:]$/.test(name),
  );
  return ranked(typed, [
    ...single.map((key): Idea => ({
      kind: 'variable',
      label: key.name,
      detail: typeWords(key.type),
      ...variableInfo(key.name),
    })),
    ...ESCAPES,
  ]);
}

function variableInfo(name: string): Pick<Idea, 'info'> {
  const meaning = keyMeaning(name);
  return meaning === undefined ? {} : { info: `Stands for the value that the request has. ${meaning}` };
}
