// The operations of Secrets Manager.
import { CreateSecret } from './CreateSecret.ts';
import { DeleteResourcePolicy } from './DeleteResourcePolicy.ts';
import { DeleteSecret } from './DeleteSecret.ts';
import { DescribeSecret } from './DescribeSecret.ts';
import { GetRandomPassword } from './GetRandomPassword.ts';
import { GetResourcePolicy } from './GetResourcePolicy.ts';
import { GetSecretValue } from './GetSecretValue.ts';
import { ListSecrets } from './ListSecrets.ts';
import { ListSecretVersionIds } from './ListSecretVersionIds.ts';
import { PutResourcePolicy } from './PutResourcePolicy.ts';
import { PutSecretValue } from './PutSecretValue.ts';
import { RestoreSecret } from './RestoreSecret.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateSecret } from './UpdateSecret.ts';
import { UpdateSecretVersionStage } from './UpdateSecretVersionStage.ts';
import { ValidateResourcePolicy } from './ValidateResourcePolicy.ts';

export const SECRETS_OPERATIONS = {
  'secretsmanager:CreateSecret': CreateSecret,
  'secretsmanager:GetSecretValue': GetSecretValue,
  'secretsmanager:DescribeSecret': DescribeSecret,
  'secretsmanager:PutSecretValue': PutSecretValue,
  'secretsmanager:UpdateSecret': UpdateSecret,
  'secretsmanager:DeleteSecret': DeleteSecret,
  'secretsmanager:RestoreSecret': RestoreSecret,
  'secretsmanager:ListSecrets': ListSecrets,
  'secretsmanager:PutResourcePolicy': PutResourcePolicy,
  'secretsmanager:GetResourcePolicy': GetResourcePolicy,
  'secretsmanager:DeleteResourcePolicy': DeleteResourcePolicy,
  'secretsmanager:ValidateResourcePolicy': ValidateResourcePolicy,
  'secretsmanager:TagResource': TagResource,
  'secretsmanager:UntagResource': UntagResource,
  'secretsmanager:GetRandomPassword': GetRandomPassword,
  'secretsmanager:ListSecretVersionIds': ListSecretVersionIds,
  'secretsmanager:UpdateSecretVersionStage': UpdateSecretVersionStage,
} as const;
