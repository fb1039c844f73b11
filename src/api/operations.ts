// Operations: every simulated API operation by name.
import { DYNAMODB_OPERATIONS } from './operations/dynamodb/dynamodb-operations.ts';
import { EC2_OPERATIONS } from './operations/ec2/ec2-operations.ts';
import { ACCOUNT_OPERATIONS } from './operations/iam/account-operations.ts';
import { ATTACHMENT_OPERATIONS } from './operations/iam/attachment-operations.ts';
import { GROUP_OPERATIONS } from './operations/iam/group-operations.ts';
import { POLICY_OPERATIONS } from './operations/iam/policy-operations.ts';
import { ROLE_OPERATIONS } from './operations/iam/role-operations.ts';
import { USER_OPERATIONS } from './operations/iam/user-operations.ts';
import { CreatePolicyVersion } from './operations/iam/CreatePolicyVersion.ts';
import { DeletePolicyVersion } from './operations/iam/DeletePolicyVersion.ts';
import { PutGroupPolicy } from './operations/iam/PutGroupPolicy.ts';
import { PutUserPolicy } from './operations/iam/PutUserPolicy.ts';
import { SetDefaultPolicyVersion } from './operations/iam/SetDefaultPolicyVersion.ts';
import { DeleteBucketPolicy } from './operations/s3/DeleteBucketPolicy.ts';
import { DeleteObject } from './operations/s3/DeleteObject.ts';
import { GetBucketPolicy } from './operations/s3/GetBucketPolicy.ts';
import { GetObject } from './operations/s3/GetObject.ts';
import { ListBuckets } from './operations/s3/ListBuckets.ts';
import { ListObjectsV2 } from './operations/s3/ListObjectsV2.ts';
import { PutBucketPolicy } from './operations/s3/PutBucketPolicy.ts';
import { PutObject } from './operations/s3/PutObject.ts';
import { SECRETS_OPERATIONS } from './operations/secretsmanager/secretsmanager-operations.ts';
import { GetCallerIdentity } from './operations/sts/GetCallerIdentity.ts';

export const OPERATIONS = {
  ...USER_OPERATIONS,
  ...GROUP_OPERATIONS,
  ...ROLE_OPERATIONS,
  ...POLICY_OPERATIONS,
  ...ATTACHMENT_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...EC2_OPERATIONS,
  ...DYNAMODB_OPERATIONS,
  ...SECRETS_OPERATIONS,
  'sts:GetCallerIdentity': GetCallerIdentity,
  's3:ListBuckets': ListBuckets,
  's3:ListObjectsV2': ListObjectsV2,
  's3:GetObject': GetObject,
  's3:PutObject': PutObject,
  's3:DeleteObject': DeleteObject,
  's3:GetBucketPolicy': GetBucketPolicy,
  's3:PutBucketPolicy': PutBucketPolicy,
  's3:DeleteBucketPolicy': DeleteBucketPolicy,
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
