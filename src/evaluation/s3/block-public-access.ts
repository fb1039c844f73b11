// Block Public Access: how its settings add up, and what they take away.
import type { PolicyDocument } from '../../policy/document.ts';
import type { Request } from '../request.ts';
import type { Acl, AclGrant, BlockPublicAccess } from './access.ts';
import { isPublicAcl, isPublicGrantee, isPublicPolicy } from './public.ts';

export const BLOCK_NONE: BlockPublicAccess = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};

/** As every new bucket has it. */
export const BLOCK_ALL: BlockPublicAccess = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};

/**
 * The settings of organization, account, bucket and access point as they work together: one that is on anywhere is on.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const combineBlocks = (settings: readonly BlockPublicAccess[]): BlockPublicAccess => ({
  blockPublicAcls: settings.some((one) => one.blockPublicAcls),
  ignorePublicAcls: settings.some((one) => one.ignorePublicAcls),
  blockPublicPolicy: settings.some((one) => one.blockPublicPolicy),
  restrictPublicBuckets: settings.some((one) => one.restrictPublicBuckets),
});

/** BlockPublicPolicy: a public policy cannot be saved; one that was saved before stays as it is. */
export const isPolicyRefused = (document: PolicyDocument, settings: BlockPublicAccess): boolean =>
  settings.blockPublicPolicy && isPublicPolicy(document);

/** BlockPublicAcls: a public ACL cannot be saved; one that was saved before stays as it is. */
export const isAclRefused = (acl: Acl, settings: BlockPublicAccess): boolean =>
  settings.blockPublicAcls && isPublicAcl(acl);

/**
 * IgnorePublicAcls: what an ACL grants to a public group does not count. AWS speaks of ignoring a public ACL and does
 * not say what becomes of the grants in it that are not public; here they stay.
 */
export const isAclGrantIgnored = ({ grantee }: AclGrant, settings: BlockPublicAccess): boolean =>
  settings.ignorePublicAcls && isPublicGrantee(grantee);

/** A memo, so that the ACL that is left is the same object each time. */
const withoutPublicGrants = new WeakMap<Acl, Acl>();

/** The ACL as it works, which is also what S3 shows when asked for it. */
export function effectiveAcl(acl: Acl, settings: BlockPublicAccess): Acl {
  if (!settings.ignorePublicAcls || !isPublicAcl(acl)) return acl;
  const known = withoutPublicGrants.get(acl);
  if (known !== undefined) return known;
  const left = { ...acl, grants: acl.grants.filter((grant) => !isAclGrantIgnored(grant, settings)) };
  withoutPublicGrants.set(acl, left);
  return left;
}

/**
 * RestrictPublicBuckets: while a bucket has a public policy, that policy allows nothing to anyone but services and the
 * principals of the account that owns the bucket, not even what a statement allows to another account by name.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-example
 */
export function isRestricted(
  { principal, resourceAccount }: Request,
  bucketPolicyIsPublic: boolean,
  settings: BlockPublicAccess,
): boolean {
  if (!settings.restrictPublicBuckets || !bucketPolicyIsPublic) return false;
  return principal.kind !== 'service' && !('account' in principal && principal.account === resourceAccount);
}
