// The drawing of the session machine: everything within the picture, and the step that was taken among its lines.
import { describe, expect, test } from 'vitest';
import { BOX, drawingOf, STATES } from './drawing.ts';

const steps = STATES.flatMap((from) => STATES.map((to) => ({ from, to })));

describe.each([280, 667, 668, 900])('at a width of %i', (width) => {
  test('states and lines stand within it', () => {
    for (const taken of [null, ...steps]) {
      const drawing = drawingOf(width, taken);
      expect(drawing.width).toBeLessThanOrEqual(width);
      for (const { x, y } of drawing.boxes) {
        expect(x).toBeGreaterThanOrEqual(BOX.width / 2);
        expect(x).toBeLessThanOrEqual(drawing.width - BOX.width / 2);
        expect(y).toBeLessThanOrEqual(drawing.height - BOX.height / 2);
      }
      for (const { path } of drawing.lines) {
        const numbers = [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
        const most = numbers.map((_, at) => (at % 2 === 0 ? drawing.width : drawing.height));
        numbers.forEach((number, at) => {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(most[at] ?? 0);
        });
      }
    }
  });

  test.each(steps)('the step from $from to $to is drawn once, as taken', (taken) => {
    const { lines } = drawingOf(width, taken);
    expect(lines.filter((line) => line.taken)).toEqual([expect.objectContaining(taken)]);
    expect(new Set(lines.map(({ path }) => path)).size).toBe(lines.length);
  });
});

test('before anything was done, no line is taken', () => {
  expect(drawingOf(900, null).lines.some(({ taken }) => taken)).toBe(false);
});
