// Usage of managed policies: who of an account has them attached or as a boundary.
import {
  groupsAttached,
  rolesAttached,
  rolesBounded,
  usersAttached,
  usersBounded,
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
