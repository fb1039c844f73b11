// Tests for mark notes: one sentence is said once, with all its lines.
import { expect, test } from 'vitest';
import { markNotes } from './mark-notes.ts';
import type { Mark } from './marks.ts';

const TEXT = 'aaa\nbbb\nccc\nddd\n';
const mark = (from: number, to: number, note: string, tone: Mark['tone'] = 'implicit'): Mark => ({
  from,
  to,
  note,
  tone,
});

test('marks with the same sentence are one note, at the first of them', () => {
  const marks = [mark(8, 9, 'Too short.'), mark(4, 6, 'Too short.'), mark(0, 1, 'Other.')];
  expect(markNotes(TEXT, marks)).toEqual([
    { note: 'Other.', tone: 'implicit', lines: 'Line 1', from: 0 },
    { note: 'Too short.', tone: 'implicit', lines: 'Lines 2–3', from: 4 },
  ]);
});

test('a mark over several lines names them all, and another tone is another note', () => {
  const marks = [mark(0, 10, 'It matched.', 'allow'), mark(12, 14, 'It matched.', 'explicit')];
  expect(markNotes(TEXT, marks).map(({ tone, lines }) => [tone, lines])).toEqual([
    ['allow', 'Lines 1–3'],
    ['explicit', 'Line 4'],
  ]);
});

test('what lies outside the text says nothing', () => {
  expect(markNotes(TEXT, [mark(90, 95, 'Gone.'), mark(3, 3, 'Empty.')])).toEqual([]);
  expect(markNotes('', [mark(0, 4, 'Gone.')])).toEqual([]);
});
