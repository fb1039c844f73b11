// The chart of a machine: where its states stand, each with its events in rows, and how the lines between them run.
import { columnsOf, type Group, type Placed, type Way } from './chart-columns.ts';
import { packed, rounded, together, type Point, type Tracks } from './chart-lines.ts';

/** An event of a state, or a guard that refuses it; lines begin beside it. */
export interface Row {
  readonly event: string;
  readonly refused: string | null;
  /** Of its middle. */
  readonly y: number;
  /** Some way leads back to the same state: no line is drawn for it. */
  readonly stays: boolean;
}

export interface Box {
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Nothing leads out of it. */
  readonly final: boolean;
  readonly rows: readonly Row[];
}

export interface Line extends Way {
  /** From the row to the state that it leads to. */
  readonly points: readonly Point[];
  readonly path: string;
}

/** All in pixels, as all here. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly titles: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly boxes: readonly Box[];
  /** One for each way that leads to another state. Lines to the same state run into one another, others only cross. */
  readonly lines: readonly Line[];
}

/** Between lines that run side by side. */
const STEP = 7;
/** Between a state and the first line that passes it: an arrowhead has room there. */
const EDGE = 14;
/** The name of an event has room. */
const LEAST_BOX = 182;
const MOST_BOX = 208;

/**
 * States in columns, as many as make it low: forward lines run to the right of their states and backward ones to the left.
 * Lines to columns that are not next to one another run above everything.
 */
export function chartOf(width: number, groups: readonly Group[], ways: readonly Way[]): Chart {
  const charts = groups.map((_, at) => chartIn(at + 1, width, groups, ways));
  const fitting = charts.filter((chart, at) => at === 0 || chart.width <= width);
  return fitting.reduce((best, chart) => (chart.height < best.height ? chart : best));
}

/** How a way runs: through which channel beside a column, on which of its sides, and along which lane. */
interface Run {
  readonly way: Way;
  readonly start: Placed;
  readonly end: Placed;
  readonly kind: 'down' | 'across' | 'return';
  /** It passes above columns. */
  readonly far: boolean;
}

function runOf(way: Way, placed: ReadonlyMap<string, Placed>): readonly Run[] {
  const start = placed.get(way.from);
  const end = placed.get(way.to);
  if (!start || !end || start === end) return [];
  const columns = end.column - start.column;
  if (columns > 0) return [{ way, start, end, kind: 'across', far: columns > 1 }];
  if (columns < 0 || end.top < start.top) return [{ way, start, end, kind: 'return', far: columns < 0 }];
  return [{ way, start, end, kind: 'down', far: false }];
}

/** Higher than any state, while it is not known yet how high that is. */
const ABOVE = -1000;

/** Lines that run into one another: to the same state, from the same direction. */
const netOf = ({ way, kind }: Run): string => `${way.to} ${kind}`;

function chartIn(count: number, width: number, groups: readonly Group[], ways: readonly Way[]): Chart {
  const { placed, titles, height } = columnsOf(count, groups, ways);
  const runs = ways.flatMap((way) => runOf(way, placed));
  const rowOf = ({ way, start }: Run): number =>
    start.rows.find(({ event, refused }) => event === way.event && refused === way.refused)?.middle ?? 0;

  // Channel 0 is left of the first column. In each, forward lines of the column before run left of backward ones of the one after.
  const channels = Array.from({ length: count + 1 }, (_, channel) => {
    const parts = runs.map((run) => {
      const isBack = run.kind === 'return';
      const beside = isBack ? 0 : 1;
      const leaves = run.start.column + beside === channel;
      const comes = run.far && run.end.column === channel;
      const reach = [
        ...(leaves ? [rowOf(run), run.far ? ABOVE : run.end.middle] : []),
        ...(comes ? [ABOVE, run.end.middle] : []),
      ];
      return { isBack, part: [netOf(run), reach] as const };
    });
    const tracks = (back: boolean): Tracks =>
      packed(
        together(parts.flatMap(({ isBack, part }) => (isBack === back && part[1].length > 0 ? [part] : []))),
      );
    return { forward: tracks(false), backward: tracks(true) };
  });
  const widths = channels.map(({ forward, backward }, channel) => {
    const inside = [forward, backward].map(({ tracks }) => (tracks === 0 ? 0 : EDGE + (tracks - 1) * STEP));
    const [before = 0, after = 0] = inside;
    if (channel === 0) return after + 2;
    if (channel === count) return before + 2;
    return Math.max(before + after + (before && after ? STEP : EDGE), 2 * EDGE);
  });
  const taken = widths.reduce((sum, one) => sum + one, 0);
  const box = Math.min(MOST_BOX, Math.max(LEAST_BOX, Math.floor((width - taken) / count)));
  const leftOf = (column: number): number =>
    widths.slice(0, column + 1).reduce((sum, one) => sum + one, 0) + column * box;

  const trackOf = (run: Run, column: number): number =>
    run.kind === 'return'
      ? leftOf(column) - EDGE - (channels[column]?.backward.of(netOf(run)) ?? 0) * STEP
      : leftOf(column) + box + EDGE + (channels[column + 1]?.forward.of(netOf(run)) ?? 0) * STEP;
  /** Where it leaves its own column, and where it comes to the other. */
  const tracksOf = (run: Run): readonly [number, number] => {
    const first = trackOf(run, run.start.column);
    if (!run.far) return [first, first];
    return [first, trackOf(run, run.kind === 'return' ? run.end.column : run.end.column - 1)];
  };
  const lanes = packed(together(runs.filter(({ far }) => far).map((run) => [netOf(run), tracksOf(run)])));
  const top = lanes.tracks === 0 ? 2 : lanes.tracks * STEP + EDGE;

  const lineOf = (run: Run): Line => {
    const [row, title] = [top + rowOf(run), top + run.end.middle];
    const [leave, come] = tracksOf(run);
    const lane = top - EDGE - lanes.of(netOf(run)) * STEP;
    const left = leftOf(run.start.column);
    const points: readonly Point[] = [
      [run.kind === 'return' ? left : left + box, row],
      [leave, row],
      ...(run.far ? [[leave, lane] as const, [come, lane] as const] : []),
      [come, title],
      [leftOf(run.end.column) + (run.kind === 'down' ? box : 0), title],
    ];
    return { ...run.way, points, path: rounded(points) };
  };
  return {
    width: leftOf(count),
    height: top + height + 2,
    titles: titles.map(({ text, column, y }) => ({ text, x: leftOf(column), y: y + top })),
    boxes: [...placed].map(([state, { column, top: y, height: tall, rows }]) => ({
      state,
      x: leftOf(column),
      y: y + top,
      width: box,
      height: tall,
      final: !ways.some(({ from }) => from === state),
      rows: rows.map(({ event, refused, middle }) => ({
        event,
        refused,
        y: middle + top,
        stays: ways.some(
          (way) => way.from === state && way.to === state && way.event === event && way.refused === refused,
        ),
      })),
    })),
    lines: runs.map(lineOf),
  };
}
