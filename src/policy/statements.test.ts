// Policies written statement by statement.
import { expect, test } from 'vitest';
import { statementCount, statementOf, withoutStatement, withStatement } from './statements.ts';

const FRAME = { Version: '2012-10-17', Id: 'default' } as const;
const one = { Sid: 'one', Effect: 'Allow' };
const two = { Sid: 'two', Effect: 'Deny' };
const ONE = '{"Version":"2012-10-17","Id":"default","Statement":[{"Sid":"one","Effect":"Allow"}]}';

test('the first statement comes into the frame of the service', () =>
  expect(withStatement(null, FRAME, one)).toBe(ONE));

test('further statements come after those there are, and all else stays', () => {
  const text = '{\n  "Id": "mine",\n  "Statement": {"Sid": "one", "Effect": "Allow"}\n}';
  expect(withStatement(text, FRAME, two)).toBe(
    '{"Id":"mine","Statement":[{"Sid":"one","Effect":"Allow"},{"Sid":"two","Effect":"Deny"}]}',
  );
});

test('a statement is found and taken out by its Sid, and with the last one goes the policy', () => {
  const both = withStatement(ONE, FRAME, two);
  expect(statementOf(both, 'two')).toEqual(two);
  expect(statementOf(both, 'Two')).toBeNull();
  expect(statementOf(null, 'two')).toBeNull();
  expect(statementCount(both)).toBe(2);
  expect(withoutStatement(both, 'two')).toBe(ONE);
  expect(withoutStatement(both, 'three')).toBe(both);
  expect(withoutStatement(ONE, 'one')).toBeNull();
});
