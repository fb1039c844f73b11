// Changes of one user, role, instance profile or customer managed policy: the whole entity anew, or nothing when it stays as it is.
import type { Change } from '../../../account/change.ts';
import type { Account, InstanceProfile, ManagedPolicy, Role, User } from '../../../account/world.ts';
import type { Found } from './entities.ts';

export function userChanges({ account, entity: user }: Found<'user'>, change: Partial<User>): Change[] {
  const value = { ...user, ...change };
  if (isSame(user, value)) return [];
  return [{ kind: 'entitySet', account: account.id, table: 'users', name: user.name, value }];
}

export function roleChanges({ account, entity: role }: Found<'role'>, change: Partial<Role>): Change[] {
  const value = { ...role, ...change };
  if (isSame(role, value)) return [];
  return [{ kind: 'entitySet', account: account.id, table: 'roles', name: role.name, value }];
}

export function profileChanges(
  { account, entity: profile }: Found<'instance-profile'>,
  change: Partial<InstanceProfile>,
): Change[] {
  const value = { ...profile, ...change };
  if (isSame(profile, value)) return [];
  return [{ kind: 'entitySet', account: account.id, table: 'instanceProfiles', name: profile.name, value }];
}

export function policyChanges(
  { account, policy }: { readonly account: Account; readonly policy: ManagedPolicy },
  change: Partial<ManagedPolicy>,
): Change[] {
  const value = { ...policy, ...change };
  if (isSame(policy, value)) return [];
  return [{ kind: 'entitySet', account: account.id, table: 'policies', name: policy.name, value }];
}

/** Entities are plain JSON, and replacing a field or the value of a tag leaves the order of keys as it is. */
const isSame = (before: object, after: object): boolean => JSON.stringify(before) === JSON.stringify(after);
