// The operations of IAM on console passwords.
import { ChangePassword } from './ChangePassword.ts';
import { CreateLoginProfile } from './CreateLoginProfile.ts';
import { DeleteLoginProfile } from './DeleteLoginProfile.ts';
import { GetLoginProfile } from './GetLoginProfile.ts';
import { UpdateLoginProfile } from './UpdateLoginProfile.ts';

export const LOGIN_OPERATIONS = {
  'iam:CreateLoginProfile': CreateLoginProfile,
  'iam:GetLoginProfile': GetLoginProfile,
  'iam:UpdateLoginProfile': UpdateLoginProfile,
  'iam:DeleteLoginProfile': DeleteLoginProfile,
  'iam:ChangePassword': ChangePassword,
} as const;
