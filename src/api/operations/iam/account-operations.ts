// The operations of IAM on the account itself: access keys, alias, password policy, summary.
import { CreateAccessKey } from './CreateAccessKey.ts';
import { CreateAccountAlias } from './CreateAccountAlias.ts';
import { DeleteAccessKey } from './DeleteAccessKey.ts';
import { DeleteAccountAlias } from './DeleteAccountAlias.ts';
import { DeleteAccountPasswordPolicy } from './DeleteAccountPasswordPolicy.ts';
import { GetAccountAuthorizationDetails } from './GetAccountAuthorizationDetails.ts';
import { GetAccountPasswordPolicy } from './GetAccountPasswordPolicy.ts';
import { GetAccountSummary } from './GetAccountSummary.ts';
import { ListAccessKeys } from './ListAccessKeys.ts';
import { ListAccountAliases } from './ListAccountAliases.ts';
import { UpdateAccessKey } from './UpdateAccessKey.ts';
import { UpdateAccountPasswordPolicy } from './UpdateAccountPasswordPolicy.ts';

export const ACCOUNT_OPERATIONS = {
  'iam:CreateAccessKey': CreateAccessKey,
  'iam:ListAccessKeys': ListAccessKeys,
  'iam:UpdateAccessKey': UpdateAccessKey,
  'iam:DeleteAccessKey': DeleteAccessKey,
  'iam:CreateAccountAlias': CreateAccountAlias,
  'iam:ListAccountAliases': ListAccountAliases,
  'iam:DeleteAccountAlias': DeleteAccountAlias,
  'iam:UpdateAccountPasswordPolicy': UpdateAccountPasswordPolicy,
  'iam:GetAccountPasswordPolicy': GetAccountPasswordPolicy,
  'iam:DeleteAccountPasswordPolicy': DeleteAccountPasswordPolicy,
  'iam:GetAccountSummary': GetAccountSummary,
  'iam:GetAccountAuthorizationDetails': GetAccountAuthorizationDetails,
} as const;
