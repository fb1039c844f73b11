// Three-valued logic: its truth table.
import { expect, test } from 'vitest';
import { everyOf, not, someOf, type Truth } from './truth.ts';

const U: Truth = { on: ['k'] };
const itself = (truth: Truth): Truth => truth;

test.each<[Truth[], Truth, Truth]>([
  [[], false, true],
  [[true, false], true, false],
  [[U, true], true, U],
  [[U, false], U, false],
  [[true, true], true, true],
  [[false, false], false, false],
  [[U, U], U, U],
])('%j: some %j, every %j', (truths, some, every) => {
  expect(someOf(truths, itself)).toEqual(some);
  expect(everyOf(truths, itself)).toEqual(every);
});

test('the keys of all that is unsettled come together', () => {
  expect(someOf([U, { on: ['j', 'k'] }], itself)).toEqual({ on: ['k', 'j'] });
});

test.each<[Truth, Truth]>([
  [true, false],
  [false, true],
  [U, U],
])('not %j: %j', (truth, expected) => {
  expect(not(truth)).toEqual(expected);
});
