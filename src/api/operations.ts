// Operations: every simulated API operation by name.
import { DYNAMODB_OPERATIONS } from './operations/dynamodb/dynamodb-operations.ts';
import { EC2_OPERATIONS } from './operations/ec2/ec2-operations.ts';
import { ACCOUNT_OPERATIONS } from './operations/iam/account-operations.ts';
import { ATTACHMENT_OPERATIONS } from './operations/iam/attachment-operations.ts';
import { GROUP_OPERATIONS } from './operations/iam/group-operations.ts';
import { LOGIN_OPERATIONS } from './operations/iam/login-operations.ts';
import { MFA_OPERATIONS } from './operations/iam/mfa-operations.ts';
import { POLICY_OPERATIONS } from './operations/iam/policy-operations.ts';
import { REPORT_OPERATIONS } from './operations/iam/report-operations.ts';
import { LINKED_ROLE_OPERATIONS } from './operations/iam/linked-role-operations.ts';
import { PROVIDER_OPERATIONS } from './operations/iam/provider-operations.ts';
import { ROLE_OPERATIONS } from './operations/iam/role-operations.ts';
import { ROOT_ACCESS_OPERATIONS } from './operations/iam/root-access-operations.ts';
import { SIMULATOR_OPERATIONS } from './operations/iam/simulator-operations.ts';
import { USER_OPERATIONS } from './operations/iam/user-operations.ts';
import { STS_OPERATIONS } from './operations/sts/sts-operations.ts';
import { ORGANIZATIONS_OPERATIONS } from './operations/organizations/organizations-operations.ts';
import { S3_OPERATIONS } from './operations/s3/s3-operations.ts';
import { KMS_OPERATIONS } from './operations/kms/kms-operations.ts';
import { CreatePolicyVersion } from './operations/iam/CreatePolicyVersion.ts';
import { DeletePolicyVersion } from './operations/iam/DeletePolicyVersion.ts';
import { PutGroupPolicy } from './operations/iam/PutGroupPolicy.ts';
import { PutUserPolicy } from './operations/iam/PutUserPolicy.ts';
import { SetDefaultPolicyVersion } from './operations/iam/SetDefaultPolicyVersion.ts';
import { LAMBDA_OPERATIONS } from './operations/lambda/lambda-operations.ts';
import { SNS_OPERATIONS } from './operations/sns/sns-operations.ts';
import { SQS_OPERATIONS } from './operations/sqs/sqs-operations.ts';
import { SECRETS_OPERATIONS } from './operations/secretsmanager/secretsmanager-operations.ts';

export const OPERATIONS = {
  ...USER_OPERATIONS,
  ...GROUP_OPERATIONS,
  ...ROLE_OPERATIONS,
  ...POLICY_OPERATIONS,
  ...ATTACHMENT_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...STS_OPERATIONS,
  ...LOGIN_OPERATIONS,
  ...MFA_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...ORGANIZATIONS_OPERATIONS,
  ...PROVIDER_OPERATIONS,
  ...LINKED_ROLE_OPERATIONS,
  ...ROOT_ACCESS_OPERATIONS,
  ...SIMULATOR_OPERATIONS,
  ...S3_OPERATIONS,
  ...KMS_OPERATIONS,
  ...SQS_OPERATIONS,
  ...SNS_OPERATIONS,
  ...LAMBDA_OPERATIONS,
  ...EC2_OPERATIONS,
  ...DYNAMODB_OPERATIONS,
  ...SECRETS_OPERATIONS,
  'iam:CreatePolicyVersion': CreatePolicyVersion,
  'iam:DeletePolicyVersion': DeletePolicyVersion,
  'iam:SetDefaultPolicyVersion': SetDefaultPolicyVersion,
  'iam:PutUserPolicy': PutUserPolicy,
  'iam:PutGroupPolicy': PutGroupPolicy,
} as const;

type OperationName = keyof typeof OPERATIONS;

export const isOperationName = (text: string): text is OperationName => Object.hasOwn(OPERATIONS, text);

/** `s3:GetObject` as service and name. */
export function splitOperation(operation: string): { service: string; name: string } {
  const colon = operation.indexOf(':');
  return { service: operation.slice(0, colon), name: operation.slice(colon + 1) };
}
