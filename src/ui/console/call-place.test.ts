// Tests for the place that shows what a call was about.
import { expect, test } from 'vitest';
import type { ApiCall } from '../../api/call.ts';
import { hrefOf } from '../shared/route.ts';
import { placeOfCall } from './call-place.ts';

const PolicyArn = 'arn:aws:iam::111122223333:policy/WriteDrafts';

test.each<[ApiCall, string, string]>([
  [{ operation: 's3:ListBuckets', input: {} }, '#/buckets', 'Show the buckets'],
  [
    { operation: 's3:ListObjectsV2', input: { Bucket: 'drafts', Prefix: 'spring/' } },
    '#/buckets/drafts?prefix=spring%2F',
    'Show spring/ in drafts',
  ],
  [
    { operation: 's3:PutObject', input: { Bucket: 'drafts', Key: 'a/b/c.md', Body: '' } },
    '#/buckets/drafts?prefix=a%2Fb%2F',
    'Show a/b/ in drafts',
  ],
  [
    { operation: 's3:GetObject', input: { Bucket: 'drafts', Key: 'c.md' } },
    '#/buckets/drafts',
    'Show drafts',
  ],
  [
    { operation: 's3:PutBucketPolicy', input: { Bucket: 'drafts', Policy: '{}' } },
    '#/buckets/drafts',
    'Show drafts',
  ],
  [
    { operation: 'iam:CreatePolicyVersion', input: { PolicyArn, PolicyDocument: '{}' } },
    `#/policies/${encodeURIComponent(PolicyArn)}`,
    'Show the policy',
  ],
  [
    {
      operation: 'iam:PutGroupPolicy',
      input: { GroupName: 'Writers', PolicyName: 'Notes', PolicyDocument: '{}' },
    },
    `#/policies/${encodeURIComponent('inline:group/Writers/Notes')}`,
    'Show the policy',
  ],
])('%j is shown at %s', (call, href, label) => {
  const place = placeOfCall(call);
  expect(place && [hrefOf(place.route), place.label]).toEqual([href, label]);
});

test('asking who one is shows nothing', () => {
  expect(placeOfCall({ operation: 'sts:GetCallerIdentity', input: {} })).toBeNull();
});
