// The faults for which S3 refuses to save a bucket policy.
import { parseArn } from '../aws/arn.ts';
import { isS3Key, S3_ACTIONS, s3KeyComesWith, s3Level, type S3Level } from '../aws/s3-vocabulary.ts';
import type { PrincipalElement, PrincipalEntry } from './document.ts';
import type { DraftReading, DraftStatement } from './draft.ts';
import { covers } from './glob.ts';
import { isTooLong, RESOURCE_SIZE_LIMITS } from './size.ts';

/**
 * The message of `MalformedPolicy`, or null. S3 looks closer than IAM: at principals, actions, resources and
 * condition keys, and whether they go together. The texts are AWS's; the order in which several faults are reported is our
 * reading.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export function bucketFault(text: string, { draft, found }: DraftReading, bucket: string): string | null {
  const has = (code: string): boolean => found.some((diagnostic) => diagnostic.code === code);
  const { statements } = draft;
  if (!text.startsWith('{') || has('JSON_SYNTAX_ERROR'))
    return "Policies must be valid JSON and the first byte must be '{'";
  if (has('MISSING_STATEMENT'))
    return /^\[/.test(textOf(text, found, 'MISSING_STATEMENT'))
      ? 'Could not parse the policy: Statement is empty!'
      : 'Missing required field Statement';
  if (has('INVALID_VERSION')) return 'The policy must contain a valid version string';
  const missing = missingField(statements);
  if (missing !== null && !has('DATA_TYPE_MISMATCH')) return `Missing required field ${missing}`;
  if (has('INVALID_CONDITION_OPERATOR') || has('NULL_WITH_IF_EXISTS')) {
    const name =
      textOf(text, found, 'INVALID_CONDITION_OPERATOR') || textOf(text, found, 'NULL_WITH_IF_EXISTS');
    return `Invalid Condition type : ${name.slice(1, -1)}`;
  }
  if (has('INVALID_PRINCIPAL_FORMAT') || has('INVALID_PRINCIPAL_KEY')) return 'Invalid principal in policy';
  if (found.some(({ severity }) => severity === 'error')) return 'Invalid policy syntax.';

  if (!statements.every(({ principal }) => namesPrincipals(principal))) return 'Invalid principal in policy';
  if (!statements.every(({ action }) => action?.patterns.every(({ value }) => isBucketAction(value))))
    return 'Policy has invalid action';
  if (!statements.every(({ resource }) => resource?.patterns.every(({ value }) => isInBucket(value, bucket))))
    return 'Policy has invalid resource';
  if (!statements.every(({ conditions }) => conditions.every(({ key }) => isBucketKey(key))))
    return 'Policy has an invalid condition key';
  if (!statements.every(actionsApply)) return 'Action does not apply to any resource(s) in statement';
  if (!statements.every(conditionsApply))
    return 'Conditions do not apply to combination of actions and resources in statement';
  if (isTooLong(text, RESOURCE_SIZE_LIMITS.bucket))
    return `Normalized policy document exceeds the maximum allowed size of ${RESOURCE_SIZE_LIMITS.bucket.most} bytes`;
  return null;
}

/** The text that the first diagnostic of this code marks. */
function textOf(text: string, found: DraftReading['found'], code: string): string {
  const diagnostic = found.find((entry) => entry.code === code);
  return diagnostic === undefined ? '' : text.slice(diagnostic.from, diagnostic.to);
}

function missingField(statements: readonly DraftStatement[]): string | null {
  for (const { effect, principal, action, resource } of statements) {
    if (effect === undefined) return 'Effect';
    if (principal === undefined) return 'Principal';
    if (action === undefined || action.patterns.length === 0) return 'Action';
    if (resource === undefined || resource.patterns.length === 0) return 'Resource';
  }
  return null;
}

const namesPrincipals = (principal: PrincipalElement | undefined): boolean =>
  principal?.entries.every(namesPrincipal) ?? false;

/** The form of a principal that a resource-based policy can have; federated identities are not among them. */
export function namesPrincipal({ kind, value }: PrincipalEntry): boolean {
  switch (kind) {
    case 'Everyone':
      return true;
    case 'AWS':
      return (
        /^\d{12}$/.test(value) ||
        /^arn:[a-z-]+:iam::(\d{12}|cloudfront):(root|(user|role)\/[^*?]+)$/.test(value) ||
        /^arn:[a-z-]+:sts::\d{12}:(assumed-role|federated-user)\/[^*?]+$/.test(value) ||
        /^A(IDA|ROA)[A-Z0-9]{12,}$/.test(value)
      );
    case 'Service':
      return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value);
    case 'CanonicalUser':
      return /^[0-9a-f]{64}$/.test(value);
    case 'Federated':
      return false;
  }
}

/** How many patterns are remembered: the editor asks for the same ones at every letter. */
const MOST_REMEMBERED = 500;
const remembered = new Map<string, readonly string[]>();

/** The actions of S3 that an element of Action names, in small letters and without the prefix. */
export function actionsNamed(pattern: string): readonly string[] {
  const known = remembered.get(pattern);
  if (known) return known;
  const [prefix, name] = pattern === '*' ? ['s3', '*'] : pattern.toLowerCase().split(/:(.*)/s);
  if (prefix !== 's3' || name === undefined) return [];
  const found = S3_ACTIONS.filter((action) => covers(name, action));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(pattern, found);
  return found;
}

/** An action that S3 has, or a pattern that one of them fits. */
export const isBucketAction = (action: string): boolean => actionsNamed(action).length > 0;

/**
 * Keys that the credentials or the token of a caller bring along, whatever the service; with them go those that start
 * with the host of an identity provider.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const OF_CALLERS = new Set([
  'codebuild:buildarn',
  'codebuild:projectarn',
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'glue:credentialissuingservice',
  'glue:roleassumedby',
  'identitystore:userid',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
]);

/** A key that can be in a bucket policy. Of `aws:` S3 has been seen to take any name. */
export function isBucketKey(key: string): boolean {
  const [prefix, name = ''] = key.toLowerCase().split(/:(.*)/s);
  if (prefix === undefined || name === '') return false;
  if (prefix === 's3') return isS3Key(key);
  return /^(aws|saml|sts)$|\./.test(prefix) || OF_CALLERS.has(key.toLowerCase());
}

/** `arn:aws:s3:::bucket`, an object in it, or a pattern that starts with the name of the bucket. */
function isInBucket(resource: string, bucket: string): boolean {
  const arn = parseArn(resource);
  if (arn === null || !/^aws(-[a-z]+)*$/.test(arn.partition) || arn.service !== 's3') return false;
  return arn.region === '' && arn.account === '' && isNamedBucket(arn.resource, bucket);
}

/** The last part of an ARN as S3 takes it in the policy of a bucket. */
export const isNamedBucket = (path: string, bucket: string): boolean =>
  path.startsWith(bucket) && /^$|^[/*]/.test(path.slice(bucket.length));

/** What the resources of a statement can be: a pattern such as `bucket*` is both. */
function levelsOf({ resource }: DraftStatement): ReadonlySet<S3Level> {
  if (resource === undefined || resource.negated) return new Set<S3Level>(['bucket', 'object']);
  const names = resource.patterns.map(({ value }) => parseArn(value)?.resource ?? '');
  return new Set<S3Level>([
    ...(names.some((name) => /[/*]/.test(name)) ? (['object'] as const) : []),
    ...(names.some((name) => !name.includes('/')) ? (['bucket'] as const) : []),
  ]);
}

/** The actions of one element of Action that can be about one of the resources. */
export function actionsAbout(statement: DraftStatement, pattern: string): readonly string[] {
  const levels = levelsOf(statement);
  return actionsNamed(pattern).filter((name) => {
    const level = s3Level(name);
    return level !== undefined && levels.has(level);
  });
}

/** Those of each element. NotAction names too many to be held to it. */
const allAbout = (statement: DraftStatement): readonly (readonly string[])[] =>
  statement.action?.negated === false
    ? statement.action.patterns.map(({ value }) => actionsAbout(statement, value))
    : [];

/** Every element of Action has an action that can be about one of the resources. */
const actionsApply = (statement: DraftStatement): boolean =>
  allAbout(statement).every((actions) => actions.length > 0);

/** Every condition key of S3 comes with an action of every element of Action: one that does without it spoils the rest. */
function conditionsApply(statement: DraftStatement): boolean {
  const keys = statement.conditions.map(({ key }) => key).filter(isS3Key);
  return (
    keys.length === 0 ||
    allAbout(statement).every((actions) =>
      keys.every((key) => actions.some((action) => s3KeyComesWith(key, action))),
    )
  );
}
