// What the operations of STS answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const STS_RESPONSES: ResponseTable = {
  structures: {
    AssumedRoleUser: 'AssumedRoleId Arn',
    Credentials: 'AccessKeyId SecretAccessKey SessionToken Expiration:date',
    FederatedUser: 'FederatedUserId Arn',
  },
  operations: {
    'sts:AssumeRole':
      'Credentials:Credentials AssumedRoleUser:AssumedRoleUser PackedPolicySize SourceIdentity',
    'sts:AssumeRoleWithSAML':
      'Credentials:Credentials AssumedRoleUser:AssumedRoleUser PackedPolicySize Subject SubjectType Issuer Audience NameQualifier SourceIdentity',
    'sts:AssumeRoleWithWebIdentity':
      'Credentials:Credentials SubjectFromWebIdentityToken AssumedRoleUser:AssumedRoleUser PackedPolicySize Provider Audience SourceIdentity',
    'sts:AssumeRoot': 'Credentials:Credentials SourceIdentity',
    'sts:DecodeAuthorizationMessage': 'DecodedMessage',
    'sts:GetAccessKeyInfo': 'Account',
    'sts:GetCallerIdentity': 'UserId Account Arn',
    'sts:GetFederationToken': 'Credentials:Credentials FederatedUser:FederatedUser PackedPolicySize',
    'sts:GetSessionToken': 'Credentials:Credentials',
  },
};
