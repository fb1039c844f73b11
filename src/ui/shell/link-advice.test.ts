// The bounds between short, medium and long links.
import { expect, test } from 'vitest';
import { linkAdvice } from './link-advice.ts';

test.each([
  [1, false, 'Short'],
  [2000, false, 'Short'],
  [2001, false, 'Medium'],
  [8000, false, 'Medium'],
  [8001, false, 'Long'],
  [8001, true, 'Too long'],
])('%i characters, too long: %s → %s', (characters, tooLong, verdict) => {
  expect(linkAdvice(characters, tooLong).verdict).toBe(verdict);
});
