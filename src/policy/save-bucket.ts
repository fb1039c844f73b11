// The faults for which S3 refuses to save a bucket policy.
import { parseArn } from '../aws/arn.ts';
import type { PrincipalElement, PrincipalEntry } from './document.ts';
import type { DraftReading, DraftStatement } from './draft.ts';
import { hasWildcard } from './glob.ts';
import { BUCKET_POLICY_BYTES, normalizedBytes } from './size.ts';

/**
 * The message of `MalformedPolicy`, or null. S3 looks closer than IAM: at principals, actions, resources, and whether
 * they go together. Not looked at are names of actions and condition keys that S3 does not have. The texts are AWS's;
 * the order in which several faults are reported is our reading.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export function bucketFault(text: string, { draft, found }: DraftReading, bucket: string): string | null {
  const has = (code: string): boolean => found.some((diagnostic) => diagnostic.code === code);
  const { statements } = draft;
  if (!text.startsWith('{') || has('JSON_SYNTAX_ERROR'))
    return "Policies must be valid JSON and the first byte must be '{'";
  if (has('MISSING_STATEMENT'))
    return /^\[/.test(textOf(text, found, 'MISSING_STATEMENT'))
      ? 'Statement is empty!'
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
  if (statements.some(({ conditions }) => conditions.some(({ key }) => !/^[^:]+:./.test(key))))
    return 'Policy has an invalid condition key';
  if (!statements.every(actionsApply)) return 'Action does not apply to any resource(s) in statement';
  if (normalizedBytes(text) > BUCKET_POLICY_BYTES)
    return `Normalized policy document exceeds the maximum allowed size of ${BUCKET_POLICY_BYTES} bytes`;
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

const isBucketAction = (action: string): boolean => action === '*' || /^s3:[A-Za-z*?]+$/i.test(action);

/** `arn:aws:s3:::bucket`, an object in it, or a pattern that starts with the name of the bucket. */
function isInBucket(resource: string, bucket: string): boolean {
  const arn = parseArn(resource);
  if (arn === null || !/^aws(-[a-z]+)*$/.test(arn.partition) || arn.service !== 's3') return false;
  if (arn.region !== '' || arn.account !== '' || !arn.resource.startsWith(bucket)) return false;
  return /^$|^[/*]/.test(arn.resource.slice(bucket.length));
}

/** Whether every action written out in full can be about one of the resources. Patterns are taken on trust. */
function actionsApply({ action, resource }: DraftStatement): boolean {
  if (action === undefined || resource === undefined || action.negated || resource.negated) return true;
  const names = resource.patterns.map(({ value }) => parseArn(value)?.resource ?? '');
  const forObjects = names.some((name) => /[/*]/.test(name));
  const forBucket = names.some((name) => !name.includes('/'));
  return action.patterns.every(({ value }) => {
    if (hasWildcard(value)) return true;
    const name = value.slice('s3:'.length);
    if (/^ListAllMyBuckets$/i.test(name)) return false;
    return isObjectAction(name) ? forObjects : forBucket;
  });
}

/**
 * Whether an action of S3 is about objects rather than buckets. Nearly all say so in their name.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const isObjectAction = (name: string): boolean =>
  /object(?!lambda|lockconfiguration)/i.test(name) ||
  /^(abortmultipartupload|bypassgovernanceretention|initiatereplication|listmultipartuploadparts|replicatedelete|replicatetags)$/i.test(
    name,
  );
