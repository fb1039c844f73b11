// Tests of the reading of statements in plain English.
import { expect, test } from 'vitest';
import { loadVocabulary } from '../../aws/catalogue.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { BASE_OPERATORS } from '../../policy/operators.ts';
import { plain } from './part.ts';
import { readingOf } from './reading.ts';

const vocabulary = await loadVocabulary();

function reading(statement: object, known = true): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const [parsed] = parsePolicy(text).document?.statements ?? [];
  if (!parsed) throw new Error('no statement');
  return plain(readingOf(parsed, known ? vocabulary : undefined));
}

const S3 = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::maple/*' };

test.each([
  ['one action', S3, 'Allows s3:GetObject on arn:aws:s3:::maple/*.'],
  ['everything', { Effect: 'Allow', Action: '*', Resource: '*' }, 'Allows everything on any resource.'],
  [
    'a whole service',
    { Effect: 'Deny', Action: ['s3:*', 'iam:PassRole'], Resource: '*' },
    'Denies every action of Amazon S3 and iam:PassRole on any resource.',
  ],
  [
    'a wildcard, counted',
    { Effect: 'Allow', Action: 's3:GetBucketPol*', Resource: '*' },
    'Allows s3:GetBucketPol* (2 actions) on any resource.',
  ],
  [
    'many actions',
    {
      Effect: 'Allow',
      Action: [
        's3:GetObject',
        's3:PutObject',
        's3:DeleteObject',
        's3:ListBucket',
        's3:GetBucketAcl',
        's3:PutBucketAcl',
      ],
      Resource: '*',
    },
    'Allows s3:GetObject, s3:PutObject, s3:DeleteObject, s3:ListBucket and 2 more on any resource.',
  ],
  [
    'the Not elements',
    { Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], NotResource: 'arn:aws:s3:::maple/*' },
    'Denies everything but iam:* and sts:* on any resource but arn:aws:s3:::maple/*.',
  ],
  ['everyone', { ...S3, Principal: '*' }, 'Allows everyone to do s3:GetObject on arn:aws:s3:::maple/*.'],
  [
    'several principals',
    {
      ...S3,
      Principal: {
        AWS: ['111122223333', 'arn:aws:iam::444455556666:role/R'],
        Service: 'lambda.amazonaws.com',
      },
    },
    'Allows the account 111122223333, arn:aws:iam::444455556666:role/R and the service lambda.amazonaws.com to do s3:GetObject on arn:aws:s3:::maple/*.',
  ],
  [
    'NotPrincipal',
    { ...S3, Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::444455556666:root' } },
    'Denies s3:GetObject on arn:aws:s3:::maple/* to everyone but the account 444455556666.',
  ],
  [
    'a trust policy',
    {
      Effect: 'Allow',
      Principal: { Federated: 'accounts.google.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { 'accounts.google.com:aud': 'app' } },
    },
    'Allows whoever accounts.google.com vouches for to do sts:AssumeRoleWithWebIdentity, but only when accounts.google.com:aud is app.',
  ],
  [
    'two conditions',
    {
      ...S3,
      Condition: {
        IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] },
        Bool: { 'aws:SecureTransport': true },
      },
    },
    'Allows s3:GetObject on arn:aws:s3:::maple/*, but only when aws:SourceIp is in one of 203.0.113.0/24 and 198.51.100.0/24, and aws:SecureTransport is true.',
  ],
  [
    'a key that may be absent',
    { ...S3, Effect: 'Deny', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
    'Denies s3:GetObject on arn:aws:s3:::maple/* when aws:MultiFactorAuthPresent is not in the request, or is false.',
  ],
  [
    'Null',
    { ...S3, Condition: { Null: { 'aws:PrincipalTag/team': 'false', 'aws:SourceVpc': 'true' } } },
    'Allows s3:GetObject on arn:aws:s3:::maple/*, but only when aws:PrincipalTag/team is in the request, and aws:SourceVpc is not in the request.',
  ],
  [
    'keys of several values',
    {
      ...S3,
      Condition: {
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] },
        'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/*' },
      },
    },
    'Allows s3:GetObject on arn:aws:s3:::maple/*, but only when every value of aws:TagKeys (there may be none) is one of a and b, and any value of aws:PrincipalOrgPaths matches o-1/*.',
  ],
])('%s', (_, statement, expected) => {
  expect(reading(statement)).toBe(expected);
});

test('without the vocabulary nothing is counted and no service has a name', () => {
  expect(reading({ Effect: 'Allow', Action: ['s3:Get*', 'sqs:*'], Resource: '*' }, false)).toBe(
    'Allows s3:Get* and every action of sqs on any resource.',
  );
});

test.each(BASE_OPERATORS)('%s has words of its own', (operator) => {
  expect(reading({ ...S3, Condition: { [operator]: { 'aws:key': ['1', '2'] } } })).toMatch(
    /when aws:key (?:is|matches)/,
  );
});
