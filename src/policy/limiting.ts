// limiting: whether a condition leaves in only those whom somebody chose, or whoever comes along.
import { isAccountId, parseArn } from '../aws/arn.ts';
import type { BaseOperator, Condition } from './document.ts';
import { isNarrowRange } from './fixed-value.ts';
import { hasWildcard } from './glob.ts';
import type { Spanned } from './span.ts';

type ValueTest = (value: string) => boolean;

/** No wildcard, and not what stands for all those who sign nothing. */
const isFixed: ValueTest = (value) => !hasWildcard(value) && value.toLowerCase() !== 'anonymous';

/** An organization, and whatever of it: its id is in front. */
const isOfOrganization: ValueTest = (value) => isFixed(value) || /^o-[a-z0-9]{10,32}[/*]/.test(value);

/** `AIDA…`, `AROA…:session` or `111122223333:name`: ids are given once, and what follows the colon is of no matter. */
const isUserId: ValueTest = (value) => isFixed(value) || /^(?:A[A-Z0-9]{4,}|\d{12}):/.test(value);

/**
 * The ARN of something that is known to be somebody's: in an account that is given, or with a name that is given once in
 * all the world. Buckets have such names, and are written with or without places for an account.
 */
function isSomebodys(value: string): boolean {
  if (isFixed(value)) return true;
  const arn = parseArn(value);
  if (arn === null) return false;
  if (isAccountId(arn.account)) return true;
  if (arn.service === 's3' && isFixed(arn.resource)) return !arn.resource.includes('/');
  const [first = '', second = ''] = arn.resource.split('/').filter((part) => part !== '');
  const isNamed = arn.service === 's3' ? isFixed(first) : isFixed(first) && second !== '' && isFixed(second);
  return arn.account === '' && isNamed;
}

/** Of a provider that has a name only, every account has people. */
const isOwnProvider: ValueTest = (value) => parseArn(value) !== null && isSomebodys(value);

/**
 * Keys by lower-cased name. Those of S3's own rule come first; then those that AWS has added since or that other services
 * have, and that a caller cannot make up. Not among them: tags, names of users and ways of calling, which anybody's
 * account can have alike.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
const TESTS: ReadonlyMap<string, ValueTest> = new Map<string, ValueTest>([
  ...named(isSomebodys, 'aws:PrincipalArn aws:SourceArn s3:DataAccessPointArn'),
  ...named(isOfOrganization, 'aws:PrincipalOrgID aws:PrincipalOrgPaths'),
  ...named(
    isFixed,
    `aws:PrincipalAccount aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:SourceVpc aws:SourceVpce
    aws:SourceOwner aws:SourceAccount s3:DataAccessPointAccount s3:x-amz-server-side-encryption-aws-kms-key-id`,
  ),
  ['aws:userid', isUserId],
  ['aws:sourceip', isNarrowRange],
  ...named(
    isSomebodys,
    `aws:SourceVpcArn aws:SignInSessionArn aws:ChatbotSourceArn codebuild:BuildArn codebuild:ProjectArn
    ec2:SourceInstanceArn lambda:SourceFunctionArn ssm:SourceInstanceArn`,
  ),
  ...named(isOfOrganization, 'aws:SourceOrgID aws:SourceOrgPaths aws:VpceOrgID aws:VpceOrgPaths'),
  ...named(
    isFixed,
    `aws:VpceAccount aws:Ec2InstanceSourceVpc identitystore:UserId kms:CallerAccount lambda:EventSourceToken
    sts:ExternalId`,
  ),
  ['aws:federatedprovider', isOwnProvider],
]);

function named(test: ValueTest, names: string): [string, ValueTest][] {
  return names.split(/\s+/).map((name) => [name.toLowerCase(), test]);
}

/** Whom a token of an identity provider is about, or for which app it is. */
const CLAIM = /^[^:]*\..*:(?:aud|oaud|sub|id|app_id|user_id)$/;

const testOf = (key: string): ValueTest | undefined =>
  TESTS.get(key.toLowerCase()) ?? (CLAIM.test(key.toLowerCase()) ? isFixed : undefined);

const EXACT: ReadonlySet<BaseOperator> = new Set<BaseOperator>(['StringEquals', 'StringEqualsIgnoreCase']);
const PATTERNS: ReadonlySet<BaseOperator> = new Set<BaseOperator>(['StringLike', 'ArnEquals', 'ArnLike']);

/**
 * Whether the condition demands a value: a negated operator, `IfExists` and `ForAllValues` are met by requests without the
 * key. Null demands only the key.
 */
export const demands = ({ operator }: Condition): boolean =>
  !operator.ifExists &&
  operator.set !== 'ForAllValues' &&
  operator.base !== 'Null' &&
  !operator.base.includes('Not');

/**
 * Whether the condition is met by nobody but some who were chosen: the account of the policy, an organization, networks,
 * principals or resources that it names. It goes by S3's meaning of "public", but takes a pattern where whatever matches
 * it is in an account or an organization that is given, and variables of the resource's own account and organization.
 * @param hasVariables Whether the document has policy variables: Version 2012-10-17.
 */
export function limits(condition: Condition, hasVariables: boolean): boolean {
  const { operator, key, values } = condition;
  const test = testOf(key);
  if (test === undefined || !demands(condition) || values.length === 0) return false;
  const fits =
    test === isNarrowRange
      ? operator.base === 'IpAddress'
      : EXACT.has(operator.base) || PATTERNS.has(operator.base);
  return fits && values.every(({ value }) => test(plain(value, PATTERNS.has(operator.base), hasVariables)));
}

/** Whether the key can choose some, with the right operator and value. */
export const looksLimiting = (key: string): boolean => testOf(key) !== undefined;

/** The first value of a condition that anybody can have; null where there is none. */
export function openValue({ operator, key, values }: Condition, hasVariables: boolean): string | null {
  const test = testOf(key);
  const isOpen = ({ value }: Spanned<string>): boolean =>
    test !== undefined && !test(plain(value, PATTERNS.has(operator.base), hasVariables));
  return values.find(isOpen)?.value ?? null;
}

/** Of encryption contexts that AWS services set themselves, many name the resource that they are for. */
export const limitsEncryption = (condition: Condition, hasVariables: boolean): boolean =>
  /^kms:encryptioncontext:aws:/i.test(condition.key) &&
  demands(condition) &&
  condition.values.length > 0 &&
  condition.values.every(
    ({ value }) =>
      parseArn(value) !== null &&
      isSomebodys(plain(value, PATTERNS.has(condition.operator.base), hasVariables)),
  );

/** With the account and the organization of the resource as fixed, other variables as wildcards, and no wildcard where none works. */
function plain(value: string, isPattern: boolean, hasVariables: boolean): string {
  const literal = isPattern ? value : value.replace(/[*?]/g, 'x');
  if (!hasVariables) return literal;
  return literal
    .replace(/\$\{\s*aws:ResourceAccount\s*\}/gi, '000000000000')
    .replace(/\$\{\s*aws:ResourceOrgID\s*\}/gi, 'o-0000000000')
    .replace(/\$\{[*?$x]\}/g, 'x')
    .replace(/\$\{[^}]*\}/g, '*');
}

/** Keys that only requests with a signature have, or those that an AWS service makes for somebody. */
const SIGNED =
  /^(?:aws:(?:principal(?:arn|org.*|tag\/.*|service.*|isawsservice)|username|source(?:arn|account|owner|org.*)|multifactorauth.*|tokenissuetime|federatedprovider|sourceidentity)|kms:.*|.*\..*)$/i;

/** Whether requests without a signature never meet the condition, though it chooses nobody. */
export const demandsSignature = (condition: Condition): boolean =>
  SIGNED.test(condition.key) &&
  (condition.operator.base === 'Null'
    ? condition.values.every(({ value }) => value.toLowerCase() === 'false')
    : demands(condition));
