// fixed values: whether a condition narrows callers down to some that S3 does not count as the public.
import { isAccountId, parseArn } from '../aws/arn.ts';
import { parseRange } from './checks/addresses.ts';
import type { BaseOperator, Condition, PolicyVersion } from './document.ts';
import { hasWildcard } from './glob.ts';

type ValueTest = (value: string, version: PolicyVersion) => boolean;

/** Neither a wildcard nor a policy variable, whatever the operator would make of them. */
export const isFixed: ValueTest = (value, version) => !hasWildcard(value) && !hasVariable(value, version);

/** `${key}` and `${key, 'default'}`; escapes such as `${$}` count as well. */
const hasVariable: ValueTest = (value, version) =>
  version === '2012-10-17' && /\$\{\s*[^},\s][^},]*(?:,\s*'[^}]*'\s*)?\}/.test(value);

/**
 * In a bucket policy the name of the access point may be a pattern, while the account in front of it is fixed. Access
 * point policies are stricter.
 */
const isFixedAccessPoint: ValueTest = (value, version) => {
  if (isFixed(value, version)) return true;
  const arn = parseArn(value);
  const name = /^accesspoint\/(.*)$/s.exec(arn?.resource ?? '')?.[1];
  if (arn === null || !isAccountId(arn.account) || name === undefined) return false;
  return !hasVariable(name, version) && isFixed(value.slice(0, value.length - name.length), version);
};

/** The session part of `aws:userid` is chosen by whoever assumes the role. */
const isFixedUserId: ValueTest = (value, version) => isFixed(value, version) && !/^AROA[^:]*:/.test(value);

/** The limits also let through the private ranges of RFC 1918, which AWS exempts: none is broader than /8. */
export const isNarrowRange = (value: string): boolean => {
  const range = parseRange(value);
  return range !== null && range.length >= (range.width === 32 ? 8 : 32);
};

/**
 * Keys by lower-cased name. What AWS lists as a principal "such as aws:PrincipalOrgID" is read as the keys that hold one
 * principal's identity or membership.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
const TESTS: ReadonlyMap<string, ValueTest> = new Map([
  ['aws:principalarn', isFixed],
  ['aws:principalaccount', isFixed],
  ['aws:principalorgid', isFixed],
  ['aws:principalorgpaths', isFixed],
  ['aws:principalservicename', isFixed],
  ['aws:principalservicenameslist', isFixed],
  ['aws:sourceip', isNarrowRange],
  ['aws:sourcearn', isFixed],
  ['aws:sourcevpc', isFixed],
  ['aws:sourcevpce', isFixed],
  ['aws:sourceowner', isFixed],
  ['aws:sourceaccount', isFixed],
  ['aws:userid', isFixedUserId],
  ['s3:x-amz-server-side-encryption-aws-kms-key-id', isFixed],
  ['s3:dataaccesspointarn', isFixedAccessPoint],
  ['s3:dataaccesspointaccount', isFixed],
]);

/** Operators that hold only while the key has one of the values. */
const EQUALITY: ReadonlySet<BaseOperator> = new Set<BaseOperator>([
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike',
]);

/**
 * Whether the condition holds for nobody but callers with one of a few fixed values. A negated operator admits all the
 * others, and `IfExists` and `ForAllValues` admit a caller who does not have the key at all.
 */
export function isLimiting({ operator, key, values }: Condition, version: PolicyVersion): boolean {
  if (operator.ifExists || operator.set === 'ForAllValues') return false;
  const name = key.toLowerCase();
  const fits = name === 'aws:sourceip' ? operator.base === 'IpAddress' : EQUALITY.has(operator.base);
  const test = TESTS.get(name);
  return fits && test !== undefined && values.length > 0 && values.every(({ value }) => test(value, version));
}
