// What the operations of KMS answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const KMS_RESPONSES: ResponseTable = {
  structures: {
    AliasListEntry: 'AliasName AliasArn TargetKeyId CreationDate:date LastUpdatedDate:date',
    GrantConstraints: 'EncryptionContextSubset EncryptionContextEquals',
    GrantListEntry:
      'KeyId GrantId Name CreationDate:date GranteePrincipal RetiringPrincipal IssuingAccount Operations Constraints:GrantConstraints',
    KeyListEntry: 'KeyId KeyArn',
    KeyMetadata:
      'AWSAccountId KeyId Arn CreationDate:date Enabled Description KeyUsage KeyState DeletionDate:date Origin KeyManager CustomerMasterKeySpec KeySpec EncryptionAlgorithms SigningAlgorithms MultiRegion MultiRegionConfiguration:MultiRegionConfiguration MacAlgorithms',
    MultiRegionConfiguration: 'MultiRegionKeyType PrimaryKey:MultiRegionKey ReplicaKeys:MultiRegionKey',
    MultiRegionKey: 'Arn Region',
    Tag: 'TagKey TagValue',
  },
  operations: {
    'kms:CancelKeyDeletion': 'KeyId',
    'kms:CreateGrant': 'GrantToken GrantId',
    'kms:CreateKey': 'KeyMetadata:KeyMetadata',
    'kms:Decrypt': 'KeyId Plaintext EncryptionAlgorithm',
    'kms:DescribeKey': 'KeyMetadata:KeyMetadata',
    'kms:Encrypt': 'CiphertextBlob KeyId EncryptionAlgorithm',
    'kms:GenerateDataKey': 'CiphertextBlob Plaintext KeyId',
    'kms:GenerateDataKeyWithoutPlaintext': 'CiphertextBlob KeyId',
    'kms:GenerateMac': 'Mac MacAlgorithm KeyId',
    'kms:GetKeyPolicy': 'Policy PolicyName',
    'kms:GetPublicKey':
      'KeyId PublicKey CustomerMasterKeySpec KeySpec KeyUsage EncryptionAlgorithms SigningAlgorithms',
    'kms:ListAliases': 'Aliases:AliasListEntry NextMarker Truncated',
    'kms:ListGrants': 'Grants:GrantListEntry NextMarker Truncated',
    'kms:ListKeyPolicies': 'PolicyNames NextMarker Truncated',
    'kms:ListKeys': 'Keys:KeyListEntry NextMarker Truncated',
    'kms:ListResourceTags': 'Tags:Tag NextMarker Truncated',
    'kms:ListRetirableGrants': 'Grants:GrantListEntry NextMarker Truncated',
    'kms:ReEncrypt':
      'CiphertextBlob SourceKeyId KeyId SourceEncryptionAlgorithm DestinationEncryptionAlgorithm',
    'kms:ScheduleKeyDeletion': 'KeyId DeletionDate:date KeyState PendingWindowInDays',
    'kms:Sign': 'KeyId Signature SigningAlgorithm',
    'kms:Verify': 'KeyId SignatureValid SigningAlgorithm',
    'kms:VerifyMac': 'KeyId MacValid MacAlgorithm',
  },
};
