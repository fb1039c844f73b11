// Object owner: which actions are for the owner of the object to allow.
import { expect, test } from 'vitest';
import type { ActionName } from '../../aws/arn.ts';
import { loadVocabulary } from '../../aws/catalogue.ts';
import { isForObjectOwner, OBJECT_OWNER_ACTIONS } from './object-owner.ts';

test.each<[ActionName, boolean]>([
  ['s3:GetObject', true],
  ['S3:getobjectversion', true],
  ['s3:GetObjectAttributes', true],
  ['s3:GetObjectAcl', true],
  ['s3:PutObjectAcl', true],
  ['s3:PutObjectVersionAcl', true],
  ['s3:PutObject', false],
  ['s3:DeleteObject', false],
  ['s3:DeleteObjectVersion', false],
  ['s3:RestoreObject', false],
  ['s3:AbortMultipartUpload', false],
  ['s3:ListMultipartUploadParts', false],
  ['s3:GetObjectTagging', false],
  ['s3:PutObjectTagging', false],
  ['s3:ListBucket', false],
  ['s3:GetBucketAcl', false],
  ['s3express:GetObject', false],
])('%s: %s', (action, expected) => expect(isForObjectOwner(action)).toBe(expected));

test('each of them is an action of S3', async () => {
  const actions = (await loadVocabulary()).actions;
  expect([...OBJECT_OWNER_ACTIONS].filter((name) => !actions.has(`s3:${name}`))).toEqual([]);
});
