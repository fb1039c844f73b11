// Shapes: entities as the answers of IAM show them.
import type { Activity } from '../../../account/activity.ts';
import { groupArn, instanceProfileArn, roleArn, userArn } from '../../../account/find.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, Group, InstanceProfile, LoginProfile, Role, User } from '../../../account/world.ts';
import { rootArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import type { Tag } from '../../parameters.ts';
import { tagList } from './tags.ts';

export interface ListedUser {
  readonly Path: string;
  readonly UserName: string;
  readonly UserId: string;
  readonly Arn: Arn;
  readonly CreateDate: Instant;
  /** Only of users that have a password and have used it. */
  readonly PasswordLastUsed?: Instant;
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

export const listedUser = (account: Account, user: User, { passwords }: Activity): ListedUser => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: userArn(account, user),
  CreateDate: user.created,
  ...passwordUse(user.login, lookup(passwords, user.id)),
});

export const passwordUse = (
  login: LoginProfile | null,
  used: Instant | undefined,
): { readonly PasswordLastUsed?: Instant } =>
  login !== null && used !== undefined ? { PasswordLastUsed: used } : {};

export const shownUser = (account: Account, user: User, activity: Activity): ShownUser => ({
  ...listedUser(account, user, activity),
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

/** The root user has neither a path nor a unique id of its own. */
export interface ShownRootUser {
  readonly UserId: AccountId;
  readonly Arn: Arn;
  readonly CreateDate: Instant;
  readonly PasswordLastUsed?: Instant;
}

export const shownRootUser = ({ id, root, created }: Account, { passwords }: Activity): ShownRootUser => ({
  UserId: id,
  Arn: rootArn(id),
  CreateDate: created,
  ...passwordUse(root.login, lookup(passwords, id)),
});

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

/** Empty for a role that never was used. */
export interface RoleLastUsed {
  readonly LastUsedDate?: Instant;
  readonly Region?: string;
}

export function roleLastUsed({ roles }: Activity, { id }: Role): RoleLastUsed {
  const use = lookup(roles, id);
  return use ? { LastUsedDate: use.date, Region: use.region } : {};
}

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
