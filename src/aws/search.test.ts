// Tests of the search for names: what is found, and in which order.
import { describe, expect, test } from 'vitest';
import { loadManagedPolicies, loadVocabulary } from './catalogue.ts';
import { searchOf } from './search.ts';

const namesFor = (names: readonly string[]) => {
  const search = searchOf(names);
  return (typed: string, most?: number) => search(typed, most).map(({ at }) => names[at]);
};

describe('of a few names', () => {
  const found = namesFor([
    's3:PutBucketPolicy',
    's3:GetBucketPolicy',
    's3:DeleteBucketPolicy',
    's3:ListBucket',
    'iam:GetPolicy',
    'iam:CreatePolicyVersion',
    'sts:AssumeRole',
  ]);

  test.each([
    ['nothing typed', '', []],
    ['only spaces', '   ', []],
    ['a whole name', 's3:listbucket', ['s3:ListBucket']],
    ['the name without its prefix', 'ASSUMErole', ['sts:AssumeRole']],
    ['what begins so, before what has it later', 'get', ['iam:GetPolicy', 's3:GetBucketPolicy']],
    ['a word within', 'version', ['iam:CreatePolicyVersion']],
    [
      'letters within a word, last',
      'ucke',
      ['s3:ListBucket', 's3:PutBucketPolicy', 's3:GetBucketPolicy', 's3:DeleteBucketPolicy'],
    ],
    ['several words in any order', 'policy s3 put', ['s3:PutBucketPolicy']],
    ['what is not there', 'policy ec2', []],
  ])('%s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test('shows as many as are asked for', () => {
    expect(found('s3', 2)).toHaveLength(2);
  });
});

describe('of all that AWS has', async () => {
  const actions = namesFor([...(await loadVocabulary()).actions.values()].map(({ name }) => name));
  const policies = namesFor([...(await loadManagedPolicies()).values()].map(({ name }) => name));

  test.each([
    ['getobject', 's3:GetObject'],
    ['pass role', 'iam:PassRole'],
    ['s3 get', 's3:GetObject'],
    ['ec2:run', 'ec2:RunInstances'],
    ['decrypt', 'kms:Decrypt'],
  ])('the first action for %j is %s', (typed, first) => {
    expect(actions(typed).slice(0, 5)).toContain(first);
  });

  test.each([
    ['readonly', 'ReadOnlyAccess'],
    ['admin', 'AdministratorAccess'],
    ['s3 full', 'AmazonS3FullAccess'],
    ['lambda basic', 'AWSLambdaBasicExecutionRole'],
  ])('the first policies for %j have %s', (typed, name) => {
    expect(policies(typed).slice(0, 5)).toContain(name);
  });
});
