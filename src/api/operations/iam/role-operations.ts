// The operations of IAM on roles, their trust, their boundaries, and instance profiles.
import { AddRoleToInstanceProfile } from './AddRoleToInstanceProfile.ts';
import { CreateInstanceProfile } from './CreateInstanceProfile.ts';
import { CreateRole } from './CreateRole.ts';
import { DeleteInstanceProfile } from './DeleteInstanceProfile.ts';
import { DeleteRole } from './DeleteRole.ts';
import { DeleteRolePermissionsBoundary } from './DeleteRolePermissionsBoundary.ts';
import { DeleteUserPermissionsBoundary } from './DeleteUserPermissionsBoundary.ts';
import { GetInstanceProfile } from './GetInstanceProfile.ts';
import { GetRole } from './GetRole.ts';
import { ListInstanceProfileTags } from './ListInstanceProfileTags.ts';
import { ListInstanceProfiles } from './ListInstanceProfiles.ts';
import { ListInstanceProfilesForRole } from './ListInstanceProfilesForRole.ts';
import { ListRoleTags } from './ListRoleTags.ts';
import { ListRoles } from './ListRoles.ts';
import { PutRolePermissionsBoundary } from './PutRolePermissionsBoundary.ts';
import { PutUserPermissionsBoundary } from './PutUserPermissionsBoundary.ts';
import { RemoveRoleFromInstanceProfile } from './RemoveRoleFromInstanceProfile.ts';
import { TagInstanceProfile } from './TagInstanceProfile.ts';
import { TagRole } from './TagRole.ts';
import { UntagInstanceProfile } from './UntagInstanceProfile.ts';
import { UntagRole } from './UntagRole.ts';
import { UpdateAssumeRolePolicy } from './UpdateAssumeRolePolicy.ts';
import { UpdateRole } from './UpdateRole.ts';
import { UpdateRoleDescription } from './UpdateRoleDescription.ts';

export const ROLE_OPERATIONS = {
  'iam:CreateRole': CreateRole,
  'iam:GetRole': GetRole,
  'iam:ListRoles': ListRoles,
  'iam:UpdateRole': UpdateRole,
  'iam:UpdateRoleDescription': UpdateRoleDescription,
  'iam:UpdateAssumeRolePolicy': UpdateAssumeRolePolicy,
  'iam:DeleteRole': DeleteRole,
  'iam:TagRole': TagRole,
  'iam:UntagRole': UntagRole,
  'iam:ListRoleTags': ListRoleTags,
  'iam:PutUserPermissionsBoundary': PutUserPermissionsBoundary,
  'iam:PutRolePermissionsBoundary': PutRolePermissionsBoundary,
  'iam:DeleteUserPermissionsBoundary': DeleteUserPermissionsBoundary,
  'iam:DeleteRolePermissionsBoundary': DeleteRolePermissionsBoundary,
  'iam:CreateInstanceProfile': CreateInstanceProfile,
  'iam:GetInstanceProfile': GetInstanceProfile,
  'iam:ListInstanceProfiles': ListInstanceProfiles,
  'iam:ListInstanceProfilesForRole': ListInstanceProfilesForRole,
  'iam:AddRoleToInstanceProfile': AddRoleToInstanceProfile,
  'iam:RemoveRoleFromInstanceProfile': RemoveRoleFromInstanceProfile,
  'iam:DeleteInstanceProfile': DeleteInstanceProfile,
  'iam:TagInstanceProfile': TagInstanceProfile,
  'iam:UntagInstanceProfile': UntagInstanceProfile,
  'iam:ListInstanceProfileTags': ListInstanceProfileTags,
} as const;
