// Key policies: those that KMS writes itself, for keys of customers and for keys of its own services.
import type { AccountId } from '../aws/arn.ts';
import { rootArn } from '../aws/arn.ts';

/**
 * The policy of a key that was made without one: the account decides with its identity-based policies.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const defaultKeyPolicy = (account: AccountId): string =>
  document('key-default-1', [
    {
      Sid: 'Enable IAM User Permissions',
      Effect: 'Allow',
      Principal: { AWS: rootArn(account) },
      Action: 'kms:*',
      Resource: '*',
    },
  ]);

/**
 * The policy of a key that AWS manages for a service: whoever may use the service may use the key through it, and
 * nobody can change the key.
 * @param service As in its endpoint, for example `s3`.
 * @param title As people call it, for example `S3`.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
export const managedKeyPolicy = (
  account: AccountId,
  region: string,
  service: string,
  title: string,
): string =>
  document(`auto-${service}-2`, [
    {
      Sid: `Allow access through ${title} for all principals in the account that are authorized to use ${title}`,
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      Resource: '*',
      Condition: {
        StringEquals: {
          'kms:CallerAccount': account,
          'kms:ViaService': `${service}.${region}.amazonaws.com`,
        },
      },
    },
    {
      Sid: 'Allow direct access to key metadata to the account',
      Effect: 'Allow',
      Principal: { AWS: rootArn(account) },
      Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
      Resource: '*',
    },
  ]);

const document = (Id: string, Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Id, Statement }, null, 2);
