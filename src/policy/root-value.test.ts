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
  ['a list of actions', ['s3:GetObject'], 'This is a list', 'Put an empty policy in its place', EMPTY],
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
