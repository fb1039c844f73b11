// Tests for the room below the line that is written.
import { expect, test } from 'vitest';
import { roomBelow } from './list-room.ts';

const window = { from: 60, to: 760, list: 280 };

test.each([
  ['there is room', 300, 320, 0],
  ['the list would reach a little too far', 500, 520, 40],
  ['the line is the last in sight', 740, 760, 280],
  ['the line is broken into many, and no room is left above it', 200, 740, 0],
])('%s', (_, top, bottom, by) => expect(roomBelow({ ...window, top, bottom })).toBe(by));

test('a low window is left alone', () => {
  expect(roomBelow({ top: 200, bottom: 220, from: 60, to: 400, list: 280 })).toBe(0);
});
