// A catalogue of a few real actions, so that tests do not change when AWS adds one.
import type { ActionName } from '../../src/aws/arn.ts';
import type { AccessLevel, Actions } from '../../src/aws/catalogue.ts';

const LEVELS: readonly (readonly [ActionName, AccessLevel])[] = [
  ['s3:GetObject', 'Read'],
  ['s3:PutObject', 'Write'],
  ['s3:DeleteObject', 'Write'],
  ['s3:ListBucket', 'List'],
  ['s3:ListAllMyBuckets', 'List'],
  ['s3:PutBucketPolicy', 'Permissions management'],
  ['iam:GetUser', 'Read'],
  ['iam:ListUsers', 'List'],
  ['iam:PassRole', 'Write'],
  ['iam:CreatePolicyVersion', 'Permissions management'],
  ['sts:AssumeRole', 'Write'],
  ['ec2:RunInstances', 'Write'],
];

export const VOCABULARY: Actions = new Map(
  LEVELS.map(([name, level]) => [name.toLowerCase(), { name, level }] as const),
);
