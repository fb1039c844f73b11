// How far the clock is ahead, in words.
import { expect, test } from 'vitest';
import { aheadInWords, CLOCK_STEPS } from './clock-steps.ts';

test.each([
  [0, ''],
  [20, '20 s'],
  [80, '1 min'],
  [900, '15 min'],
  [3600, '1 h'],
  [90 * 86_400 + 3600 + 900, '90 d 1 h 15 min'],
])('%i seconds are %j', (seconds, words) => expect(aheadInWords(seconds)).toBe(words));

test('all steps go forward, by whole seconds, ever further', () => {
  const steps = CLOCK_STEPS.map(({ seconds }) => seconds);
  expect(steps.every(Number.isSafeInteger)).toBe(true);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
});
