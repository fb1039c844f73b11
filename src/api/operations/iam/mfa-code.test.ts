// Tests for MFA codes, with the values of RFC 6238 cut to six digits.
import { expect, test } from 'vitest';
import { addSeconds, instantOf } from '../../../aws/instant.ts';
import { areConsecutive, codeOf, isCodeOf, secondsToNextCode } from './mfa-code.ts';

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

test('two codes follow one another in their own order only', () => {
  // 081804 is the code of step 37037036, 050471 that of the next.
  const now = instantOf(1_111_111_111_000);
  expect(areConsecutive(SEED, '081804', '050471', now)).toBe(true);
  expect(areConsecutive(SEED, '050471', '081804', now)).toBe(false);
  expect(areConsecutive(SEED, '081804', '081804', now)).toBe(false);
});

test.each([
  [0, 30],
  [1, 29],
  [29, 1],
  [30, 30],
])('at second %i the next code is %i s away', (second, left) => {
  expect(secondsToNextCode(instantOf(second * 1000 + 999))).toBe(left);
});
