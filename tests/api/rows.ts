// All rows of the table test, by family of operations.
import { ACCOUNT } from './rows/account.ts';
import { ATTACHMENTS } from './rows/attachments.ts';
import { DYNAMODB } from './rows/dynamodb.ts';
import { DYNAMODB_MANY } from './rows/dynamodb-many.ts';
import { DYNAMODB_TABLES } from './rows/dynamodb-tables.ts';
import { EARLIER } from './rows/earlier.ts';
import { EC2 } from './rows/ec2.ts';
import { EC2_SETTINGS } from './rows/ec2-settings.ts';
import { EC2_NETWORK } from './rows/ec2-network.ts';
import { GROUPS } from './rows/groups.ts';
import { LOGINS } from './rows/logins.ts';
import { MFA } from './rows/mfa.ts';
import { ORGANIZATIONS } from './rows/organizations.ts';
import { ORGANIZATION_ACCOUNTS } from './rows/organizations-accounts.ts';
import { ORGANIZATION_POLICIES } from './rows/organizations-policies.ts';
import { ORGANIZATION_SERVICES } from './rows/organizations-services.ts';
import { KMS_KEYS } from './rows/kms-keys.ts';
import { KMS_SIGN } from './rows/kms-sign.ts';
import { KMS_USE } from './rows/kms-use.ts';
import { LAMBDA } from './rows/lambda.ts';
import { LAMBDA_ACCESS } from './rows/lambda-access.ts';
import { POLICIES } from './rows/policies.ts';
import { REPORTS } from './rows/reports.ts';
import { ACCESS_REPORTS } from './rows/reports-access.ts';
import { ROLES } from './rows/roles.ts';
import { STS } from './rows/sts.ts';
import { LINKED_ROLES } from './rows/linked-roles.ts';
import { OIDC_PROVIDERS } from './rows/oidc-providers.ts';
import { PROVIDERS } from './rows/providers.ts';
import { ROOT_ACCESS } from './rows/root-access.ts';
import { SIMULATOR } from './rows/simulator.ts';
import { ASSUME_ROLE } from './rows/sts-assume-role.ts';
import { ASSUME_ROLE_WITH_SAML } from './rows/sts-saml.ts';
import { ASSUME_ROLE_WITH_WEB_IDENTITY } from './rows/sts-web-identity.ts';
import { S3_BUCKETS } from './rows/s3-buckets.ts';
import { S3_OBJECTS } from './rows/s3-objects.ts';
import { S3_VERSIONS } from './rows/s3-versions.ts';
import { SNS } from './rows/sns.ts';
import { SNS_SUBSCRIPTIONS } from './rows/sns-subscriptions.ts';
import { SQS } from './rows/sqs.ts';
import { SQS_ACCESS } from './rows/sqs-access.ts';
import { SQS_MESSAGES } from './rows/sqs-messages.ts';
import { SECRETS } from './rows/secretsmanager.ts';
import { SECRET_VERSIONS } from './rows/secretsmanager-versions.ts';
import { SECRET_POLICIES } from './rows/secretsmanager-policies.ts';
import { USERS } from './rows/users.ts';

export const ROWS = [
  ...EARLIER,
  ...USERS,
  ...GROUPS,
  ...ROLES,
  ...POLICIES,
  ...ATTACHMENTS,
  ...ACCOUNT,
  ...STS,
  ...LOGINS,
  ...MFA,
  ...REPORTS,
  ...ACCESS_REPORTS,
  ...ORGANIZATIONS,
  ...ORGANIZATION_ACCOUNTS,
  ...ORGANIZATION_POLICIES,
  ...ORGANIZATION_SERVICES,
  ...PROVIDERS,
  ...OIDC_PROVIDERS,
  ...LINKED_ROLES,
  ...ROOT_ACCESS,
  ...SIMULATOR,
  ...ASSUME_ROLE,
  ...ASSUME_ROLE_WITH_SAML,
  ...ASSUME_ROLE_WITH_WEB_IDENTITY,
  ...KMS_KEYS,
  ...KMS_SIGN,
  ...KMS_USE,
  ...S3_BUCKETS,
  ...S3_OBJECTS,
  ...S3_VERSIONS,
  ...SQS,
  ...SQS_ACCESS,
  ...SNS,
  ...SNS_SUBSCRIPTIONS,
  ...LAMBDA,
  ...LAMBDA_ACCESS,
  ...SQS_MESSAGES,
  ...EC2,
  ...EC2_SETTINGS,
  ...EC2_NETWORK,
  ...DYNAMODB,
  ...DYNAMODB_MANY,
  ...DYNAMODB_TABLES,
  ...SECRETS,
  ...SECRET_VERSIONS,
  ...SECRET_POLICIES,
] as const;
