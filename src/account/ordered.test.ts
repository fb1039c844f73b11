// Tests for orders: a stretch is that of the sorted whole, whatever became of the table in between.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderedBy, PART } from './ordered.ts';
import { compareNames } from './record.ts';
import { EMPTY, tableOf, valuesOf, withoutValue, withValue, type Table } from './table.ts';

interface Value {
  readonly name: string;
  readonly groups: readonly string[];
}

const keysOf = ({ name, groups }: Value): string[] => groups.map((group) => `${group}${PART}${name}`);
const group = fc.constantFrom('a', 'ab', 'b', 'B', '__proto__');
const step = fc.record({
  name: fc.integer({ min: 0, max: 60 }).map((at) => `n${at}`),
  groups: fc.option(fc.uniqueArray(group, { maxLength: 3 })),
});

const keysIn = (table: Table<Value>, prefix: string): string[] =>
  valuesOf(table)
    .flatMap(keysOf)
    .filter((key) => key.startsWith(prefix))
    .sort(compareNames);

const walk = (table: Table<Value>, prefix: string): string[] =>
  keysIn(table, prefix).map((key) => key.slice(key.indexOf(PART) + 1));

test('any stretch of an order is that of a walk', () =>
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 120 }),
      fc.constantFrom('', 'a', `a${PART}`, `a${PART}n1`, 'z'),
      fc.nat(70),
      fc.nat(70),
      (steps, prefix, start, count) => {
        const inOrder = orderedBy(keysOf);
        let table: Table<Value> = EMPTY;
        for (const { name, groups } of steps) {
          table = groups === null ? withoutValue(table, name) : withValue(table, name, { name, groups });
          const whole = walk(table, prefix);
          const found = inOrder(table, prefix);
          expect(found.length).toBe(whole.length);
          const stretch = found.slice(start, start + count).map(({ name: each }) => each);
          expect(stretch).toEqual(whole.slice(start, start + count));
          const rest = `${PART}n3`;
          const keys = keysIn(table, prefix);
          expect(found.upTo(rest)).toBe(keys.filter((key) => compareNames(key, prefix + rest) <= 0).length);
        }
      },
    ),
  ));

test('only what has changed is looked at, and what is shown', () => {
  let asked = 0;
  const inOrder = orderedBy((value: Value) => {
    asked++;
    return keysOf(value);
  });
  const table = tableOf(
    Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`n${at}`, { name: `n${at}`, groups: [`g${at % 7}`] }]),
    ),
  );
  expect(inOrder(table).slice(0, 2)).toEqual([
    { name: 'n0', groups: ['g0'] },
    { name: 'n1001', groups: ['g0'] },
  ]);
  asked = 0;
  const other = inOrder(withValue(table, 'n0', { name: 'n0', groups: ['z'] }));
  expect(other.slice(2999, 3000)).toEqual([{ name: 'n0', groups: ['z'] }]);
  expect(asked).toBeLessThan(5);
});
