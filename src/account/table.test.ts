// Tests for tables: they behave as records do, whatever their size, and share what a change does not touch.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EMPTY,
  entriesOf,
  find,
  isTable,
  leavesOf,
  lookup,
  namesOf,
  perLeaf,
  recordOf,
  sizeOf,
  summed,
  tableOf,
  valuesOf,
  withoutValue,
  withValue,
  type Table,
} from './table.ts';

const many = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`user-${at}`, at]));

type Step = { readonly name: string; readonly value: number | null };

/** Few names, so that steps meet; some that every object inherits, and one that assignment would swallow. */
const name = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((at) => `n${at}`),
  fc.constantFrom('constructor', 'toString', '__proto__', 'leaf', 'size', ''),
  fc.string({ maxLength: 4 }),
);
const steps = fc.array(fc.record({ name, value: fc.option(fc.integer()) }), { maxLength: 200 });

const take = (table: Table<number>, { name: key, value }: Step): Table<number> =>
  value === null ? withoutValue(table, key) : withValue(table, key, value);

describe('a table', () => {
  test('is a record, whatever is done to it', () =>
    fc.assert(
      fc.property(steps, (all) => {
        const expected = new Map<string, number>();
        let table: Table<number> = EMPTY;
        for (const step of all) {
          table = take(table, step);
          if (step.value === null) expected.delete(step.name);
          else expected.set(step.name, step.value);
        }
        expect(sizeOf(table)).toBe(expected.size);
        expect(new Map(entriesOf(table))).toEqual(expected);
        expect(new Set(namesOf(table))).toEqual(new Set(expected.keys()));
        expect(valuesOf(table).toSorted()).toEqual([...expected.values()].toSorted());
        for (const [key, value] of expected) expect(lookup(table, key)).toBe(value);
      }),
    ));

  test('is the same for the same values, in whatever order they came', () =>
    fc.assert(
      fc.property(steps, (all) => {
        const made = all.reduce(take, EMPTY as Table<number>);
        expect(made).toEqual(tableOf(recordOf(made)));
      }),
    ));

  test('is plain JSON', () => {
    const table = tableOf(many(200));
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    expect(isTable(table)).toBe(true);
    expect(isTable(EMPTY)).toBe(true);
    expect(isTable({ leaf: {}, other: 1 })).toBe(false);
    expect(isTable({ size: 2, root: {} })).toBe(false);
  });

  test('shares all leaves but one with the table before', () => {
    const before = tableOf(many(5000));
    const after = withValue(before, 'user-17', -1);
    const kept = new Set(leavesOf(before));
    expect(leavesOf(after).filter((leaf) => !kept.has(leaf))).toHaveLength(1);
    expect(lookup(before, 'user-17')).toBe(17);
  });

  test('is the very same when there was nothing to take away', () => {
    const table = tableOf(many(100));
    expect(withoutValue(table, 'nobody')).toBe(table);
  });

  test('finds names whatever their letter case, and looks them up only as they are', () => {
    const table = withValue(tableOf(many(300)), 'Ämira', 1);
    expect(find(table, 'äMIRA')).toBe(1);
    expect(lookup(table, 'äMIRA')).toBeUndefined();
    expect(find(table, 'nobody')).toBeUndefined();
    expect(lookup(EMPTY, 'constructor')).toBeUndefined();
    expect(find(EMPTY, 'constructor')).toBeUndefined();
  });

  test('makes of each leaf only what it has not made before', () => {
    let made = 0;
    const sums = perLeaf<number, number>((leaf) => {
      made++;
      return Object.values(leaf).reduce((sum, value) => sum + value, 0);
    });
    const total = (table: Table<number>) => sums(table).reduce((sum, one) => sum + one, 0);
    const table = tableOf(many(2000));
    expect(total(table)).toBe(1999000);
    made = 0;
    expect(total(withValue(table, 'user-0', 5))).toBe(1999005);
    expect(made).toBe(1);
  });

  test('adds up only what has changed', () => {
    let measured = 0;
    const total = summed((value: number) => {
      measured++;
      return value;
    });
    const table = tableOf(many(2000));
    expect(total(table)).toBe(1999000);
    measured = 0;
    expect(total(withValue(table, 'user-0', 5))).toBe(1999005);
    expect(measured).toBeLessThanOrEqual(16);
    expect(total(EMPTY)).toBe(0);
  });
});
