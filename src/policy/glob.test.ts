// Patterns that cover patterns.
import { expect, test } from 'vitest';
import { covers } from './glob.ts';

test.each([
  ['s3:*', 's3:GetObject', true],
  ['s3:Get*', 's3:GetObject*', true],
  ['s3:Get*', 's3:*', false],
  ['*', '*', true],
  ['*', '', true],
  ['', '', true],
  ['?', '?', true],
  ['?', '*', false],
  ['*?', '?', true],
  ['s3:?etObject', 's3:GetObject', true],
  ['s3:?etObject', 's3:etObject', false],
  ['s3:*Object', 's3:GetObjectAcl', false],
  ['s3:*Object', 's3:GetObjectObject', true],
  ['a*b*c', 'aXbXbXc', true],
  ['a*b*c', 'aXcXb', false],
  ['s3:GetObject', 's3:Get*', false],
  ['s3:getobject', 's3:GetObject', false],
])('%s covers %s: %s', (general, specific, expected) => {
  expect(covers(general, specific)).toBe(expected);
});
