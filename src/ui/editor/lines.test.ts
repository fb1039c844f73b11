// Tests for lines: offsets to line numbers, and sets of lines in words.
import { expect, test } from 'vitest';
import { lineAt, lineStarts, linesInWords, type LineRange } from './lines.ts';

test.each([
  ['', 0, 1],
  ['one', 3, 1],
  ['one\ntwo', 3, 1],
  ['one\ntwo', 4, 2],
  ['one\n\nthree', 4, 2],
  ['one\n\nthree', 5, 3],
  ['one\n', 4, 2],
])('in %j, offset %i stands on line %i', (text, offset, line) => {
  expect(lineAt(lineStarts(text), offset)).toBe(line);
});

test.each<[readonly LineRange[], string]>([
  [[], ''],
  [[[29, 29]], 'Line 29'],
  [[[4, 9]], 'Lines 4–9'],
  [
    [
      [332, 332],
      [334, 334],
      [333, 333],
    ],
    'Lines 332–334',
  ],
  [
    [
      [5, 5],
      [9, 12],
    ],
    'Lines 5 and 9–12',
  ],
  [
    [
      [9, 12],
      [5, 5],
      [20, 20],
      [10, 11],
    ],
    'Lines 5, 9–12 and 20',
  ],
  [
    [
      [1, 1],
      [3, 3],
      [5, 5],
      [7, 7],
      [9, 9],
    ],
    'Lines 1, 3, 5 and 2 more',
  ],
])('%j is said as %j', (ranges, words) => {
  expect(linesInWords(ranges)).toBe(words);
});
