// indexBy: finds the values of a table by something else than their name, at the price of what has changed since.
import { EMPTY, entriesOf, isEmpty, lookup, recordOf, withoutValue, withValue, type Table } from './table.ts';

/** Names of values, by key. */
type Index = Table<Table<true>>;

interface Known<Value> {
  readonly table: Table<Value>;
  readonly index: Index;
}

/** How many tables are remembered to go on from: one for each account of a world, and some of the past. */
const REMEMBERED = 8;

/**
 * A question after the names of all values that have a key. The answer for a table is made from the answer for the table
 * most like it: tables share what has not changed, so only the rest is looked at.
 * @param keysOf All keys of a value; none is a good answer.
 */
export function indexBy<Value>(
  keysOf: (value: Value) => readonly string[],
): (table: Table<Value>, key: string) => Table<true> {
  const answers = new WeakMap<Table<Value>, Index>();
  let recent: Known<Value>[] = [];

  function indexOf(table: Table<Value>): Index {
    const known = answers.get(table);
    if (known) return known;
    const from = nearest(recent, table);
    let index = from.index;
    for (const [name, before, after] of differences(from.table, table)) {
      const old = before === undefined ? [] : keysOf(before);
      const now = after === undefined ? [] : keysOf(after);
      for (const key of old) if (!now.includes(key)) index = without(index, key, name);
      for (const key of now) index = withName(index, key, name);
    }
    answers.set(table, index);
    recent = [{ table, index }, ...recent.filter((one) => one !== from)].slice(0, REMEMBERED);
    return index;
  }

  return (table, key) => lookup(indexOf(table), key) ?? EMPTY;
}

function withName(index: Index, key: string, name: string): Index {
  const names = lookup(index, key) ?? EMPTY;
  return lookup(names, name) ? index : withValue(index, key, withValue<true>(names, name, true));
}

function without(index: Index, key: string, name: string): Index {
  const names = withoutValue(lookup(index, key) ?? EMPTY, name);
  return isEmpty(names) ? withoutValue(index, key) : withValue(index, key, names);
}

/** The remembered table that shares most with another; the empty one when none shares anything. */
function nearest<Value>(recent: readonly Known<Value>[], table: Table<Value>): Known<Value> {
  let best: Known<Value> = { table: EMPTY, index: EMPTY };
  let most = 0;
  for (const one of recent) {
    const shared = sharedWith(one.table, table);
    if (shared > most) [best, most] = [one, shared];
  }
  return best;
}

function sharedWith<Value>(one: Table<Value>, other: Table<Value>): number {
  if ('branch' in one && 'branch' in other)
    return one.branch.filter((child, at) => child === other.branch[at]).length;
  // Leaves are small: any of them does to begin with.
  return 'leaf' in one && 'leaf' in other ? 1 : 0;
}

/** What is not the same in two tables: name, value before, value after. */
function* differences<Value>(
  before: Table<Value>,
  after: Table<Value>,
): Generator<readonly [string, Value | undefined, Value | undefined]> {
  if (before === after) return;
  if ('branch' in before && 'branch' in after) {
    for (const [at, child] of after.branch.entries()) yield* differences(before.branch[at] ?? EMPTY, child);
    return;
  }
  const old = recordOf(before);
  const now = recordOf(after);
  for (const [name, value] of Object.entries(old)) {
    const other = Object.hasOwn(now, name) ? now[name] : undefined;
    if (other !== value) yield [name, value, other];
  }
  for (const [name, value] of entriesOf(after)) if (!Object.hasOwn(old, name)) yield [name, undefined, value];
}
