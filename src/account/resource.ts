// Resources: what an ARN in a request points at, and whose it is.
import type { AccountId, Arn } from '../aws/arn.ts';
import { isAccountId, parseArn } from '../aws/arn.ts';
import { findAccount, findBucket } from './find.ts';
import type { Bucket } from './resources.ts';
import { lookup } from './table.ts';
import type { Account, User, World } from './world.ts';

/** Where calls to global services such as IAM are answered, and buckets that name no other Region. */
export const DEFAULT_REGION = 'us-east-1';

/** The bucket that an S3 ARN is, or whose object it is; null for other resources and missing buckets. */
export function bucketOfResource(
  world: World,
  resource: Arn | '*',
): { account: Account; bucket: Bucket } | null {
  const parts = parseArn(resource);
  if (parts?.service !== 's3') return null;
  const [name = ''] = parts.resource.split('/', 1);
  return findBucket(world, name);
}

/** The IAM user that an ARN names, path and letter case included. */
export function userOfResource(world: World, resource: Arn | '*'): User | null {
  const parts = parseArn(resource);
  if (parts?.service !== 'iam') return null;
  const account = findAccount(world, parts.account);
  const [, path, name] = /^user(\/.*\/|\/)([^/]+)$/.exec(parts.resource) ?? [];
  const user = account && name !== undefined ? lookup(account.users, name) : undefined;
  return user?.path === path ? (user ?? null) : null;
}

/**
 * The owner of a resource. S3 ARNs do not name it, and a bucket that does not exist has none; AWS managed policies
 * belong to no account. In these cases a request is judged as one on the caller's own account. Organization policies of
 * AWS are those of the organization that uses them.
 */
export function resourceOwner(world: World, resource: Arn | '*'): AccountId | null {
  const parts = parseArn(resource);
  if (!parts) return null;
  if (isAccountId(parts.account)) return parts.account;
  if (parts.service === 'organizations') return world.organization?.managementAccount ?? null;
  return bucketOfResource(world, resource)?.account.id ?? null;
}
