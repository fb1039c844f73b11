// Tests for the stretch in which two texts differ.
import { expect, test } from 'vitest';
import { difference } from './difference.ts';

test.each([
  ['abc', 'abc', 3, 3, ''],
  ['', 'abc', 0, 0, 'abc'],
  ['abc', '', 0, 3, ''],
  ['a1c', 'a22c', 1, 2, '22'],
  ['aaa', 'aa', 2, 3, ''],
  ['aa', 'aaa', 2, 2, 'a'],
])('from %j to %j', (before, after, from, to, insert) => {
  expect(difference(before, after)).toEqual({ from, to, insert });
  expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
});
