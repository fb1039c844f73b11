// Membership: who is in a group, which groups a user is in, and putting users in and taking them out.
import type { Change } from '../../../account/change.ts';
import type { Account, Group, User } from '../../../account/world.ts';
import { usersInGroup, valuesNamed } from '../../../account/indexes.ts';
import { ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Scene } from '../../operation.ts';
import { existing } from './entities.ts';
import { inOrder } from './listing.ts';

export const isMember = (user: User, group: Group): boolean => user.groups.includes(group.name);

export const membersOf = (account: Account, group: Group): User[] =>
  inOrder(valuesNamed(account.users, usersInGroup(account.users, group.name)));

/** A user in exactly these groups. */
export const withGroups = (account: Account, user: User, groups: readonly string[]): Change => ({
  kind: 'entitySet',
  account: account.id,
  table: 'users',
  name: user.name,
  value: { ...user, groups },
});

interface Pair {
  readonly account: Account;
  readonly group: Group;
  readonly user: User;
}

/** A group and a user; the group is missed first when both are missing. */
export function groupAndUser(scene: Scene, groupName: string, userName: string): Result<Pair, AwsError> {
  const group = existing(scene, 'group', groupName);
  if (!group.ok) return group;
  const user = existing(scene, 'user', userName);
  if (!user.ok) return user;
  return ok({ account: group.value.account, group: group.value.entity, user: user.value.entity });
}
