// The details of users, groups, roles and managed policies that only GetAccountAuthorizationDetails shows.
import type { Activity } from '../../../account/activity.ts';
import { profilesOfRole, valuesNamed } from '../../../account/indexes.ts';
import { compareNames } from '../../../account/record.ts';
import type { Account, Group, Role, User } from '../../../account/world.ts';
import type { Tag } from '../../parameters.ts';
import { attachedPolicies, type AttachedPolicy } from './attachments.ts';
import type { AnyPolicy } from './policy.ts';
import { describedPolicy, shownVersions, type DescribedPolicy, type ShownVersion } from './policy-shapes.ts';
import { listedGroup, roleLastUsed, shownInstanceProfile, shownRole, shownUser } from './shapes.ts';
import type { ListedGroup, RoleLastUsed, ShownInstanceProfile, ShownRole, ShownUser } from './shapes.ts';
import { tagList } from './tags.ts';
import type { Usage } from './usage.ts';

export interface InlineDetail {
  readonly PolicyName: string;
  /** The text; the command line prints it as an object. */
  readonly PolicyDocument: string;
}

const inlineDetails = (inline: Readonly<Record<string, string>>): InlineDetail[] =>
  Object.entries(inline)
    .sort(([a], [b]) => compareNames(a, b))
    .map(([PolicyName, PolicyDocument]) => ({ PolicyName, PolicyDocument }));

export interface UserDetail extends ShownUser {
  /** Absent where there are none, unlike those of groups and roles. */
  readonly UserPolicyList?: readonly InlineDetail[];
  readonly GroupList: readonly string[];
  readonly AttachedManagedPolicies: readonly AttachedPolicy[];
  readonly Tags: readonly Tag[];
}

export const userDetail = (account: Account, user: User, activity: Activity): UserDetail => ({
  ...shownUser(account, user, activity),
  ...(Object.keys(user.inline).length > 0 && { UserPolicyList: inlineDetails(user.inline) }),
  GroupList: [...user.groups].sort(compareNames),
  AttachedManagedPolicies: attachedPolicies(user.attached),
  Tags: tagList(user.tags),
});

export interface GroupDetail extends ListedGroup {
  readonly GroupPolicyList: readonly InlineDetail[];
  readonly AttachedManagedPolicies: readonly AttachedPolicy[];
}

export const groupDetail = (account: Account, group: Group): GroupDetail => ({
  ...listedGroup(account, group),
  GroupPolicyList: inlineDetails(group.inline),
  AttachedManagedPolicies: attachedPolicies(group.attached),
});

/** Neither the description nor how long a session may last is among the details. */
export interface RoleDetail extends Omit<ShownRole, 'Description' | 'MaxSessionDuration'> {
  readonly InstanceProfileList: readonly ShownInstanceProfile[];
  readonly RolePolicyList: readonly InlineDetail[];
  readonly AttachedManagedPolicies: readonly AttachedPolicy[];
  readonly Tags: readonly Tag[];
  readonly RoleLastUsed: RoleLastUsed;
}

export function roleDetail(account: Account, role: Role, activity: Activity): RoleDetail {
  const { Description: _description, MaxSessionDuration: _duration, ...shown } = shownRole(account, role);
  return {
    ...shown,
    InstanceProfileList: valuesNamed(
      account.instanceProfiles,
      profilesOfRole(account.instanceProfiles, role.name),
    ).map((profile) => shownInstanceProfile(account, profile, role)),
    RolePolicyList: inlineDetails(role.inline),
    AttachedManagedPolicies: attachedPolicies(role.attached),
    Tags: tagList(role.tags),
    RoleLastUsed: roleLastUsed(activity, role),
  };
}

export interface PolicyDetail extends DescribedPolicy {
  readonly PolicyVersionList: readonly ShownVersion[];
}

export const policyDetail = (policy: AnyPolicy, usage: Usage): PolicyDetail => ({
  ...describedPolicy(policy, usage),
  PolicyVersionList: shownVersions(policy),
});
