// The operations of KMS.
import { CancelKeyDeletion } from './CancelKeyDeletion.ts';
import { CreateAlias } from './CreateAlias.ts';
import { CreateGrant } from './CreateGrant.ts';
import { CreateKey } from './CreateKey.ts';
import { Decrypt } from './Decrypt.ts';
import { DeleteAlias } from './DeleteAlias.ts';
import { DescribeKey } from './DescribeKey.ts';
import { DisableKey } from './DisableKey.ts';
import { EnableKey } from './EnableKey.ts';
import { Encrypt } from './Encrypt.ts';
import { GenerateDataKey } from './GenerateDataKey.ts';
import { GenerateDataKeyWithoutPlaintext } from './GenerateDataKeyWithoutPlaintext.ts';
import { GenerateMac } from './GenerateMac.ts';
import { GetKeyPolicy } from './GetKeyPolicy.ts';
import { GetPublicKey } from './GetPublicKey.ts';
import { ListAliases } from './ListAliases.ts';
import { ListGrants } from './ListGrants.ts';
import { ListKeyPolicies } from './ListKeyPolicies.ts';
import { ListKeys } from './ListKeys.ts';
import { ListResourceTags } from './ListResourceTags.ts';
import { ListRetirableGrants } from './ListRetirableGrants.ts';
import { PutKeyPolicy } from './PutKeyPolicy.ts';
import { ReEncrypt } from './ReEncrypt.ts';
import { RetireGrant } from './RetireGrant.ts';
import { RevokeGrant } from './RevokeGrant.ts';
import { ScheduleKeyDeletion } from './ScheduleKeyDeletion.ts';
import { Sign } from './Sign.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateAlias } from './UpdateAlias.ts';
import { Verify } from './Verify.ts';
import { VerifyMac } from './VerifyMac.ts';

/** Not simulated are rotation, pairs of data keys, shared secrets and what RSA keys do. */
export const KMS_OPERATIONS = {
  'kms:CreateKey': CreateKey,
  'kms:DescribeKey': DescribeKey,
  'kms:ListKeys': ListKeys,
  'kms:GetKeyPolicy': GetKeyPolicy,
  'kms:PutKeyPolicy': PutKeyPolicy,
  'kms:ListKeyPolicies': ListKeyPolicies,
  'kms:EnableKey': EnableKey,
  'kms:DisableKey': DisableKey,
  'kms:ScheduleKeyDeletion': ScheduleKeyDeletion,
  'kms:CancelKeyDeletion': CancelKeyDeletion,
  'kms:TagResource': TagResource,
  'kms:UntagResource': UntagResource,
  'kms:ListResourceTags': ListResourceTags,
  'kms:CreateAlias': CreateAlias,
  'kms:UpdateAlias': UpdateAlias,
  'kms:DeleteAlias': DeleteAlias,
  'kms:ListAliases': ListAliases,
  'kms:Encrypt': Encrypt,
  'kms:Decrypt': Decrypt,
  'kms:GenerateDataKey': GenerateDataKey,
  'kms:GenerateDataKeyWithoutPlaintext': GenerateDataKeyWithoutPlaintext,
  'kms:ReEncrypt': ReEncrypt,
  'kms:GenerateMac': GenerateMac,
  'kms:VerifyMac': VerifyMac,
  'kms:Sign': Sign,
  'kms:Verify': Verify,
  'kms:GetPublicKey': GetPublicKey,
  'kms:CreateGrant': CreateGrant,
  'kms:ListGrants': ListGrants,
  'kms:ListRetirableGrants': ListRetirableGrants,
  'kms:RevokeGrant': RevokeGrant,
  'kms:RetireGrant': RetireGrant,
} as const;
