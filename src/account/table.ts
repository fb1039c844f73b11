// Table: many values by name as one immutable value of plain JSON; a change copies only the path to what it touches.
import { compareNames } from './record.ts';

/**
 * A trie over hashes of the names. Few values are one leaf, a plain record; more of them are sixteen tables, told apart
 * by four bits of the hash. So a table of 10,000 users is changed in a microsecond, and shares all but one leaf with the
 * table before. The same values make the same table, whatever the order in which they came.
 *
 * The hash is that of the lower-case name: names that AWS tells apart without regard to letter case are in one leaf.
 */
export type Table<Value> = Leaf<Value> | Branch<Value>;

interface Leaf<Value> {
  readonly leaf: Readonly<Record<string, Value>>;
}

interface Branch<Value> {
  readonly size: number;
  readonly branch: readonly Table<Value>[];
}

const WIDTH = 16;
const BITS = 4;
/** Values of a leaf. Below the last level leaves hold any number. */
const MOST = 16;
const LEVELS = 8;

export const EMPTY: Table<never> = { leaf: {} };

/** Whether a value of JSON is a table. Nothing else in a world has exactly these fields. */
export const isTable = (value: object): value is Table<unknown> => {
  const fields = Object.keys(value).length;
  return (
    (fields === 1 && 'leaf' in value && typeof value.leaf === 'object') ||
    (fields === 2 && 'branch' in value && Array.isArray(value.branch))
  );
};

export function tableOf<Value>(record: Readonly<Record<string, Value>>): Table<Value> {
  return build(Object.entries(record), 0);
}

/** The plain record of a table. Its order of names means nothing. */
export const recordOf = <Value>(table: Table<Value>): Readonly<Record<string, Value>> =>
  'leaf' in table ? table.leaf : Object.fromEntries(entriesOf(table));

export function sizeOf(table: Table<unknown>): number {
  if (!('leaf' in table)) return table.size;
  let size = 0;
  for (const name in table.leaf) if (Object.hasOwn(table.leaf, name)) size++;
  return size;
}

export const isEmpty = (table: Table<unknown>): boolean => sizeOf(table) === 0;

/** The value of a name in exactly this spelling. */
export function lookup<Value>(table: Table<Value>, name: string): Value | undefined {
  const { leaf } = leafFor(table, name);
  return Object.hasOwn(leaf, name) ? leaf[name] : undefined;
}

/** The value of a name, letter case aside. */
export function find<Value>(table: Table<Value>, name: string): Value | undefined {
  const { leaf } = leafFor(table, name);
  if (Object.hasOwn(leaf, name)) return leaf[name];
  const folded = name.toLowerCase();
  for (const key of Object.keys(leaf)) if (key.toLowerCase() === folded) return leaf[key];
  return undefined;
}

/** The table with a value added, or in place of another. */
export const withValue = <Value>(table: Table<Value>, name: string, value: Value): Table<Value> =>
  put(table, name, value, hashOf(name), 0);

/** The table without a name; the same table when it has none of it. */
export const withoutValue = <Value>(table: Table<Value>, name: string): Table<Value> =>
  remove(table, name, hashOf(name), 0);

export function namesOf(table: Table<unknown>): string[] {
  return leavesOf(table).flatMap((leaf) => Object.keys(leaf));
}

export const valuesOf = <Value>(table: Table<Value>): Value[] =>
  'leaf' in table ? Object.values(table.leaf) : leavesOf(table).flatMap((leaf) => Object.values(leaf));

export const entriesOf = <Value>(table: Table<Value>): [string, Value][] =>
  leavesOf(table).flatMap((leaf) => Object.entries(leaf));

/** The values, sorted by their names, as lists of AWS are. */
export const sortedValues = <Value>(table: Table<Value>): Value[] =>
  entriesOf(table)
    .sort(([a], [b]) => compareNames(a, b))
    .map(([, value]) => value);

/** Values at most sixteen at a time, as records that stay the same objects until one of their values changes. */
export function leavesOf<Value>(table: Table<Value>): Readonly<Record<string, Value>>[] {
  if ('leaf' in table) return [table.leaf];
  const leaves: Readonly<Record<string, Value>>[] = [];
  for (const child of table.branch) leaves.push(...leavesOf(child));
  return leaves;
}

/** What is worked out of each leaf, once: an index over a whole table costs what has changed since it was asked last. */
export function perLeaf<Value, Made>(
  make: (leaf: Readonly<Record<string, Value>>) => Made,
): (table: Table<Value>) => Made[] {
  const known = new WeakMap<object, { readonly made: Made }>();
  return (table) =>
    leavesOf(table).map((leaf) => {
      const before = known.get(leaf);
      if (before) return before.made;
      const made = make(leaf);
      known.set(leaf, { made });
      return made;
    });
}

/** A sum over a table that costs only what has changed since it was asked last, however large the table is. */
export function summed<Value>(measure: (value: Value) => number): (table: Table<Value>) => number {
  const known = new WeakMap<object, number>();
  return function sum(table) {
    const before = known.get(table);
    if (before !== undefined) return before;
    let total = 0;
    if ('leaf' in table) for (const value of Object.values(table.leaf)) total += measure(value);
    else for (const child of table.branch) total += sum(child);
    known.set(table, total);
    return total;
  };
}

function leafFor<Value>(table: Table<Value>, name: string): Leaf<Value> {
  if ('leaf' in table) return table;
  const hash = hashOf(name);
  let node: Table<Value> = table;
  for (let level = 0; !('leaf' in node); level++) node = node.branch[slot(hash, level)] ?? EMPTY;
  return node;
}

function put<Value>(
  table: Table<Value>,
  name: string,
  value: Value,
  hash: number,
  level: number,
): Table<Value> {
  if ('leaf' in table) {
    const leaf = { ...table.leaf, [name]: value };
    const entries = Object.entries(leaf);
    return entries.length <= MOST || level === LEVELS ? { leaf } : build(entries, level);
  }
  const at = slot(hash, level);
  const before = table.branch[at] ?? EMPTY;
  const after = put(before, name, value, hash, level + 1);
  return { size: table.size + sizeOf(after) - sizeOf(before), branch: table.branch.with(at, after) };
}

function remove<Value>(table: Table<Value>, name: string, hash: number, level: number): Table<Value> {
  if ('leaf' in table) {
    if (!Object.hasOwn(table.leaf, name)) return table;
    const { [name]: _removed, ...leaf } = table.leaf;
    return { leaf };
  }
  const at = slot(hash, level);
  const before = table.branch[at] ?? EMPTY;
  const after = remove(before, name, hash, level + 1);
  if (after === before) return table;
  const branch = { size: table.size - 1, branch: table.branch.with(at, after) };
  return branch.size <= MOST ? { leaf: Object.fromEntries(entriesOf(branch)) } : branch;
}

function build<Value>(entries: readonly (readonly [string, Value])[], level: number): Table<Value> {
  if (entries.length <= MOST || level === LEVELS) return { leaf: Object.fromEntries(entries) };
  const slots: (readonly [string, Value])[][] = Array.from({ length: WIDTH }, () => []);
  for (const one of entries) slots[slot(hashOf(one[0]), level)]?.push(one);
  return { size: entries.length, branch: slots.map((inSlot) => build(inSlot, level + 1)) };
}

const slot = (hash: number, level: number): number => (hash >>> (level * BITS)) & (WIDTH - 1);

/** FNV-1a over the code units of the lower-case name, stirred once more so that its low bits differ too. */
export function hashOf(name: string): number {
  const folded = name.toLowerCase();
  let hash = 0x811c9dc5;
  for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
