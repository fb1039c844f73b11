// Lines of a chart: side by side without touching, and round at their corners.

export type Point = readonly [x: number, y: number];

/** Between ends of lines that share a track. */
const APART = 8;
const RADIUS = 5;

export interface Tracks {
  readonly tracks: number;
  /** The track of a line, counted from the nearest. */
  readonly of: (net: string) => number;
}

/** Each line on the nearest track where it meets no other over its whole reach; short ones choose first. */
export function packed(reaches: ReadonlyMap<string, readonly number[]>): Tracks {
  const spans = [...reaches]
    .map(([net, at]) => ({ net, from: Math.min(...at), to: Math.max(...at) }))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const tracks: (typeof spans)[] = [];
  const of = new Map<string, number>();
  for (const span of spans) {
    const isFree = (track: typeof spans): boolean =>
      track.every(({ from, to }) => to + APART <= span.from || span.to + APART <= from);
    const found = tracks.findIndex(isFree);
    const at = found === -1 ? tracks.length : found;
    (tracks[at] ??= []).push(span);
    of.set(span.net, at);
  }
  return { tracks: tracks.length, of: (net) => of.get(net) ?? 0 };
}

/** All that is said of each, together. */
export function together(
  said: readonly (readonly [string, readonly number[]])[],
): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, readonly number[]>();
  for (const [net, at] of said) all.set(net, [...(all.get(net) ?? []), ...at]);
  return all;
}

/** An SVG path through points that stand above or beside one another. */
export function rounded(points: readonly Point[]): string {
  const [first = [0, 0], ...rest] = points.filter(
    ([x, y], at) => at === 0 || x !== points[at - 1]?.[0] || y !== points[at - 1]?.[1],
  );
  let before: Point = first;
  return rest.reduce(
    (path, corner, at) => {
      const after = rest[at + 1];
      if (!after) return `${path} L ${corner.join(' ')}`;
      const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
      const bend = `${path} L ${toward(corner, before, radius)} Q ${corner.join(' ')} ${toward(corner, after, radius)}`;
      before = corner;
      return bend;
    },
    `M ${first.join(' ')}`,
  );
}

const distance = ([x, y]: Point, [otherX, otherY]: Point): number =>
  Math.abs(x - otherX) + Math.abs(y - otherY);

const toward = ([x, y]: Point, [toX, toY]: Point, far: number): string =>
  `${x + Math.sign(toX - x) * far} ${y + Math.sign(toY - y) * far}`;
