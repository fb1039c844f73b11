// The operations of IAM on users and their tags.
import { CreateUser } from './CreateUser.ts';
import { DeleteUser } from './DeleteUser.ts';
import { GetUser } from './GetUser.ts';
import { ListUsers } from './ListUsers.ts';
import { ListUserTags } from './ListUserTags.ts';
import { TagUser } from './TagUser.ts';
import { UntagUser } from './UntagUser.ts';
import { UpdateUser } from './UpdateUser.ts';

export const USER_OPERATIONS = {
  'iam:CreateUser': CreateUser,
  'iam:GetUser': GetUser,
  'iam:ListUsers': ListUsers,
  'iam:UpdateUser': UpdateUser,
  'iam:DeleteUser': DeleteUser,
  'iam:TagUser': TagUser,
  'iam:UntagUser': UntagUser,
  'iam:ListUserTags': ListUserTags,
} as const;
