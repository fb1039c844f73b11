// Codes for one use, as the phone tells them.
import { expect, test } from 'vitest';
import { instantOf } from '../../aws/instant.ts';
import { isUsed, secondsToFreshCode } from './fresh-code.ts';

/** Step 3 since 1970, ten seconds into it. */
const NOW = instantOf(100_000);
const device = (used: readonly number[], ahead = 0) => ({ used, ahead });

test.each([
  [device([]), false],
  [device([3]), true],
  [device([2, 4]), false],
  [device([23], 600), true],
  [device([3], 600), false],
])('the code that %j shows was taken: %s', (one, used) => expect(isUsed(one, NOW)).toBe(used));

test.each([
  ['one that was not taken', [device([])], 20],
  ['one whose next was not', [device([3])], 20],
  ['one whose next was', [device([3, 4])], 50],
  ['one with more of them', [device([4, 5, 6])], 110],
  ['two that take turns', [device([4]), device([5])], 80],
  ['a clock that is off', [device([24], 600)], 50],
  ['none', [], 20],
])('%s: so many seconds to a fresh code', (_what, devices, seconds) =>
  expect(secondsToFreshCode(devices, NOW)).toBe(seconds),
);
