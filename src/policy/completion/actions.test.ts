// Tests of the completion of actions: what is offered first for a cursor, and what is not.
import { test } from 'vitest';
import {
  BUCKET,
  expectOffered,
  GATEWAY,
  statement,
  TRUST,
  type Offered,
} from '../../../tests/fixtures/completion.ts';

test.each([
  ['putobject', 's3:PutObject'],
  ['assume', 'sts:AssumeRole'],
  ['describeinst', 'ec2:DescribeInstances'],
  ['createuser', 'iam:CreateUser'],
  ['passrole', 'iam:PassRole'],
  ['send', 'sqs:SendMessage'],
  ['decrypt', 'kms:Decrypt'],
  ['query', 'dynamodb:Query'],
  ['getsecret', 'secretsmanager:GetSecretValue'],
  ['user', 'user-subscriptions:', 'iam:GetUser'],
  ['list', 's3:ListJobs', 'kms:ListKeys', 'iam:ListRoles'],
  ['bucketpolicy', 's3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'],
  ['log', 'logs:'],
  ['stepfunctions', 'states:'],
  ['stepfunctions:', 'states:'],
  // An operation of the API that goes by another name than the action it needs.
  ['invoke', 'lambda:InvokeFunction', 'lambda:InvokeAsync'],
  ['headobject', 's3:GetObject'],
  ['listbuckets', 's3:ListAllMyBuckets'],
])('%s is first of all %s', (typed, ...first) => {
  expectOffered(['', statement(`"Action": "${typed}|"`), first, []]);
});

const TOPIC = { type: 'resource', about: 'arn:aws:sns:eu-west-1:111122223333:news' } as const;

test.each<Offered>([
  [
    'an action of a topic policy, where SNS takes no patterns',
    statement('"Action": "|"'),
    ['sns:AddPermission', 'sns:DeleteTopic'],
    ['sns:*', 'sns:Get*', 'sns:CreateTopic', 'sns:TagResource'],
    TOPIC,
  ],
  [
    'an action about a bucket, and not of what S3 has besides',
    statement('"Action": "s3:Create|"'),
    ['s3:Create*', 's3:CreateBucket'],
    ['s3:CreateJob', 's3:CreateAccessPoint'],
    BUCKET,
  ],
  [
    'no pattern whose actions are all about something else',
    statement('"Action": "s3:|"'),
    ['s3:*', 's3:AbortMultipartUpload'],
    ['s3:Dissociate*', 's3:Describe*', 's3:Submit*', 's3:CreateAccessGrant'],
    BUCKET,
  ],
  [
    'an action about a queue',
    statement('"Action": "sqs:|"'),
    ['sqs:*', 'sqs:AddPermission'],
    ['sqs:ListQueues'],
    { type: 'resource', about: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
  ],
  [
    'an action about a table, and not about its stream or a backup',
    statement('"Action": "dynamodb:|"'),
    ['dynamodb:*', 'dynamodb:BatchGetItem'],
    ['dynamodb:DescribeStream', 'dynamodb:DeleteBackup', 'dynamodb:ListTables'],
    { type: 'resource', about: 'arn:aws:dynamodb:eu-west-1:111122223333:table/loans' },
  ],
  [
    'an action about a key',
    statement('"Action": "kms:|"'),
    ['kms:*', 'kms:CancelKeyDeletion'],
    ['kms:CreateKey', 'kms:ListKeys', 'kms:ConnectCustomKeyStore'],
    {
      type: 'resource',
      about: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
  ],
  ['an action', statement('"Action": "|"'), ['s3:', 'iam:', 'sts:'], ['s3:GetObject']],
  ['an action without quotes', statement('"Action": s3|'), ['s3:'], []],
  [
    'an action of a service',
    statement('"Action": "s3:|"'),
    ['s3:*', 's3:AbortMultipartUpload'],
    ['ec2:RunInstances'],
  ],
  ['an action in other letters', statement('"Action": "s3:getobj|"'), ['s3:GetObject'], ['s3:PutObject']],
  ['a pattern', statement('"Action": "s3:Get|"'), ['s3:Get*', 's3:GetObject'], ['s3:*']],
  ['an action by its own name', statement('"Action": "RunInst|"'), ['ec2:RunInstances'], []],
  ['a service by its name', statement('"Action": "secrets man|"'), ['secretsmanager:'], []],
  [
    'the second of a list',
    statement('"Action": ["s3:GetObject", "s3:GetObject|"]'),
    ['s3:GetObjectAcl'],
    ['s3:GetObject'],
  ],
  [
    'an action of a bucket policy',
    statement('"Action": "|"'),
    ['s3:*', 's3:AbortMultipartUpload'],
    ['s3:ListAllMyBuckets', 'ec2:'],
    BUCKET,
  ],
  [
    'an action of an endpoint of S3',
    statement('"Action": "|"'),
    ['s3:*', '*', 's3:AbortMultipartUpload'],
    ['ec2:', 'sqs:'],
    GATEWAY,
  ],
  [
    'an action of an endpoint whose service is called otherwise',
    statement('"Action": "|"'),
    ['s3:', 'iam:'],
    [],
    { type: 'endpoint', endpoint: { service: 'ec2messages-fips', gateway: false } },
  ],
  [
    'an action of a trust policy',
    statement('"Action": "|"'),
    ['sts:AssumeRole', 'sts:AssumeRoleWithSAML'],
    ['sts:GetCallerIdentity', 's3:'],
    TRUST,
  ],
  [
    'an action of a resource control policy',
    statement('"Action": "|"'),
    ['s3:'],
    ['*', 'iam:', 'ec2:'],
    { type: 'rcp' },
  ],
  ['what several services can do', statement('"Action": "put|"'), ['s3:PutObject'], []],
  [
    'an action by its service and its own name',
    statement('"Action": "s3 put|"'),
    ['s3:PutObject'],
    ['s3:GetObject'],
  ],
  ['a misspelled service', statement('"Action": "dynmodb|"'), ['dynamodb:'], []],
  ['a misspelled action', statement('"Action": "s3:getobjct|"'), ['s3:GetObject'], ['s3:PutObject']],
  [
    'a misspelled action of a trust policy',
    statement('"Action": "sts:asumerole|"'),
    ['sts:AssumeRole'],
    [],
    TRUST,
  ],
])('%s', (...row) => expectOffered(row));
