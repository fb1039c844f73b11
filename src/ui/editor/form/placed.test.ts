// Where the list of a field opens.
import { expect, test } from 'vitest';
import { placeOf } from './placed.ts';

const field = (top: number, left = 40, width = 300) => ({ top, bottom: top + 36, left, width });
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 700 };

test.each([
  ['below, where it has room', field(100), DESK, { up: false, at: 138, left: 40, width: 460, height: 320 }],
  [
    'above, at the foot of the window',
    field(700),
    DESK,
    { up: true, at: 698, left: 40, width: 460, height: 320 },
  ],
  [
    'as wide as its field',
    field(100, 40, 600),
    DESK,
    { up: false, at: 138, left: 40, width: 600, height: 320 },
  ],
  [
    'within a narrow window',
    field(100, 100, 240),
    PHONE,
    { up: false, at: 138, left: 8, width: 359, height: 320 },
  ],
  [
    'lower, where little room is',
    field(450),
    DESK,
    { up: false, at: 488, left: 40, width: 460, height: 304 },
  ],
])('a list opens %s', (_, box, window, expected) => {
  expect(placeOf(box, window)).toEqual(expected);
});
