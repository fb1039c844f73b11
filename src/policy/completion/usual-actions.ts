// Usual actions: those of a service that policies most often name, which a list of all of them hides.
import type { ActionDetails } from '../../aws/vocabulary.ts';

/** By service, the most usual first. */
const USUAL: Readonly<Record<string, string>> = {
  s3: 'GetObject PutObject ListBucket DeleteObject ListAllMyBuckets GetBucketLocation',
  dynamodb: 'GetItem PutItem Query Scan UpdateItem DeleteItem',
  lambda: 'InvokeFunction GetFunction ListFunctions CreateFunction UpdateFunctionCode',
  sqs: 'SendMessage ReceiveMessage DeleteMessage GetQueueAttributes GetQueueUrl ListQueues',
  sns: 'Publish Subscribe ListTopics GetTopicAttributes',
  kms: 'Decrypt Encrypt GenerateDataKey DescribeKey CreateGrant',
  secretsmanager: 'GetSecretValue DescribeSecret ListSecrets PutSecretValue CreateSecret',
  logs: 'CreateLogGroup CreateLogStream PutLogEvents DescribeLogGroups GetLogEvents',
  ec2: 'DescribeInstances StartInstances StopInstances RunInstances TerminateInstances CreateTags',
  iam: 'GetUser ListUsers GetRole ListRoles PassRole CreateUser ChangePassword CreateAccessKey',
  sts: 'AssumeRole AssumeRoleWithWebIdentity AssumeRoleWithSAML TagSession',
};

/** Those among some actions of one service; none where they are nearly all of them. */
export function usualAmong(prefix: string, actions: readonly ActionDetails[]): readonly ActionDetails[] {
  const names = (USUAL[prefix] ?? '').split(' ').map((name) => `${prefix}:${name}`);
  const usual = names.flatMap((name) => actions.find((action) => action.name === name) ?? []);
  return actions.length > usual.length + 1 ? usual : [];
}
