// Tests for records with names that people typed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, entry, withEntry, withoutEntry } from './record.ts';
import { sortedValues, tableOf } from './table.ts';

describe('names that every object inherits are names like any other', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s', (name) => {
    expect(entry<number>({}, name)).toBeUndefined();
    const written = withEntry<number>({}, name, 1);
    expect(entry(written, name)).toBe(1);
    expect(Object.keys(written)).toEqual([name]);
    expect(withoutEntry(written, name)).toEqual({});
    expect(Object.getPrototypeOf(written)).toBe(Object.prototype);
  });
});

test('what is not there is not taken away', () => {
  const record = { a: 1 };
  expect(withoutEntry(record, 'b')).toBe(record);
});

test('values come in the order of their keys, not of writing', () => {
  expect(sortedValues(tableOf({ b: 1, a: 2, '10': 3, '9': 4 }))).toEqual([3, 4, 2, 1]);
});

test('names are ordered by the bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareNames(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
  );
  expect(compareNames('\u{1F600}', '\uFFFD')).toBeGreaterThan(0);
});
