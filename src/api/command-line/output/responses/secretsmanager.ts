// What the operations of Secrets Manager answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const SECRETSMANAGER_RESPONSES: ResponseTable = {
  structures: {
    SecretListEntry:
      'ARN Name Description KmsKeyId LastChangedDate:date DeletedDate:date Tags:Tag SecretVersionsToStages CreatedDate:date',
    SecretVersionsListEntry: 'VersionId VersionStages CreatedDate:date',
    Tag: 'Key Value',
    ValidationErrorsEntry: 'CheckName ErrorMessage',
  },
  operations: {
    'secretsmanager:CreateSecret': 'ARN Name VersionId',
    'secretsmanager:DeleteResourcePolicy': 'ARN Name',
    'secretsmanager:DeleteSecret': 'ARN Name DeletionDate:date',
    'secretsmanager:DescribeSecret':
      'ARN Name Description KmsKeyId LastChangedDate:date DeletedDate:date Tags:Tag VersionIdsToStages CreatedDate:date',
    'secretsmanager:GetRandomPassword': 'RandomPassword',
    'secretsmanager:GetResourcePolicy': 'ARN Name ResourcePolicy',
    'secretsmanager:GetSecretValue':
      'ARN Name VersionId SecretBinary SecretString VersionStages CreatedDate:date',
    'secretsmanager:ListSecretVersionIds': 'Versions:SecretVersionsListEntry NextToken ARN Name',
    'secretsmanager:ListSecrets': 'SecretList:SecretListEntry NextToken',
    'secretsmanager:PutResourcePolicy': 'ARN Name',
    'secretsmanager:PutSecretValue': 'ARN Name VersionId VersionStages',
    'secretsmanager:RestoreSecret': 'ARN Name',
    'secretsmanager:UpdateSecret': 'ARN Name VersionId',
    'secretsmanager:UpdateSecretVersionStage': 'ARN Name',
    'secretsmanager:ValidateResourcePolicy': 'PolicyValidationPassed ValidationErrors:ValidationErrorsEntry',
  },
};
