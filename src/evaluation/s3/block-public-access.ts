// Block Public Access: how its settings add up, and what they take away.
import type { PolicyDocument } from '../../policy/document.ts';
import type { Request } from '../request.ts';
import type { Acl, BlockPublicAccess } from './access.ts';
import { isPublicAcl, isPublicPolicy } from './public.ts';

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
