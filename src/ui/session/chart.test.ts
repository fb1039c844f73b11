// The chart of a machine: every state and every way once, nothing upon anything else, and lines that never mislead.
import { describe, expect, test } from 'vitest';
import { SIGN_IN_TRANSITIONS } from '../../session/sign-in-transitions.ts';
import { chartOf, type Box, type Line } from './chart.ts';
import type { Group, Way } from './chart-columns.ts';
import { SIGN_IN_GROUPS } from './sign-in-words.ts';

const keyOf = ({ from, to, event, refused }: Way): string => [from, to, event, refused].join(' ');

interface Piece {
  readonly row: string;
  readonly to: string;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const piecesOf = ({ from, to, event, refused, points }: Line): readonly Piece[] =>
  points.slice(1).flatMap(([x, y], at) => {
    const [beforeX, beforeY] = points[at] ?? [x, y];
    const piece: Piece = {
      row: [from, event, refused].join(' '),
      to,
      x: [Math.min(x, beforeX), Math.max(x, beforeX)],
      y: [Math.min(y, beforeY), Math.max(y, beforeY)],
    };
    return piece.x[0] === piece.x[1] && piece.y[0] === piece.y[1] ? [] : [piece];
  });

const meets = (one: readonly [number, number], other: readonly [number, number]): boolean =>
  one[0] < other[1] && other[0] < one[1];

/** Both upright, or both level, and over some length upon one another. */
const runsAlong = (one: Piece, other: Piece): boolean =>
  (one.x[0] === one.x[1] && other.x[0] === other.x[1] && one.x[0] === other.x[0] && meets(one.y, other.y)) ||
  (one.y[0] === one.y[1] && other.y[0] === other.y[1] && one.y[0] === other.y[0] && meets(one.x, other.x));

const crosses = ({ x, y }: Piece, box: Box): boolean =>
  x[0] < box.x + box.width && box.x < x[1] + 0.1 && x[1] > box.x && y[0] < box.y + box.height && box.y < y[1];

describe.each([280, 311, 480, 700, 1000, 1400])('the sign-in machine at a width of %i', (width) => {
  const chart = chartOf(width, SIGN_IN_GROUPS, SIGN_IN_TRANSITIONS);

  test('every state and every way is there, once', () => {
    const states = new Set(SIGN_IN_TRANSITIONS.flatMap(({ from, to }) => [from, to]));
    expect(chart.boxes.map(({ state }) => state).toSorted()).toEqual([...states].toSorted());
    const stays = chart.boxes.flatMap(({ state, rows }) =>
      rows.filter((row) => row.stays).map((row): Way => ({ ...row, from: state, to: state })),
    );
    expect([...chart.lines, ...stays].map(keyOf).toSorted()).toEqual(
      SIGN_IN_TRANSITIONS.map(keyOf).toSorted(),
    );
  });

  test('no two states stand upon one another, and all is within the picture', () => {
    for (const [at, one] of chart.boxes.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(chart.width);
      expect(one.y + one.height).toBeLessThanOrEqual(chart.height);
      for (const other of chart.boxes.slice(at + 1))
        expect(
          meets([one.x, one.x + one.width], [other.x, other.x + other.width]) &&
            meets([one.y, one.y + one.height], [other.y, other.y + other.height]),
          `${one.state} and ${other.state}`,
        ).toBe(false);
    }
    for (const [x, y] of chart.lines.flatMap(({ points }) => points)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(chart.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(chart.height);
    }
    if (width >= 311) expect(chart.width).toBeLessThanOrEqual(width);
  });

  test('a line begins beside its row, ends at its state, and passes through none', () => {
    for (const line of chart.lines) {
      const from = chart.boxes.find(({ state }) => state === line.from);
      const to = chart.boxes.find(({ state }) => state === line.to);
      const row = from?.rows.find(({ event, refused }) => event === line.event && refused === line.refused);
      const [startX, startY] = line.points[0] ?? [];
      const [endX, endY] = line.points.at(-1) ?? [];
      expect(startY).toBe(row?.y);
      expect([from?.x, (from?.x ?? 0) + (from?.width ?? 0)]).toContain(startX);
      expect(endY).toBe((to?.y ?? 0) + 12);
      expect([to?.x, (to?.x ?? 0) + (to?.width ?? 0)]).toContain(endX);
      for (const piece of piecesOf(line))
        for (const box of chart.boxes)
          expect(crosses(piece, box), `${keyOf(line)} through ${box.state}`).toBe(false);
    }
  });

  test('lines run along one another only from the same row or to the same state', () => {
    const pieces = chart.lines.flatMap(piecesOf);
    for (const [at, one] of pieces.entries())
      for (const other of pieces.slice(at + 1))
        if (one.to !== other.to && one.row !== other.row)
          expect(runsAlong(one, other), `to ${one.to} and to ${other.to}`).toBe(false);
  });
});

const ROW: readonly Group[] = ['one', 'two', 'three'].map((state) => ({ title: '', states: [state] }));
const ways: readonly Way[] = [
  { from: 'one', to: 'two', event: 'go', refused: null },
  { from: 'two', to: 'two', event: 'go', refused: 'isRight' },
  { from: 'two', to: 'three', event: 'go', refused: null },
  { from: 'three', to: 'one', event: 'go back', refused: null },
];

test('states stand in a row where there is width for it, otherwise below one another', () => {
  expect(new Set(chartOf(900, ROW, ways).boxes.map(({ y }) => y)).size).toBe(1);
  expect(new Set(chartOf(311, ROW, ways).boxes.map(({ x }) => x)).size).toBe(1);
});

test('a guard that refuses stands below its event', () => {
  const [, two] = chartOf(900, ROW, ways).boxes;
  expect(two?.rows).toMatchObject([
    { event: 'go', refused: null, stays: false },
    { event: 'go', refused: 'isRight', stays: true },
  ]);
});

test('a new way of the machine changes the picture', () => {
  const more = [...ways, { from: 'one', to: 'three', event: 'jump', refused: null }];
  expect(chartOf(900, ROW, more).lines).toHaveLength(4);
  expect(chartOf(900, ROW, ways).lines).toHaveLength(3);
});
