// Absent keys, several values, IfExists and unknown values: the matrix of forms against what the request has.
import { expect, test } from 'vitest';
import { condition, context } from '../../../tests/evaluation/build.ts';
import { UNKNOWN, type ContextValue } from '../request.ts';
import { compileCondition } from './condition.ts';

const met = (operator: string, actual: ContextValue | undefined, wanted: unknown = ['a', 'b']) =>
  compileCondition(condition(operator, 'K', wanted), '2012-10-17').test(
    context(actual === undefined ? {} : { k: actual }),
  );

//  form, absent, 'a', 'x', [], ['a'], ['a','x'], ['x','y']
test.each([
  ['StringEquals', false, true, false, false, false, false, false],
  ['StringNotEquals', true, false, true, false, false, false, false],
  ['StringEqualsIfExists', true, true, false, false, false, false, false],
  ['StringNotEqualsIfExists', true, false, true, false, false, false, false],
  ['ForAllValues:StringEquals', true, true, false, true, true, false, false],
  ['ForAllValues:StringNotEquals', true, false, true, true, false, false, true],
  ['ForAnyValue:StringEquals', false, true, false, false, true, true, false],
  ['ForAnyValue:StringNotEquals', false, false, true, false, false, true, true],
  ['ForAllValues:StringEqualsIfExists', true, true, false, true, true, false, false],
  ['ForAnyValue:StringEqualsIfExists', true, true, false, false, true, true, false],
])('%s', (operator, ...expected) => {
  const actuals = [undefined, 'a', 'x', [], ['a'], ['a', 'x'], ['x', 'y']];
  expect(actuals.map((actual) => met(operator, actual))).toEqual(expected);
});

test.each<[ContextValue | undefined, boolean]>([
  [undefined, true],
  [[], true],
  ['', false],
  ['a', false],
  [['a'], false],
])('Null of %j: %s', (actual, isNull) => {
  expect(met('Null', actual, 'true')).toBe(isNull);
  expect(met('Null', actual, 'false')).toBe(!isNull);
});

test('to the set operators the empty string is no value', () => {
  expect(met('ForAllValues:StringEquals', '')).toBe(true);
  expect(met('ForAnyValue:StringEquals', '', [''])).toBe(false);
});

test.each(['StringEquals', 'StringNotEqualsIfExists', 'ForAllValues:StringLike', 'Null'])(
  '%s of a value that is not known is open, and says on which key',
  (operator) => {
    expect(met(operator, UNKNOWN, 'true')).toEqual({ on: ['k'] });
  },
);

test('one value that matches settles it, though another turns on an unknown variable', () => {
  const test = compileCondition(condition('StringEquals', 'k', ['${u}', 'a']), '2012-10-17').test;
  expect(test(context({ u: UNKNOWN, k: 'a' }))).toBe(true);
  expect(test(context({ u: UNKNOWN, k: 'x' }))).toEqual({ on: ['u'] });
  expect(test(context({ k: 'x' }))).toBe(false);
});

test('a variable without a value matches nothing, so a negated operator is met', () => {
  expect(met('StringNotEquals', 'x', '${absent}')).toBe(true);
  expect(met('StringLike', 'x', '*${absent}*')).toBe(false);
});

test('version 2008-10-17 reads variables as plain text', () => {
  const { test } = compileCondition(condition('StringEquals', 'k', '${aws:username}'), '2008-10-17');
  expect(test(context({ k: '${aws:username}' }))).toBe(true);
});
