// Tests of reading the vocabulary: how names are found in it.
import { describe, expect, test } from 'vitest';
import { loadDescriptions, loadVocabulary } from './catalogue.ts';
import { readVocabulary } from './packed-vocabulary.ts';

const vocabulary = await loadVocabulary();
const descriptions = await loadDescriptions();

describe('an action', () => {
  test('is found whatever its letter case, with what goes with it', () => {
    const action = vocabulary.action('S3:getobject');
    expect(action).toMatchObject({ name: 's3:GetObject', level: 'Read' });
    expect(action?.resources.map(({ type, required }) => [type.arn, required])).toContainEqual([
      'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
      false,
    ]);
    expect(action?.conditionKeys).toContain('s3:ResourceAccount');
  });

  test.each(['s3:GetObjec', 'nothing:GetObject', 'GetObject', ''])('%j is none', (name) => {
    expect(vocabulary.action(name)).toBeUndefined();
    expect(descriptions.action(name)).toBeUndefined();
  });

  test('is described in the words of AWS', () => {
    expect(descriptions.action('iam:CREATEUSER')).toBe('Grants permission to create a new IAM user');
  });
});

describe('a condition key', () => {
  test.each([
    ['s3:prefix', undefined, 's3:prefix', 'String'],
    ['S3:PREFIX', undefined, 's3:prefix', 'String'],
    ['aws:RequestTag/team', undefined, 'aws:RequestTag/${TagKey}', 'String'],
    ['aws:TagKeys', 'ec2', 'aws:TagKeys', 'ArrayOfString'],
    ['s3:ExistingObjectTag/class', undefined, 's3:ExistingObjectTag/<key>', 'String'],
    ['kms:EncryptionContext:shelf', undefined, 'kms:EncryptionContext:${EncryptionContextKey}', 'String'],
    ['saml:sub', undefined, 'saml:sub', 'String'],
    ['accounts.google.com:aud', undefined, 'accounts.google.com:aud', 'String'],
    ['cognito-identity.amazonaws.com:amr', undefined, 'cognito-identity.amazonaws.com:amr', 'ArrayOfString'],
    ['identitystore:UserId', undefined, 'identitystore:UserId', 'String'],
  ])('%s of service %s is %s, of type %s', (name, service, found, type) => {
    expect(vocabulary.conditionKey(name, service)).toMatchObject({ name: found, type });
    expect(descriptions.conditionKey(name, service)).toMatch(/^Filters access /);
  });

  test.each(['s3:prefixes', 'aws:RequestTag/', 'aws:SourceIp', 'nothing', ''])(
    '%j is none of a service',
    (name) => {
      expect(vocabulary.conditionKey(name)).toBeUndefined();
    },
  );
});

test('a vocabulary of nothing has nothing', () => {
  const none = readVocabulary('[]');
  expect([none.services.size, none.actions.size, none.service('s3')]).toEqual([0, 0, undefined]);
});
