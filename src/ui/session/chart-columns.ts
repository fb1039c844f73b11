// Columns of a chart: which groups of states share one, and how far down each state and each of its rows stands.

/** A way from one state to another, or back to the same. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  /** The guard that has turned somebody away where it is taken; null: none. */
  readonly refused: string | null;
}

/** States that belong together, in the order in which somebody comes through them. */
export interface Group {
  /** Empty: none is written. */
  readonly title: string;
  readonly states: readonly string[];
}

/** An event of a state, or a guard that refuses it. `middle`: of its line of text, from the top of the column, in pixels. */
export interface PlacedRow {
  readonly event: string;
  readonly refused: string | null;
  readonly middle: number;
}

/** A state, from the top of its column, in pixels. */
export interface Placed {
  readonly column: number;
  readonly top: number;
  readonly height: number;
  /** Of the line with its name: what leads to it arrives there. */
  readonly middle: number;
  readonly rows: readonly PlacedRow[];
}

// Lines leave rows at whole eights and arrive at names between them, so that no two run along one another.
const NAME = 24;
const ROW = 16;
const FOOT = 8;
const GAP = 16;
const TITLE = 24;

const heightOf = (rows: number): number => NAME + rows * ROW + (rows === 0 ? 0 : FOOT);

/** The events of a state, each before the guards that refuse it. */
function rowsOf(state: string, ways: readonly Way[]): readonly Omit<PlacedRow, 'middle'>[] {
  const own = ways.filter(({ from }) => from === state);
  return [...new Set(own.map(({ event }) => event))].flatMap((event) => {
    const guards = own.flatMap((way) => (way.event === event && way.refused !== null ? [way.refused] : []));
    return [null, ...new Set(guards)].map((refused) => ({ event, refused }));
  });
}

export interface Columns {
  readonly placed: ReadonlyMap<string, Placed>;
  readonly titles: readonly { readonly text: string; readonly column: number; readonly y: number }[];
  readonly height: number;
}

/** So many columns, each of one group or of several that follow one another, so that the highest is low. */
export function columnsOf(count: number, groups: readonly Group[], ways: readonly Way[]): Columns {
  const tall = groups.map(({ title, states }) =>
    states.reduce((sum, state) => sum + heightOf(rowsOf(state, ways).length) + GAP, title === '' ? 0 : TITLE),
  );
  const starts = split(tall, count);
  const placed = new Map<string, Placed>();
  const titles: { text: string; column: number; y: number }[] = [];
  let height = 0;
  starts.forEach((start, column) => {
    let y = 0;
    for (const { title, states } of groups.slice(start, starts[column + 1])) {
      if (title !== '') {
        titles.push({ text: title, column, y: y + ROW });
        y += TITLE;
      }
      for (const state of states) {
        const rows = rowsOf(state, ways).map((row, at) => ({
          ...row,
          middle: y + NAME + at * ROW + ROW / 2,
        }));
        placed.set(state, { column, top: y, height: heightOf(rows.length), middle: y + NAME / 2, rows });
        y += heightOf(rows.length) + GAP;
      }
    }
    height = Math.max(height, y - GAP);
  });
  return { placed, titles, height };
}

/** At which group each column begins. */
function split(tall: readonly number[], count: number): readonly number[] {
  const sum = (from: number, to: number): number => tall.slice(from, to).reduce((all, one) => all + one, 0);
  function best(from: number, left: number): { readonly starts: readonly number[]; readonly most: number } {
    if (left === 1) return { starts: [from], most: sum(from, tall.length) };
    const tries = tall.slice(from + 1, tall.length - left + 2).map((_, at) => {
      const next = from + 1 + at;
      const rest = best(next, left - 1);
      return { starts: [from, ...rest.starts], most: Math.max(sum(from, next), rest.most) };
    });
    return tries.reduce((least, one) => (one.most < least.most ? one : least));
  }
  return best(0, Math.min(count, tall.length)).starts;
}
