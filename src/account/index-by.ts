// indexBy: finds the values of a table by something else than their name, at the price of what has changed since.
import { followed } from './followed.ts';
import { EMPTY, isEmpty, lookup, withoutValue, withValue, type Table } from './table.ts';

/** Names of values, by key. */
type Index = Table<Table<true>>;

/**
 * A question after the names of all values that have a key.
 * @param keysOf All keys of a value; none is a good answer.
 */
export function indexBy<Value>(
  keysOf: (value: Value) => readonly string[],
): (table: Table<Value>, key: string) => Table<true> {
  const indexOf = followed<Value, Index>(EMPTY, (index, name, before, after) => {
    const old = before === undefined ? [] : keysOf(before);
    const now = after === undefined ? [] : keysOf(after);
    let changed = index;
    for (const key of old) if (!now.includes(key)) changed = without(changed, key, name);
    for (const key of now) changed = withName(changed, key, name);
    return changed;
  });
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
