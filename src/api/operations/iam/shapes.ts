// Shapes: entities as the answers of IAM show them.
import { groupArn, instanceProfileArn, roleArn, userArn } from '../../../account/find.ts';
import type { Account, Group, InstanceProfile, Role, User } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import type { Tag } from '../../parameters.ts';
import { tagList } from './tags.ts';

export interface ListedUser {
  readonly Path: string;
  readonly UserName: string;
  readonly UserId: string;
  readonly Arn: Arn;
  readonly CreateDate: Instant;
}

/** As only GetUser and CreateUser show it. */
export interface ShownUser extends ListedUser {
  readonly PermissionsBoundary?: AttachedBoundary;
  readonly Tags?: readonly Tag[];
}

export interface AttachedBoundary {
  readonly PermissionsBoundaryType: 'Policy';
  readonly PermissionsBoundaryArn: Arn;
}

export const listedUser = (account: Account, user: User): ListedUser => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: userArn(account, user),
  CreateDate: user.created,
});

export const shownUser = (account: Account, user: User): ShownUser => ({
  ...listedUser(account, user),
  ...details(user),
});

function details({ boundary, tags }: User | Role): Pick<ShownUser, 'PermissionsBoundary' | 'Tags'> {
  return {
    ...(boundary !== null && {
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary },
    }),
    ...(Object.keys(tags).length > 0 && { Tags: tagList(tags) }),
  };
}

export interface ListedGroup {
  readonly Path: string;
  readonly GroupName: string;
  readonly GroupId: string;
  readonly Arn: Arn;
  readonly CreateDate: Instant;
}

export const listedGroup = (account: Account, group: Group): ListedGroup => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: groupArn(account, group),
  CreateDate: group.created,
});

export interface ListedRole {
  readonly Path: string;
  readonly RoleName: string;
  readonly RoleId: string;
  readonly Arn: Arn;
  readonly CreateDate: Instant;
  /** The text; the command line prints it as an object. */
  readonly AssumeRolePolicyDocument: string;
  readonly Description?: string;
  readonly MaxSessionDuration?: number;
}

export interface ShownRole extends ListedRole {
  readonly PermissionsBoundary?: AttachedBoundary;
  readonly Tags?: readonly Tag[];
}

export const listedRole = (account: Account, role: Role): ListedRole => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: roleArn(account, role),
  CreateDate: role.created,
  AssumeRolePolicyDocument: role.trust,
  ...(role.description !== '' && { Description: role.description }),
  MaxSessionDuration: role.maxSessionDuration,
});

export const shownRole = (account: Account, role: Role): ShownRole => ({
  ...listedRole(account, role),
  ...details(role),
});

export interface ShownInstanceProfile {
  readonly Path: string;
  readonly InstanceProfileName: string;
  readonly InstanceProfileId: string;
  readonly Arn: Arn;
  readonly CreateDate: Instant;
  readonly Roles: readonly ListedRole[];
  readonly Tags?: readonly Tag[];
}

export function shownInstanceProfile(
  account: Account,
  profile: InstanceProfile,
  role: Role | null,
): ShownInstanceProfile {
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: instanceProfileArn(account, profile),
    CreateDate: profile.created,
    Roles: role ? [listedRole(account, role)] : [],
    ...(Object.keys(profile.tags).length > 0 && { Tags: tagList(profile.tags) }),
  };
}
