// Tests for once: the second click of a double click asks for nothing.
import { expect, test, vi } from 'vitest';
import { once } from './once.ts';

test.each([
  ['the keyboard', [0], 1],
  ['a click', [1], 1],
  ['a double click', [1, 2], 1],
  ['a triple click', [1, 2, 3], 1],
  ['two clicks apart', [1, 1], 2],
])('%s', (_, details, times) => {
  const act = vi.fn();
  const click = once(act);
  for (const detail of details) click({ detail } as MouseEvent);
  expect(act).toHaveBeenCalledTimes(times);
});
