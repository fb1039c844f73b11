// Fitting: which ideas go with the rest of their statement. What leads to an error in its place is not offered.
import { s3Level } from '../../aws/s3-vocabulary.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { ResourceKind } from '../document.ts';
import { covers } from '../glob.ts';
import { globalKey } from '../global-keys.ts';
import { parseOperator } from '../operators.ts';
import { stringsOf, valueOf, type OutlineObject } from '../outline.ts';
import { knownKey } from '../checks/known-keys.ts';
import { isKeyRefused } from '../checks/refused.ts';
import { NEVER_THERE } from '../checks/service-principals.ts';
import type { Setting } from './candidate.ts';
import { actionPatterns } from './statement-actions.ts';
import { ASSUMING, RIDERS } from './trust-keys.ts';

/** What `about` is the ARN of. */
export function kindOf({ type, about }: Setting): ResourceKind | undefined {
  const [, , service = '', , , first = ''] = type === 'resource' ? (about ?? '').split(':') : [];
  if (service === 's3') return first.startsWith('accesspoint') ? 'accessPoint' : 'bucket';
  return KINDS[service];
}

const KINDS: Readonly<Record<string, ResourceKind>> = {
  kms: 'key',
  sqs: 'queue',
  sns: 'topic',
  lambda: 'function',
  secretsmanager: 'secret',
  dynamodb: 'table',
};

export const isDeny = (statement: OutlineObject): boolean => {
  const effect = valueOf(statement, 'Effect');
  return effect?.kind === 'scalar' && effect.value === 'Deny';
};

/** The keys that a request has to have, whatever their values; those that may be missing ask for nothing. */
function keysAsked(statement: OutlineObject): readonly string[] {
  const conditions = valueOf(statement, 'Condition');
  if (conditions?.kind !== 'object') return [];
  return conditions.members.flatMap(({ name, value }) => {
    const operator = parseOperator(name.value);
    if (value?.kind !== 'object' || operator === null || operator.ifExists || operator.base === 'Null')
      return [];
    return value.members.map((member) => member.name.value);
  });
}

const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase();

/**
 * Whether an action comes with the keys that its statement asks for, as far as these are of its service, and is about
 * something that its statement names.
 */
export function actionFit(setting: Setting, statement: OutlineObject): (action: string) => boolean {
  const { vocabulary } = setting;
  const asked = keysAsked(statement)
    .filter((key) => globalKey(key) === undefined)
    .flatMap((key) => knownKey({ vocabulary }, key, {})?.name.toLowerCase() ?? []);
  const isAboutIt = kindOf(setting) === 'bucket' ? levelFit(statement) : () => true;
  return (action) => {
    const own = asked.filter((key) => prefixOf(key) === prefixOf(action));
    if (own.length === 0) return isAboutIt(action);
    const requests = RIDERS.has(action.toLowerCase()) ? ASSUMING : [action];
    const keys = new Set(requests.flatMap((name) => keysOf(vocabulary, name)));
    return own.every((key) => keys.has(key)) && isAboutIt(action);
  };
}

/** The keys that come with an action or with what it is about, in lower case. */
function keysOf(vocabulary: Vocabulary, name: string): readonly string[] {
  const action = vocabulary.action(name);
  if (!action) return [];
  const ofResources = action.resources.flatMap(({ conditionKeys, type }) => [
    ...conditionKeys,
    ...type.conditionKeys,
  ]);
  return [...action.conditionKeys, ...ofResources].map((key) => key.toLowerCase());
}

/** S3 keeps no policy with an action about buckets beside objects only, nor the other way round. */
function levelFit(statement: OutlineObject): (action: string) => boolean {
  const named = stringsOf(valueOf(statement, 'Resource')).map(({ value }) => value);
  const hasObjects = named.some((value) => /[/*]/.test(value));
  const hasBucket = named.some((value) => !value.includes('/'));
  if (named.length === 0 || (hasObjects && hasBucket)) return () => true;
  const wanted = hasObjects ? 'object' : 'bucket';
  return (action) => action.includes('*') || s3Level(action.slice(action.indexOf(':') + 1)) === wanted;
}

/** Whether only services are named, which ask in their own name. */
export function isOfServices(statement: OutlineObject): boolean {
  const principal = valueOf(statement, 'Principal');
  return (
    principal?.kind === 'object' &&
    principal.members.length > 0 &&
    principal.members.every(({ name }) => name.value === 'Service')
  );
}

/** Keys about people, their sessions and their networks, which AWS has no rule against where only services are let in. */
export const OF_PEOPLE =
  /^(aws:(principalarn|principalaccount|principaltype|userid|federatedprovider|sourceidentity|tokenissuetime|signinsessionarn|chatbotsourcearn|assumedroot|vpc|sourcevpc|ec2instance|calledvia|viaaws)|glue:(roleassumedby|credentialissuing)|identitystore:userid$|codebuild:(build|project)arn|(ec2|lambda|ssm):source.*arn$|ec2:roledelivery)/i;

/** Keys that only come with an action which a statement about the assuming of roles has to list. */
const NEEDED: readonly (readonly [key: RegExp, action: string])[] = [
  [/^sts:sourceidentity$/, 'sts:setsourceidentity'],
  [/^sts:transitivetagkeys$/, 'sts:tagsession'],
  [/^aws:(requesttag\/|tagkeys$)/, 'sts:tagsession'],
];

/** Whether a key can be tested by a statement, under whatever operator. */
export function keyFit(setting: Setting, statement: OutlineObject): (key: string) => boolean {
  const { type } = setting;
  const place = { type, resource: kindOf(setting) };
  const isServices = (type === 'resource' || type === 'trust') && isOfServices(statement);
  const patterns = (actionPatterns(statement) ?? []).map((pattern) => pattern.toLowerCase());
  const isAssuming = patterns.length > 0 && patterns.every((pattern) => pattern.startsWith('sts:'));
  return (key) => {
    const folded = key.toLowerCase();
    // A tag is still to be written, and any will do.
    if (isKeyRefused(place, folded.endsWith('/') ? `${folded}x` : folded)) return false;
    if (isServices && NEVER_THERE.test(folded)) return false;
    const needed = isAssuming ? NEEDED.find(([pattern]) => pattern.test(folded))?.[1] : undefined;
    return needed === undefined || patterns.some((pattern) => covers(pattern, needed));
  };
}
