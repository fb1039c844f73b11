// Tests for the keys of tags that an operation is given.
import { expect, test } from 'vitest';
import type { ActionName } from '../../aws/arn.ts';
import type { RequestContext } from '../request.ts';
import { requestTagKeys, type RequestTags } from './request-tag-keys.ts';

test.each<[ActionName, RequestTags, RequestContext]>([
  ['iam:GetUser', { kind: 'none' }, {}],
  ['iam:CreateUser', { kind: 'set', tags: {} }, {}],
  ['s3:PutObject', { kind: 'set', tags: {} }, {}],
  [
    'iam:TagUser',
    { kind: 'set', tags: { team: 'sales', Floor: '2' } },
    { 'aws:RequestTag/team': 'sales', 'aws:RequestTag/Floor': '2', 'aws:TagKeys': ['team', 'Floor'] },
  ],
  ['iam:UntagUser', { kind: 'remove', keys: ['team'] }, { 'aws:TagKeys': ['team'] }],
  [
    's3:PutObject',
    { kind: 'set', tags: { kind: 'draft' } },
    { 's3:RequestObjectTag/kind': 'draft', 's3:RequestObjectTagKeys': ['kind'] },
  ],
  [
    'rds:CreateDBInstance',
    { kind: 'set', tags: { team: 'sales' } },
    { 'aws:RequestTag/team': 'sales', 'rds:req-tag/team': 'sales', 'aws:TagKeys': ['team'] },
  ],
])('%s with %j', (action, tags, expected) => {
  expect(requestTagKeys(tags, action)).toEqual(expected);
});
