// What a refusal names where a call is about no single resource.
import { expect, test } from 'vitest';
import { unnamedResourceText } from './unnamed-resource.ts';

const ACCOUNT = '111122223333';

test.each([
  ['dynamodb:ListTables', `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/*`],
  ['sqs:ListQueues', `arn:aws:sqs:eu-west-1:${ACCOUNT}:`],
  ['sns:ListTopics', `arn:aws:sns:eu-west-1:${ACCOUNT}:*`],
  ['lambda:ListFunctions', '*'],
  ['kms:CreateKey', '*'],
  ['kms:ListKeys', '*'],
  ['iam:ListUsers', `arn:aws:iam::${ACCOUNT}:user/`],
  ['secretsmanager:ListSecrets', null],
  ['s3:ListAllMyBuckets', null],
  ['ec2:DescribeInstances', null],
])('%s: %s', (action, text) => expect(unnamedResourceText(action, ACCOUNT, 'eu-west-1')).toBe(text));

test('no ARN without Region', () =>
  expect(unnamedResourceText('dynamodb:ListTables', ACCOUNT, null)).toBeNull());
