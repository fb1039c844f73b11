// What Organizations answers to control policies that it does not save: always the same, and that for every fault.
import { describe, expect, test } from 'vitest';
import { saveError } from './save.ts';

const text = (statement: unknown, more: object = { Version: '2012-10-17' }): string =>
  JSON.stringify({ ...more, Statement: statement });

const REFUSED = {
  code: 'MalformedPolicyDocumentException',
  message: 'The provided policy document does not meet the requirements of the specified policy type.',
};

const without = (statement: object, ...names: readonly string[]): object =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => !names.includes(name)));

describe('a service control policy', () => {
  const DENY = { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' };

  test.each([
    '',
    'not JSON',
    '[]',
    '{}',
    text([]),
    text(DENY, { Version: '2013-10-17' }),
    text(DENY, { Version: '2012-10-17', Id: 'mine' }),
    text({ ...DENY, Effect: 'deny' }),
    text({ ...DENY, Extra: 1 }),
    text({ ...DENY, Principal: '*' }),
    text({ ...DENY, NotPrincipal: { AWS: '111122223333' } }),
    text(without(DENY, 'Action')),
    text({ ...DENY, Action: [] }),
    text({ ...DENY, Action: 'DeleteBucket' }),
    text(without(DENY, 'Resource')),
    text({ ...DENY, Resource: 'bucket' }),
    text({ ...DENY, Condition: { StringIs: { 'aws:x': 'a' } } }),
    text({ ...DENY, Sid: 'not a name' }),
    text([
      { ...DENY, Sid: 'A' },
      { ...DENY, Sid: 'A' },
    ]),
  ])('%s', (source) => expect(saveError(source, { kind: 'scp' })).toEqual(REFUSED));

  test.each([
    text(DENY),
    text(DENY, {}),
    text({ ...DENY, Sid: 'NoDeletion', Action: ['iam:*Role', '*'] }),
    text({ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::bookshop/*' }),
    text({
      Effect: 'Allow',
      Action: 'ec2:*',
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
    }),
  ])('%s is saved', (source) => expect(saveError(source, { kind: 'scp' })).toBeNull());
});

describe('a resource control policy', () => {
  const DENY = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };

  test.each([
    'not JSON',
    text([]),
    text(DENY, { Version: '2012-10-17', Id: 'mine' }),
    text({ ...DENY, Effect: 'Allow' }),
    text(without(DENY, 'Principal')),
    text({ ...DENY, Principal: { AWS: '*' } }),
    text({ ...DENY, Principal: { AWS: '111122223333' } }),
    text({ ...without(DENY, 'Principal'), NotPrincipal: '*' }),
    text({ ...without(DENY, 'Action'), NotAction: 's3:*' }),
    text({ ...DENY, Action: '*' }),
    text({ ...DENY, Action: ['s3:*', '*'] }),
    text({ ...DENY, Action: 's*:*' }),
    text({ ...DENY, Action: 'ec2:*' }),
    text({ ...DENY, Action: ['s3:GetObject', 'sns:Publish'] }),
    text(without(DENY, 'Resource')),
    text([DENY, { ...DENY, Effect: 'Allow' }]),
  ])('%s', (source) => expect(saveError(source, { kind: 'rcp' })).toEqual(REFUSED));

  test.each([
    text(DENY),
    text({ ...DENY, Action: ['S3:GetObject', 'sts:AssumeRole', 'kms:*', 'sqs:*', 'secretsmanager:Get*'] }),
    text({ ...without(DENY, 'Resource'), NotResource: 'arn:aws:s3:::public/*' }),
    text({ ...DENY, Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } }),
  ])('%s is saved', (source) => expect(saveError(source, { kind: 'rcp' })).toBeNull());
});
