// Tests for indexes: the answer is that of a walk over the whole table, whatever became of the table in between.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexBy } from './index-by.ts';
import { EMPTY, entriesOf, namesOf, tableOf, withoutValue, withValue, type Table } from './table.ts';

interface Value {
  readonly keys: readonly string[];
}

const key = fc.constantFrom('a', 'b', 'A', 'constructor', '__proto__');
const step = fc.record({
  name: fc.integer({ min: 0, max: 50 }).map((at) => `n${at}`),
  keys: fc.option(fc.array(key, { maxLength: 3 })),
  /** Which of two tables it is for. */
  second: fc.boolean(),
});

const walk = (table: Table<Value>, wanted: string): string[] =>
  entriesOf(table)
    .filter(([, { keys }]) => keys.includes(wanted))
    .map(([name]) => name)
    .sort();

test('an index answers as a walk does', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), key, (steps, wanted) => {
      const named = indexBy((value: Value) => value.keys);
      const tables: [Table<Value>, Table<Value>] = [EMPTY, EMPTY];
      for (const { name, keys, second } of steps) {
        const at = second ? 1 : 0;
        tables[at] = keys === null ? withoutValue(tables[at], name) : withValue(tables[at], name, { keys });
        expect(namesOf(named(tables[at], wanted)).sort()).toEqual(walk(tables[at], wanted));
      }
    }),
  ));

test('only what has changed is looked at', () => {
  let asked = 0;
  const named = indexBy(({ keys }: Value) => {
    asked++;
    return keys;
  });
  const table = tableOf(
    Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`n${at}`, { keys: [`k${at % 7}`] }])),
  );
  const other = tableOf({ x: { keys: ['k1'] } });
  named(table, 'k1');
  named(other, 'k1');
  asked = 0;
  expect(namesOf(named(withValue(table, 'n1', { keys: ['k2'] }), 'k1'))).not.toContain('n1');
  expect(asked).toBeLessThan(5);
});
