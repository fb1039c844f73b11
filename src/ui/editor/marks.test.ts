// Tests for drawing marks: lines, tones, order and spans that do not fit the text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawMarks, moveMarks, type Mark, type Tone } from './marks.ts';

const mark = (from: number, to: number, tone: Tone = 'implicit', note = 'why'): Mark => ({
  from,
  to,
  tone,
  note,
});

describe('drawMarks', () => {
  const text = 'ab\ncd\n\nef';
  test.each([
    ['start of the text', mark(0, 2), 1, 0],
    ['end of the first line', mark(1, 2), 1, 0],
    ['start of the second line', mark(3, 5), 2, 3],
    ['the line break itself belongs to the line it ends', mark(1, 3), 1, 0],
    ['after an empty line', mark(7, 9), 4, 7],
  ])('%s', (_name, given, line, from) => {
    expect(drawMarks(text, [given])).toEqual({
      lines: [{ line, from, tone: 'implicit', notes: ['why'] }],
      stretches: [{ ...given, underlined: true }],
    });
  });

  test('a line takes the gravest tone and says each note once', () => {
    const { lines } = drawMarks('one line', [
      mark(4, 8, 'explicit', 'b'),
      mark(0, 3, 'allow', 'a'),
      mark(4, 6, 'neutral', 'b'),
    ]);
    expect(lines).toEqual([{ line: 1, from: 0, tone: 'explicit', notes: ['a', 'b'] }]);
  });

  test('a mark over several lines washes them all, is noted on the first and not underlined', () => {
    const drawn = drawMarks(text, [mark(1, 9)]);
    expect(drawn.lines.map((l) => [l.line, l.from, l.notes])).toEqual([
      [1, 0, ['why']],
      [2, 3, []],
      [3, 6, []],
      [4, 7, []],
    ]);
    expect(drawn.stretches).toEqual([{ ...mark(1, 9), underlined: false }]);
  });

  test('spans are cut to the text, and empty ones are left out', () => {
    expect(drawMarks('abc', [mark(-5, 1), mark(2, 99), mark(1, 1), mark(50, 60)]).stretches).toMatchObject([
      mark(0, 1),
      mark(2, 3),
    ]);
  });

  test('law: each line is listed once, in order, and starts where the text says', () => {
    const marks = fc.array(
      fc.record({
        from: fc.nat(60),
        to: fc.nat(60),
        tone: fc.constantFrom<Tone>('allow', 'implicit', 'explicit', 'neutral'),
        note: fc.string({ maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n'), { maxLength: 50 }).map((cs) => cs.join('')),
        marks,
        (given, ms) => {
          const { lines } = drawMarks(given, ms);
          const starts = given
            .split('\n')
            .reduce<number[]>((all, l) => [...all, (all.at(-1) ?? 0) + l.length + 1], [0]);
          expect(lines.map((l) => l.line)).toEqual(
            [...new Set(lines.map((l) => l.line))].sort((a, b) => a - b),
          );
          for (const l of lines) expect(l.from).toBe(starts[l.line - 1]);
        },
      ),
    );
  });
});

test('moveMarks follows an insertion and drops what was deleted', () => {
  const insertAt3 = (offset: number) => (offset >= 3 ? offset + 2 : offset);
  expect(moveMarks([mark(0, 2), mark(4, 6)], insertAt3)).toEqual([mark(0, 2), mark(6, 8)]);
  expect(moveMarks([mark(4, 6)], () => 4)).toEqual([]);
});
