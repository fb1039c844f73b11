// Tests for codes of MFA devices, with the values of RFC 6238 (SHA-1, cut to six digits).
import { expect, test } from 'vitest';
import { isCodeOf } from './mfa-code.ts';

/** `12345678901234567890` in base32. */
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  ['1970-01-01T00:00:59Z', '287082', 1],
  ['2005-03-18T01:58:29Z', '081804', 37037036],
  ['2009-02-13T23:31:30Z', '005924', 41152263],
])('at %s the code is %s', (now, code, step) => expect(isCodeOf(SEED, code, now)).toBe(step));

test('the clock of the device may be one step off, and no more', () => {
  expect(isCodeOf(SEED, '005924', '2009-02-13T23:31:00Z')).toBe(41152263);
  expect(isCodeOf(SEED, '005924', '2009-02-13T23:32:29Z')).toBe(41152263);
  expect(isCodeOf(SEED, '005924', '2009-02-13T23:32:30Z')).toBeNull();
  expect(isCodeOf(SEED, '005924', '2009-02-13T23:30:59Z')).toBeNull();
});

test.each(['000000', '5924', '', 'abcdef'])('%j is no code', (code) =>
  expect(isCodeOf(SEED, code, '2009-02-13T23:31:30Z')).toBeNull(),
);
