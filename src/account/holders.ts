// Holders: all resources and roles of an account that say themselves who may use them.
import { bucketArn, type Arn } from '../aws/arn.ts';
import type { KmsGrant } from '../evaluation/kms/grant.ts';
import type { Acl } from '../evaluation/s3/access.ts';
import { roleArn } from './find.ts';
import { aclOf } from './s3-access.ts';
import { sortedValues, valuesOf } from './table.ts';
import type { Account } from './world.ts';

export interface Held {
  readonly arn: Arn;
  /** As CloudFormation calls it. */
  readonly type:
    | 'AWS::S3::Bucket'
    | 'AWS::SQS::Queue'
    | 'AWS::SNS::Topic'
    | 'AWS::KMS::Key'
    | 'AWS::Lambda::Function'
    | 'AWS::DynamoDB::Table'
    | 'AWS::SecretsManager::Secret'
    | 'AWS::IAM::Role';
  /** The prefix of the actions on it. */
  readonly service: string;
  readonly policy: string | null;
  /** Of a bucket whose ACL counts. */
  readonly acl: Acl | null;
  readonly grants: readonly KmsGrant[];
  /** ARNs that stand for what is in it, such as any object of a bucket. */
  readonly contents: readonly Arn[];
}

const bare = { acl: null, grants: [], contents: [] };

/** By kind, then by name. A trust policy is the policy of a role. */
export function arnsOfHolders(account: Account): Held[] {
  const { id } = account;
  const regional = (service: string, region: string, resource: string): Arn =>
    `arn:aws:${service}:${region}:${id}:${resource}`;
  return [
    ...sortedValues(account.buckets).map((bucket): Held => ({
      ...bare,
      arn: bucketArn(bucket.name),
      type: 'AWS::S3::Bucket',
      service: 's3',
      policy: bucket.policy,
      acl: bucket.ownership === 'BucketOwnerEnforced' ? null : aclOf(id, bucket.acl),
      contents: [`${bucketArn(bucket.name)}/x`],
    })),
    ...sortedValues(account.queues).map(({ name, region, policy }): Held => ({
      ...bare,
      arn: regional('sqs', region, name),
      type: 'AWS::SQS::Queue',
      service: 'sqs',
      policy,
    })),
    ...sortedValues(account.topics).map(({ name, region, policy }): Held => ({
      ...bare,
      arn: regional('sns', region, name),
      type: 'AWS::SNS::Topic',
      service: 'sns',
      policy,
    })),
    ...sortedValues(account.kmsKeys).map((key): Held => ({
      ...bare,
      arn: regional('kms', key.region, `key/${key.id}`),
      type: 'AWS::KMS::Key',
      service: 'kms',
      policy: key.policy,
      grants: valuesOf(key.grants),
    })),
    ...sortedValues(account.functions).map(({ name, region, policy }): Held => ({
      ...bare,
      arn: regional('lambda', region, `function:${name}`),
      type: 'AWS::Lambda::Function',
      service: 'lambda',
      policy,
    })),
    ...sortedValues(account.dynamoTables).map(({ name, region, policy }): Held => ({
      ...bare,
      arn: regional('dynamodb', region, `table/${name}`),
      type: 'AWS::DynamoDB::Table',
      service: 'dynamodb',
      policy,
    })),
    ...sortedValues(account.secrets).map(({ name, region, suffix, policy }): Held => ({
      ...bare,
      arn: regional('secretsmanager', region, `secret:${name}-${suffix}`),
      type: 'AWS::SecretsManager::Secret',
      service: 'secretsmanager',
      policy,
    })),
    ...sortedValues(account.roles).map((role): Held => ({
      ...bare,
      arn: roleArn(account, role),
      type: 'AWS::IAM::Role',
      service: 'sts',
      policy: role.trust,
    })),
  ];
}
