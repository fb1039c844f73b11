// The operations of IAM on groups and who is in them.
import { AddUserToGroup } from './AddUserToGroup.ts';
import { CreateGroup } from './CreateGroup.ts';
import { DeleteGroup } from './DeleteGroup.ts';
import { GetGroup } from './GetGroup.ts';
import { ListGroups } from './ListGroups.ts';
import { ListGroupsForUser } from './ListGroupsForUser.ts';
import { RemoveUserFromGroup } from './RemoveUserFromGroup.ts';
import { UpdateGroup } from './UpdateGroup.ts';

export const GROUP_OPERATIONS = {
  'iam:CreateGroup': CreateGroup,
  'iam:GetGroup': GetGroup,
  'iam:ListGroups': ListGroups,
  'iam:ListGroupsForUser': ListGroupsForUser,
  'iam:UpdateGroup': UpdateGroup,
  'iam:DeleteGroup': DeleteGroup,
  'iam:AddUserToGroup': AddUserToGroup,
  'iam:RemoveUserFromGroup': RemoveUserFromGroup,
} as const;
