// Instants in words.
import { expect, test } from 'vitest';
import { inWords, isoOf } from './when.ts';

/** Local time on purpose: what is shown follows the reader's zone. */
const moment = new Date(2026, 10, 22, 9, 4, 5).getTime();

test.each([
  ['short', '22 Nov 09:04'],
  ['exact', '22 Nov 09:04:05'],
  ['day', '22 Nov 2026'],
  ['long', '22 Nov 2026 09:04:05'],
] as const)('%s', (style, words) => expect(inWords(moment, style)).toBe(words));

test('midnight is 00, not 24', () => {
  expect(inWords(new Date(2026, 0, 1, 0, 0).getTime(), 'short')).toBe('1 Jan 00:00');
});

test('the same moment, given as text or as milliseconds', () => {
  expect(inWords('2026-11-22T10:14:05Z', 'long')).toBe(inWords(Date.parse('2026-11-22T10:14:05Z'), 'long'));
  expect(isoOf(Date.parse('2026-11-22T10:14:05Z'))).toBe('2026-11-22T10:14:05Z');
});

test('text that is no date is shown as it is', () => {
  expect(inWords('soon', 'short')).toBe('soon');
  expect(isoOf('soon')).toBeUndefined();
});
