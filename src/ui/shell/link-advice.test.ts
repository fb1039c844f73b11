// The bounds between short, medium and long links.
import { expect, test } from 'vitest';
import { isOnlyHere, linkAdvice } from './link-advice.ts';

test.each([
  [1, false, 'Short'],
  [2000, false, 'Short'],
  [2001, false, 'Medium'],
  [8000, false, 'Medium'],
  [8001, false, 'Long'],
  [65_536, false, 'Long'],
  [65_537, false, 'Very long'],
  [8001, true, 'Too long'],
])('%i characters, too long: %s → %s', (characters, tooLong, verdict) => {
  expect(linkAdvice(characters, tooLong).verdict).toBe(verdict);
});

test.each([
  ['http://localhost:4173/#share=1.x', true],
  ['http://127.0.0.1:4173/#share=1.x', true],
  ['https://rolecall.example/course/#share=1.x', false],
])('%s opens only here: %s', (url, only) => expect(isOnlyHere(url)).toBe(only));
