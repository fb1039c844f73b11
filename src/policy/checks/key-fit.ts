// Checks of a policy document: condition keys that do not go with the actions, or that need another key beside them.
import { parseArn } from '../../aws/arn.ts';
import { isS3Key, s3KeyComesWith } from '../../aws/s3-vocabulary.ts';
import type { ActionDetails, Vocabulary } from '../../aws/vocabulary.ts';
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { covers, hasWildcard } from '../glob.ts';
import { globalKey } from '../global-keys.ts';
import { actionsAbout } from '../save-bucket.ts';
import type { Spanned } from '../span.ts';
import { fault } from './codes.ts';
import { knownKey } from './known-keys.ts';
import { matching, prefixOf } from './known-actions.ts';
import { appended, fix } from './mend.ts';
import { isKeyRefused } from './refused.ts';
import { isAllow, isIdentity, listed, quoted, type Subject } from './subject.ts';

export function checkKeyFit(subject: Subject): readonly Diagnostic[] {
  return subject.draft.statements.flatMap((statement) => [
    ...checkSupport(subject, statement),
    ...checkStrangers(subject, statement),
    ...checkNeeded(subject, statement),
    ...checkTrust(statement),
    ...checkPairs(statement),
    ...checkDynamoDb(statement),
    ...checkPrefix(statement),
    ...checkEndpointKeys(statement),
  ]);
}

const isNegated = ({ operator }: DraftCondition): boolean => /Not/.test(operator.base);

/** Actions written in full that never come with a key of their own service. One key is enough to say so. */
function checkSupport(subject: Subject, statement: DraftStatement): Diagnostic[] {
  const { vocabulary } = subject;
  if (!vocabulary) return [];
  const keys = statement.conditions
    .filter(
      ({ operator, key }) => !operator.ifExists && operator.base !== 'Null' && !isKeyRefused(subject, key),
    )
    .filter(({ key }) => !key.toLowerCase().startsWith('aws:') && globalKey(key) === undefined)
    .flatMap((condition) => {
      const lower = knownKey(subject, condition.key, statement)?.name.toLowerCase();
      return lower === undefined ? [] : [{ key: condition.key, lower, isMet: isMetWithout(condition) }];
    });
  if (keys.length === 0) return [];
  return listed(statement.action).flatMap((pattern) => {
    const action = hasWildcard(pattern.value) ? undefined : vocabulary.action(pattern.value);
    if (!action) return [];
    const supported = RIDERS.has(pattern.value.toLowerCase()) ? keysOfAssuming(vocabulary) : keysWith(action);
    const missing = keys.find(
      (key) => !supported.has(key.lower) && isPlainlyOfService(key.lower, prefixOf(pattern.value)),
    );
    if (missing === undefined) return [];
    const help = `Put the action into a statement without ${missing.key}.`;
    const message = missing.isMet ? ALWAYS_MET : undefined;
    return [fault('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', pattern, quoted(pattern.value), { help, message })];
  });
}

/** A negated operator, and ForAllValues, are met where the key is missing. */
const isMetWithout = (condition: DraftCondition): boolean =>
  condition.operator.set === 'ForAllValues' || (condition.operator.set === null && isNegated(condition));

const ALWAYS_MET =
  'The action {} never comes with one of the condition keys, so for it that condition is always met.';

/** Permissions that are asked for along with the assuming of a role, in the context of that request. */
const RIDERS: ReadonlySet<string> = new Set(['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext']);

const keysOfAssuming = (vocabulary: Vocabulary): ReadonlySet<string> =>
  new Set(
    ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity', ...RIDERS].flatMap(
      (name) => {
        const action = vocabulary.action(name);
        return action ? [...keysWith(action)] : [];
      },
    ),
  );

const supports = new WeakMap<ActionDetails, ReadonlySet<string>>();

/** The keys that come with an action or with its resources, in lower case. */
function keysWith(action: ActionDetails): ReadonlySet<string> {
  const known = supports.get(action);
  if (known) return known;
  const found = new Set(
    [
      ...action.conditionKeys,
      ...action.resources.flatMap(({ conditionKeys, type }) => [...conditionKeys, ...type.conditionKeys]),
    ].map((key) => key.toLowerCase()),
  );
  supports.set(action, found);
  return found;
}

/** Keys of other services may come with an action for reasons that AWS does not list. */
const isPlainlyOfService = (key: string, service: string): boolean => prefixOf(key) === service;

/** Keys of tags, of which AWS says for each action whether they come with it; in its lists they have a placeholder. */
const TAGS = /^aws:(requesttag\/|resourcetag\/|tagkeys$)/;
const OF_RESOURCE = 'aws:resourcetag/${tagkey}';

/** Keys that come with no action of the statement, patterns and all. */
function checkStrangers(subject: Subject, statement: DraftStatement): Diagnostic[] {
  const { vocabulary, type, resource } = subject;
  const asked = statement.conditions.filter(
    ({ operator, key }) => !operator.ifExists && operator.base !== 'Null' && !isKeyRefused(subject, key),
  );
  const patterns = listed(statement.action);
  if (type === 'resource' && resource === 'bucket') return checkBucketKeys(statement);
  if (!vocabulary || type === 'trust' || asked.length === 0 || patterns.length === 0) return [];
  const isAboutRoles = patterns.every(({ value }) => value.toLowerCase().startsWith('sts:'));
  // Made only when some key is in doubt: a pattern can match hundreds of actions.
  let known: readonly ActionDetails[] | null | undefined;
  const actions = (): readonly ActionDetails[] | null => (known ??= actionsOf(vocabulary, patterns));
  return asked.flatMap(({ key, name }) => {
    const lower = key.toLowerCase();
    const isTag = TAGS.test(lower);
    if (isTag ? isAboutRoles : lower.startsWith('aws:') || globalKey(key) !== undefined) return [];
    const listedAs = isTag
      ? lower.replace(/\/.*/s, '/${tagkey}')
      : knownKey(subject, key, statement)?.name.toLowerCase();
    if (listedAs === undefined) return [];
    // Told at the action, or as what whole services never send.
    const isToldElsewhere = isTag
      ? listedAs === OF_RESOURCE &&
        patterns.some(({ value }) => !vocabulary.service(prefixOf(value))?.conditionKeys.has(OF_RESOURCE))
      : patterns.some(({ value }) => !hasWildcard(value) && isPlainlyOfService(listedAs, prefixOf(value)));
    if (isToldElsewhere || actions()?.some((action) => keysWith(action).has(listedAs)) !== false) return [];
    return [fault('UNKNOWN_CONDITION_FOR_ACTION', name, key)];
  });
}

/**
 * S3 does not save a condition on a key that comes with some actions of the statement only, whatever the operator.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
function checkBucketKeys(statement: DraftStatement): Diagnostic[] {
  return statement.conditions
    .filter(({ key }) => isS3Key(key))
    .flatMap(({ key, name, operator }) => {
      const lacking = listed(statement.action).filter(({ value }) => {
        const actions = actionsAbout(statement, value);
        // What goes with none of the resources is told as that.
        return actions.length > 0 && !actions.some((action) => s3KeyComesWith(key, action));
      });
      const [first] = lacking;
      const isAsked = !operator.ifExists && operator.base !== 'Null';
      // Told at the action.
      if (first === undefined || (isAsked && lacking.some(({ value }) => !hasWildcard(value)))) return [];
      return [
        fault('UNKNOWN_CONDITION_FOR_ACTION', name, key, {
          severity: 'error',
          message: `The condition key {} does not come with ${quoted(first.value)} on these resources, and S3 saves no such policy.`,
          help: 'Put that action into a statement of its own, without the key.',
        }),
      ];
    });
}

/** Null where some pattern matches nothing that is known, or too much. */
function actionsOf(
  vocabulary: Vocabulary,
  patterns: readonly Spanned<string>[],
): readonly ActionDetails[] | null {
  const found = patterns.map(({ value }) => matching(vocabulary, value));
  if (found.some((actions) => actions.length === 0)) return null;
  return found.flat().flatMap(({ name }) => vocabulary.action(name) ?? []);
}

/** Keys that only come with an action that a statement must list. */
const NEEDED: readonly (readonly [key: RegExp, action: string])[] = [
  [/^sts:sourceidentity$/, 'sts:SetSourceIdentity'],
  [/^sts:transitivetagkeys$/, 'sts:TagSession'],
  [/^aws:(requesttag\/.*|tagkeys)$/, 'sts:TagSession'],
];

/** The action may be allowed by another statement: it is asked for by itself. */
function checkNeeded(subject: Subject, statement: DraftStatement): Diagnostic[] {
  const { action, conditions } = statement;
  if (subject.type !== 'trust' && !isIdentity(subject)) return [];
  const patterns = listed(action).map(({ value }) => value.toLowerCase());
  // In other policies the keys of tags are mostly about other actions.
  const isAboutRoles = patterns.length > 0 && patterns.every((pattern) => pattern.startsWith('sts:'));
  if (!isAboutRoles) return [];
  const allowing = subject.draft.statements.filter(
    (other) => isAllow(other) && isAboutSame(other, statement),
  );
  const besides = [statement, ...allowing].flatMap((other) =>
    listed(other.action).map(({ value }) => value.toLowerCase()),
  );
  return conditions.flatMap(({ key, name, operator }) => {
    const needed = NEEDED.find(([pattern]) => pattern.test(key.toLowerCase()))?.[1];
    const isThere = besides.some((pattern) => covers(pattern, needed?.toLowerCase() ?? ''));
    if (needed === undefined || isThere || operator.ifExists) return [];
    // What is denied without the key is allowed elsewhere, and there the action is missing.
    const lacking = isAllow(statement) ? statement : allowing.find(letsAssume);
    const list = lacking?.json.members.find((member) => member.name.value === 'Action')?.value;
    const fixes = list ? [fix(`Add ${quoted(needed)}`, appended(list, subject.text, quoted(needed)))] : [];
    const help = isAllow(statement)
      ? `Add ${needed} to the actions, or ask for the key only IfExists.`
      : `Add ${needed} to the actions of the statement that allows to assume the role.`;
    return [fault('MISSING_ACTION_FOR_CONDITION_KEY', name, key, { help, fixes })];
  });
}

const letsAssume = ({ action }: DraftStatement): boolean =>
  listed(action).some(({ value }) => /^sts:assumerole/i.test(value));

/** Whether some principal is meant by both; in a policy of an identity all statements are about the same one. */
function isAboutSame({ principal: one }: DraftStatement, { principal: other }: DraftStatement): boolean {
  if (!one || !other) return !one && !other;
  return one.entries.some((entry) =>
    other.entries.some((same) => isMeant(entry, same) || isMeant(same, entry)),
  );
}

/** Whether an entry means what another one names: an account means all in it, and a role its sessions. */
function isMeant(one: PrincipalEntry, other: PrincipalEntry): boolean {
  if (one.kind === 'Everyone') return true;
  if (one.kind !== other.kind) return false;
  const [general, special] = [nameOf(one), nameOf(other)];
  if (general === special) return true;
  const account = parseArn(special)?.account;
  if (general === account) return true;
  const role = /^(arn:[^:]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(general);
  return role !== null && special.startsWith(`${role[1]}:sts::${role[2]}:assumed-role/${role[3]}/`);
}

/** An account by its number, however it is written. */
const nameOf = ({ value }: PrincipalEntry): string => value.replace(/^arn:[^:]*:iam::(\d{12}):root$/, '$1');

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer */
const checkTrust = (statement: DraftStatement): Diagnostic[] =>
  statement.conditions
    .filter(({ key }) => /^aws:(referer|useragent)$/i.test(key))
    .filter((condition) => isAllow(statement) !== isNegated(condition))
    .map(({ name, key }) => fault('UNTRUSTWORTHY_CONDITION_KEY', name, key));

/** Private addresses mean something only together with the network they are in. */
const PAIRS: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:vpcsourceip', ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn']],
  ['aws:ec2instancesourceprivateipv4', ['aws:ec2instancesourcevpc']],
]);

const checkPairs = ({ conditions }: DraftStatement): Diagnostic[] => {
  const keys = conditions.map(({ key }) => key.toLowerCase());
  return conditions.flatMap(({ key, name }) => {
    const others = PAIRS.get(key.toLowerCase());
    if (others === undefined || keys.some((other) => others.includes(other))) return [];
    const help =
      key.toLowerCase() === 'aws:vpcsourceip' ? undefined : 'Add a condition on aws:Ec2InstanceSourceVpc.';
    return [fault('MISSING_PAIRED_CONDITION_KEYS', name, key, { help })];
  });
};

function checkDynamoDb(statement: DraftStatement): Diagnostic[] {
  const { action, conditions } = statement;
  const reads = listed(action).some(({ value }) =>
    ['dynamodb:query', 'dynamodb:scan'].some((read) => covers(value.toLowerCase(), read)),
  );
  if (!isAllow(statement) || !reads) return [];
  if (conditions.some(({ key }) => key.toLowerCase() === 'dynamodb:select')) return [];
  return conditions
    .filter(({ key }) => key.toLowerCase() === 'dynamodb:attributes')
    .map(({ name, key }) => fault('DYNAMODB_ATTRIBUTES_WITHOUT_SELECT', name, key));
}

const checkPrefix = (statement: DraftStatement): Diagnostic[] =>
  statement.conditions
    .filter(({ key, operator }) => key.toLowerCase() === 's3:prefix' && operator.base.startsWith('String'))
    .filter((condition) => isAllow(statement) === isNegated(condition))
    .map(({ name, key }) => fault('S3_PREFIX_IN_NEGATIVE_CONTEXT', name, key));

/**
 * Which services send these keys grows by the month; that not all of them do is certain, so only statements about every
 * action are marked.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount
 */
function checkEndpointKeys({ action, conditions }: DraftStatement): Diagnostic[] {
  const isEverything =
    action?.negated === true || listed(action).some(({ value }) => hasWildcard(value.split(':')[0] ?? ''));
  if (!isEverything) return [];
  return conditions
    .filter(({ key }) => /^aws:vpce(account|orgid|orgpaths)$/i.test(key))
    .filter(({ operator }) => !operator.ifExists && operator.base !== 'Null')
    .map(({ name, key }) => fault('USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES', name, key));
}
