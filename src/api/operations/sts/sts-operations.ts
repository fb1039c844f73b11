// The operations of AWS Security Token Service.
import { AssumeRole } from './AssumeRole.ts';
import { AssumeRoleWithSAML } from './AssumeRoleWithSAML.ts';
import { AssumeRoleWithWebIdentity } from './AssumeRoleWithWebIdentity.ts';
import { AssumeRoot } from './AssumeRoot.ts';
import { DecodeAuthorizationMessage } from './DecodeAuthorizationMessage.ts';
import { GetAccessKeyInfo } from './GetAccessKeyInfo.ts';
import { GetCallerIdentity } from './GetCallerIdentity.ts';
import { GetFederationToken } from './GetFederationToken.ts';
import { GetSessionToken } from './GetSessionToken.ts';

export const STS_OPERATIONS = {
  'sts:AssumeRole': AssumeRole,
  'sts:AssumeRoleWithSAML': AssumeRoleWithSAML,
  'sts:AssumeRoleWithWebIdentity': AssumeRoleWithWebIdentity,
  'sts:AssumeRoot': AssumeRoot,
  'sts:DecodeAuthorizationMessage': DecodeAuthorizationMessage,
  'sts:GetAccessKeyInfo': GetAccessKeyInfo,
  'sts:GetCallerIdentity': GetCallerIdentity,
  'sts:GetFederationToken': GetFederationToken,
  'sts:GetSessionToken': GetSessionToken,
} as const;
