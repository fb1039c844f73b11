// Finding things in a world by what people and ARNs call them.
import type { AccountId, Arn } from '../aws/arn.ts';
import { iamArn, isAccountId, parseArn } from '../aws/arn.ts';
import { entry } from './record.ts';
import type { Bucket } from './resources.ts';
import { find, lookup } from './table.ts';
import type { Account, Group, InstanceProfile, ManagedPolicy, Role, User, World } from './world.ts';

export const findAccount = (world: World, id: AccountId): Account | null => entry(world.accounts, id) ?? null;

/** What a person may type at sign-in: twelve digits, with or without the dashes AWS shows, or the account alias. */
export function accountByIdOrAlias(world: World, text: string): Account | null {
  const typed = text.trim();
  const digits = typed.replaceAll('-', '');
  if (isAccountId(digits)) return findAccount(world, digits);
  return (
    Object.values(world.accounts).find(({ alias }) => alias !== null && alias === typed.toLowerCase()) ?? null
  );
}

/** Names of users are unique without regard to letter case, and are found so. */
export const findUser = (account: Account, name: string): User | null => find(account.users, name) ?? null;

export const findRole = (account: Account, name: string): Role | null => find(account.roles, name) ?? null;

export const findInstanceProfile = (account: Account, name: string): InstanceProfile | null =>
  find(account.instanceProfiles, name) ?? null;

/** A customer managed policy by name, whatever its path. */
export const findPolicyNamed = (account: Account, name: string): ManagedPolicy | null =>
  find(account.policies, name) ?? null;

export const findGroup = (account: Account, name: string): Group | null => find(account.groups, name) ?? null;

/** The groups of a user, in the order in which the user was put into them. */
export const groupsOf = (account: Account, user: User): Group[] =>
  user.groups.flatMap((name) => lookup(account.groups, name) ?? []);

/** Bucket names are unique over all accounts. */
export function findBucket(world: World, name: string): { account: Account; bucket: Bucket } | null {
  for (const account of Object.values(world.accounts)) {
    const bucket = lookup(account.buckets, name);
    if (bucket) return { account, bucket };
  }
  return null;
}

/** A customer managed policy by its ARN; letter case and path must be those given at creation. */
export function findCustomerPolicy(
  world: World,
  arn: Arn,
): { account: Account; policy: ManagedPolicy } | null {
  const parts = parseArn(arn);
  const account = parts && findAccount(world, parts.account);
  const policy =
    account && lookup(account.policies, parts.resource.slice(parts.resource.lastIndexOf('/') + 1));
  return policy && policyArn(account, policy) === arn ? { account, policy } : null;
}

/** The document in force. */
export const defaultDocument = (policy: ManagedPolicy): string | null =>
  policy.versions.find(({ id }) => id === policy.defaultVersion)?.document ?? null;

export const userArn = (account: Account, user: User): Arn =>
  iamArn(account.id, 'user', user.path, user.name);

export const groupArn = (account: Account, group: Group): Arn =>
  iamArn(account.id, 'group', group.path, group.name);

export const roleArn = (account: Account, role: Role): Arn =>
  iamArn(account.id, 'role', role.path, role.name);

export const instanceProfileArn = (account: Pick<Account, 'id'>, profile: InstanceProfile): Arn =>
  iamArn(account.id, 'instance-profile', profile.path, profile.name);

export const policyArn = (account: Account, policy: ManagedPolicy): Arn =>
  iamArn(account.id, 'policy', policy.path, policy.name);
