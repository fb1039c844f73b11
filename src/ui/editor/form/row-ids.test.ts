// A row keeps its id under another name and at another place, and a new one comes last.
import { expect, test } from 'vitest';
import { RowIds } from './row-ids.ts';

test('rows follow what they show', () => {
  const ids = new RowIds();
  expect(ids.follow(['a', 'b'])).toEqual([1, 2]);
  // Renamed, at another place.
  expect(ids.follow(['b', 'c'])).toEqual([2, 1]);
  // One more before the others.
  expect(ids.follow(['d', 'b', 'c'])).toEqual([3, 2, 1]);
  expect(ids.follow(['d', 'c'])).toEqual([3, 1]);
  // Others altogether: nobody knows which is which.
  expect(ids.follow(['x', 'y'])).toEqual([4, 5]);
  expect(ids.follow([])).toEqual([]);
});
