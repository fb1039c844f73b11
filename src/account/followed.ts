// followed: what is worked out of a whole table, kept up with its changes, at the price of what has changed since.
import { EMPTY, entriesOf, recordOf, type Table } from './table.ts';

interface Known<Value, Made> {
  readonly table: Table<Value>;
  readonly made: Made;
}

/** How many tables are remembered to go on from: one for each account of a world, and some of the past. */
const REMEMBERED = 8;

/**
 * The answer for a table is made from the answer for the table most like it: tables share what has not changed, so only
 * the rest is looked at.
 * @param nothing The answer for the empty table.
 * @param change The answer once the value of a name is another; undefined where there is none.
 */
export function followed<Value, Made>(
  nothing: Made,
  change: (made: Made, name: string, before: Value | undefined, after: Value | undefined) => Made,
): (table: Table<Value>) => Made {
  const answers = new WeakMap<Table<Value>, { readonly made: Made }>();
  const beginning: Known<Value, Made> = { table: EMPTY, made: nothing };
  let recent: Known<Value, Made>[] = [];

  return (table) => {
    const known = answers.get(table);
    if (known) return known.made;
    const from = nearest(recent, table) ?? beginning;
    let made = from.made;
    for (const [name, before, after] of differences(from.table, table))
      made = change(made, name, before, after);
    answers.set(table, { made });
    recent = [{ table, made }, ...recent.filter((one) => one !== from)].slice(0, REMEMBERED);
    return made;
  };
}

/** The remembered table that shares most with another; undefined when none shares anything. */
function nearest<Value, Made>(
  recent: readonly Known<Value, Made>[],
  table: Table<Value>,
): Known<Value, Made> | undefined {
  let best: Known<Value, Made> | undefined;
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
