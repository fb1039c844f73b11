// Which policies speak about a bucket.
import { expect, test } from 'vitest';
import { touches } from './touches.ts';

test.each([
  ['arn:aws:s3:::maple-drafts', true],
  ['arn:aws:s3:::maple-drafts/*', true],
  ['arn:aws:s3:::maple-*', true],
  ['*', true],
  ['arn:aws:s3:::maple', false],
  ['arn:aws:s3:::maple-catalog/*', false],
])('a policy on %s speaks about maple-drafts: %s', (resource, expected) => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: resource }],
  });
  expect(touches(text, 'arn:aws:s3:::maple-drafts')).toBe(expected);
});
