// Tests of the catalogue: the real data, as the build packs it and the app loads it.
import { describe, expect, test } from 'vitest';
import { loadVocabulary, loadManagedPolicies, readManagedPolicies } from './catalogue.ts';

describe('AWS managed policies', () => {
  test('are loaded once', async () => {
    expect(await loadManagedPolicies()).toBe(await loadManagedPolicies());
  });

  test('are found by ARN, with the path that is part of it', async () => {
    const policies = await loadManagedPolicies();
    expect(policies.size).toBeGreaterThan(1500);
    expect(policies.get('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')).toMatchObject({
      arn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      name: 'AWSLambdaBasicExecutionRole',
    });
  });

  test('show their document with four spaces, as the console does', () => {
    const policies = readManagedPolicies(
      'Some\tv2\t2015-02-06T18:40:58Z\t2021-09-27T20:16:37Z\t{"Version":"2012-10-17"}',
    );
    const policy = policies.get('arn:aws:iam::aws:policy/Some');
    expect(policy?.version).toBe('v2');
    expect(policy?.document).toBe('{\n    "Version": "2012-10-17"\n}');
  });

  test('leave out a line that is not a policy', () => {
    expect(readManagedPolicies('').size).toBe(0);
    expect(
      readManagedPolicies('Half\tv1\nWhole\tv1\t2015-02-06T18:40:58Z\t2015-02-06T18:40:58Z\t{}').size,
    ).toBe(1);
  });
});

describe('actions', () => {
  test.each([
    ['s3:getobject', 's3:GetObject', 'Read'],
    ['s3:listbucket', 's3:ListBucket', 'List'],
    ['iam:createpolicyversion', 'iam:CreatePolicyVersion', 'Permissions management'],
    ['s3:putobjecttagging', 's3:PutObjectTagging', 'Tagging'],
    ['s3:deleteobject', 's3:DeleteObject', 'Write'],
  ])('%s is %s, of access level %s', async (key, name, level) => {
    expect((await loadVocabulary()).actions.get(key)).toEqual({ name, level });
  });

  test('of every service are there', async () => {
    expect((await loadVocabulary()).actions.size).toBeGreaterThan(20_000);
  });
});
