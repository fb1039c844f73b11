// Usage of managed policies: who of an account has them attached or as a boundary.
import {
  groupsAttached,
  rolesAttached,
  rolesBounded,
  usersAttached,
  usersBounded,
  valuesNamed,
} from '../../../account/indexes.ts';
import { sizeOf } from '../../../account/table.ts';
import type { Account, Group, Role, User } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';

export interface Usage {
  readonly attached: number;
  readonly boundary: number;
}

export const UNUSED: Usage = { attached: 0, boundary: 0 };

export const isUsed = ({ attached, boundary }: Usage): boolean => attached + boundary > 0;

/** Groups have none. */
export const boundaryOf = (identity: User | Group | Role): Arn | null =>
  'boundary' in identity ? identity.boundary : null;

export const usageIn =
  ({ users, groups, roles }: Account) =>
  (arn: Arn): Usage => ({
    attached:
      sizeOf(usersAttached(users, arn)) +
      sizeOf(groupsAttached(groups, arn)) +
      sizeOf(rolesAttached(roles, arn)),
    boundary: sizeOf(usersBounded(users, arn)) + sizeOf(rolesBounded(roles, arn)),
  });

/** The identities that use a policy in the way that a `PolicyUsageFilter` names, or in any when there is none. */
export function usersOf(
  { users, groups, roles }: Account,
  arn: Arn,
  filter: string | undefined,
): { readonly users: User[]; readonly groups: Group[]; readonly roles: Role[] } {
  const attached = filter !== 'PermissionsBoundary';
  const bounded = filter !== 'PermissionsPolicy';
  const both = <Value>(one: readonly Value[], other: readonly Value[]): Value[] => [
    ...new Set([...(attached ? one : []), ...(bounded ? other : [])]),
  ];
  return {
    users: both(valuesNamed(users, usersAttached(users, arn)), valuesNamed(users, usersBounded(users, arn))),
    groups: both(valuesNamed(groups, groupsAttached(groups, arn)), []),
    roles: both(valuesNamed(roles, rolesAttached(roles, arn)), valuesNamed(roles, rolesBounded(roles, arn))),
  };
}
