// Tests for MFA codes, with the values of RFC 6238 cut to six digits.
import { describe, expect, test } from 'vitest';
import { addSeconds, instantOf } from '../../../aws/instant.ts';
import { clockShown, codeOf, isCodeOf, secondsToNextCode, stepOf } from './mfa-code.ts';

/** Base32 of `12345678901234567890`. */
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [1_234_567_890, '005924', 41_152_263],
  [2_000_000_000, '279037', 66_666_666],
])('at second %i the code is %s', (second, code, step) => {
  const now = instantOf(second * 1000);
  expect(codeOf(SEED, now)).toBe(code);
  expect(stepOf(now)).toBe(step);
  expect(isCodeOf(SEED, code, now)).toBe(step);
  // One step to either side is forgiven, two are not; the step is that of the code.
  expect(isCodeOf(SEED, code, addSeconds(now, 30))).toBe(step);
  expect(isCodeOf(SEED, code, addSeconds(now, -30))).toBe(step);
  expect(isCodeOf(SEED, code, addSeconds(now, 60))).toBeNull();
  expect(isCodeOf(SEED, code, addSeconds(now, -60))).toBeNull();
});

test('other codes are of no step', () => {
  const now = instantOf(59_000);
  expect(isCodeOf(SEED, '287083', now)).toBeNull();
  expect(isCodeOf(SEED, '28708', now)).toBeNull();
  expect(isCodeOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR', '287082', now)).toBeNull();
});

test('a clock that is known to be off is allowed for, with a step to either side', () => {
  const now = instantOf(1_111_111_111_000);
  const shownIn = (steps: number): string => codeOf(SEED, addSeconds(now, steps * 30));
  const ahead = (steps: number) => ({ steps, used: [] });
  expect(isCodeOf(SEED, shownIn(20), now)).toBeNull();
  expect(
    [18, 19, 20, 21, 22].map((steps) => isCodeOf(SEED, shownIn(steps), now, ahead(20)) !== null),
  ).toEqual([false, true, true, true, false]);
  expect(isCodeOf(SEED, shownIn(0), now, ahead(20))).toBeNull();
  expect(isCodeOf(SEED, shownIn(-20), now, ahead(-20))).not.toBeNull();
});

test('a code that was taken is of no use again; those beside it are', () => {
  const now = instantOf(59_000);
  const taken = (steps: number, used: readonly number[]) =>
    isCodeOf(SEED, codeOf(SEED, addSeconds(now, steps * 30)), now, { steps: 0, used });
  expect([-1, 0, 1].map((steps) => taken(steps, []))).toEqual([0, 1, 2]);
  expect([-1, 0, 1].map((steps) => taken(steps, [1]))).toEqual([0, null, 2]);
  expect([-1, 0, 1].map((steps) => taken(steps, [0, 2]))).toEqual([null, 1, null]);
});

describe('the clock that two codes in a row show', () => {
  // 081804 is the code of step 37037036, 050471 that of the next.
  const now = instantOf(1_111_111_111_000);
  const shown = (first: string, second: string, later = 0) =>
    clockShown(SEED, first, second, addSeconds(now, later));

  test('only in their own order', () => {
    expect(shown('081804', '050471')).toEqual({ steps: 0, used: [37_037_036, 37_037_037] });
    expect(shown('050471', '081804')).toBeNull();
    expect(shown('081804', '081804')).toBeNull();
    expect(shown('08180', '050471')).toBeNull();
  });

  test('neither of them may have been taken before', () => {
    const after = (...used: number[]) => clockShown(SEED, '081804', '050471', now, { steps: 0, used });
    expect(after(37_037_035, 37_037_038)).not.toBeNull();
    expect(after(37_037_036)).toBeNull();
    expect(after(37_037_037)).toBeNull();
  });

  test.each([
    [30, 0],
    [-30, 0],
    [60, -2],
    [-60, 2],
    [600, -20],
    [-600, 20],
    [3600, -120],
    [-3600, 120],
    [3630, null],
    [-3630, null],
  ])('%i s later it is off by so many steps: %j', (later, steps) => {
    expect(shown('081804', '050471', later)?.steps ?? null).toBe(steps);
  });
});

test.each([
  [0, 30],
  [1, 29],
  [29, 1],
  [30, 30],
])('at second %i the next code is %i s away', (second, left) => {
  expect(secondsToNextCode(instantOf(second * 1000 + 999))).toBe(left);
});
