// Where a message is put.
import { expect, test } from 'vitest';
import { clearPlace, type Box } from './clear-place.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });
const BOXES = { foot: box(0, 90, 50, 100), head: box(0, 0, 50, 10) };
const place = (...keepClear: Box[]) => clearPlace(['foot', 'head'], (name) => BOXES[name], keepClear);

test.each([
  ['nothing is in the way', [], 'foot'],
  ['the first place is taken', [box(40, 95, 60, 120)], 'head'],
  ['something only touches its edge', [box(50, 90, 60, 100), box(0, 80, 50, 90)], 'foot'],
  ['both are taken', [box(0, 0, 100, 100)], 'foot'],
  ['each is taken by something else', [BOXES.foot, BOXES.head], 'foot'],
] as const)('%s', (_name, keepClear, expected) => expect(place(...keepClear)).toBe(expected));
