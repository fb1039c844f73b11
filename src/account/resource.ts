// Resources: what an ARN in a request points at, and whose it is.
import type { AccountId, Arn } from '../aws/arn.ts';
import { isAccountId, parseArn } from '../aws/arn.ts';
import { findAccount, findBucket } from './find.ts';
import { entry } from './record.ts';
import type { Account, Bucket, Role, User, World } from './world.ts';

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
  const user = account && name !== undefined ? entry(account.users, name) : undefined;
  return user?.path === path ? (user ?? null) : null;
}

/** The role that an ARN names, path and letter case included. */
export function roleOfResource(world: World, resource: Arn | '*'): { account: Account; role: Role } | null {
  const parts = parseArn(resource);
  if (parts?.service !== 'iam') return null;
  const account = findAccount(world, parts.account);
  const [, path, name] = /^role(\/.*\/|\/)([^/]+)$/.exec(parts.resource) ?? [];
  const role = account && name !== undefined ? entry(account.roles, name) : undefined;
  return account && role?.path === path && role ? { account, role } : null;
}

/** The tags of what an ARN names, where it is of a kind that has tags here. */
export function tagsOfResource(world: World, resource: Arn | '*'): Readonly<Record<string, string>> {
  const parts = parseArn(resource);
  const account = parts?.service === 'iam' ? findAccount(world, parts.account) : null;
  const [, kind, path, name] = /^([a-z-]+)(\/.*\/|\/)([^/]+)$/.exec(parts?.resource ?? '') ?? [];
  const table = TAGGED.get(kind ?? '');
  if (!account || table === undefined || name === undefined) return {};
  const found = entry<Tagged>(account[table], name);
  return found?.path === path ? (found?.tags ?? {}) : {};
}

interface Tagged {
  readonly path: string;
  readonly tags: Readonly<Record<string, string>>;
}

const TAGGED = new Map([
  ['user', 'users'],
  ['role', 'roles'],
  ['policy', 'policies'],
  ['instance-profile', 'instanceProfiles'],
] as const) as ReadonlyMap<string, 'users' | 'roles' | 'policies' | 'instanceProfiles'>;

/**
 * The owner of a resource. S3 ARNs do not name it, and a bucket that does not exist has none; AWS managed policies
 * belong to no account. In these cases a request is judged as one on the caller's own account.
 */
export function resourceOwner(world: World, resource: Arn | '*'): AccountId | null {
  const parts = parseArn(resource);
  if (!parts) return null;
  if (isAccountId(parts.account)) return parts.account;
  return bucketOfResource(world, resource)?.account.id ?? null;
}
