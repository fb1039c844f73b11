// Documents that are no object: what is said, and what comes of the fix.
import { expect, test } from 'vitest';
import { withFix } from './diagnostic.ts';
import { diagnose } from './validate.ts';

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const POLICY = { Version: '2012-10-17', Statement: [READ] };
const EMPTY = { Version: '2012-10-17', Statement: [] };

test.each([
  ['a list of statements', [READ], 'This is a list', 'Make these its statements', POLICY],
  ['a list with a policy', [POLICY], 'This is a list', 'Take it out of the list', POLICY],
  ['an empty list', [], 'This is a list', 'Put an empty policy in its place', EMPTY],
  ['a policy in quotes', JSON.stringify(POLICY), 'This is a text', 'Take it out of the quotes', POLICY],
  ['a text', 'hello', 'This is a text', 'Put an empty policy in its place', EMPTY],
  ['a number', 12, 'This is a number', 'Put an empty policy in its place', EMPTY],
  ['a Boolean', true, 'This is true or false', 'Put an empty policy in its place', EMPTY],
  ['null', null, 'This is nothing', 'Put an empty policy in its place', EMPTY],
])('%s', (_, root, said, label, after) => {
  const text = JSON.stringify(root, null, 2);
  const [found, ...others] = diagnose(text, 'identity');
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'DATA_TYPE_MISMATCH', from: 0, to: text.length });
  expect(found?.message).toMatch(new RegExp(`^${said}.*braces`));
  expect(found?.fixes?.map((fix) => fix.label)).toEqual([label]);
  const [fix] = found?.fixes ?? [];
  expect(fix && JSON.parse(withFix(text, fix))).toEqual(after);
});

test('of an action in quotes comes a policy that allows it, of a sentence none', () => {
  const [fix] = diagnose('"s3:GetObject"', 'identity')[0]?.fixes ?? [];
  expect(fix && JSON.parse(withFix('"s3:GetObject"', fix))).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  });
  expect(diagnose('"let noor read"', 'identity')[0]?.fixes).toBeUndefined();
});

test('of a list that holds something nothing is thrown away', () => {
  expect(diagnose('["s3:GetObject"]', 'identity')).toMatchObject([{ code: 'DATA_TYPE_MISMATCH' }]);
  expect(diagnose('["s3:GetObject"]', 'identity')[0]?.fixes).toBeUndefined();
});

test.each([
  ['a statement by itself', READ, 'Put a policy around it'],
  ['a wrapper', { PolicyDocument: POLICY }, 'Keep what is in "PolicyDocument"'],
  ['a policy as text', { Policy: JSON.stringify(POLICY) }, 'Keep what is in "Policy"'],
  [
    'what get-policy-version prints',
    { PolicyVersion: { Document: POLICY, VersionId: 'v1' } },
    'Keep what is in "Document"',
  ],
  [
    'what the API hands out',
    { PolicyDocument: encodeURIComponent(JSON.stringify(POLICY)) },
    'Keep what is in "PolicyDocument"',
  ],
])('%s is told once, and becomes the policy', (_, root, label) => {
  const text = JSON.stringify(root, null, 2);
  const [found, ...others] = diagnose(text, 'identity');
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'MISSING_STATEMENT', fixes: [{ label }] });
  const [fix] = found?.fixes ?? [];
  expect(fix && JSON.parse(withFix(text, fix))).toEqual(POLICY);
});
