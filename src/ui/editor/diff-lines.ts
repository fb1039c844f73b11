// The lines of two texts, one after the other: those that stayed, those that went and those that came.
import { diffArrays } from 'diff';

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** In the text before; null for a line that came. */
  readonly before: number | null;
  /** In the text after; null for a line that went. */
  readonly after: number | null;
}

/** Lines that stayed and are far from any change. */
export interface Skipped {
  readonly kind: 'skipped';
  readonly count: number;
}

/** How many lines that stayed are shown before and behind a change. */
const AROUND = 3;

/**
 * How many lines two texts may differ by to be lined up as well as can be: what it takes grows with the square of this, and
 * two long texts would hold up the page.
 */
const MOST_EDITS = 600;

/** The same between two lines that stayed, of which there may be thousands. */
const MOST_EDITS_BETWEEN = 60;

interface Stretch {
  readonly value: readonly string[];
  readonly added?: boolean;
  readonly removed?: boolean;
}

/** Of texts that have too little in common all that was before went, and all that is after came. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  let [ofBefore, ofAfter] = [0, 0];
  return stretchesOf(before.split('\n'), after.split('\n')).flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => {
      if (added) return { kind: 'added', text, before: null, after: ++ofAfter };
      if (removed) return { kind: 'removed', text, before: ++ofBefore, after: null };
      return { kind: 'same', text, before: ++ofBefore, after: ++ofAfter };
    }),
  );
}

function stretchesOf(before: readonly string[], after: readonly string[]): readonly Stretch[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return [
    { value: before.slice(0, start) },
    ...(linedUp(old, now, MOST_EDITS) ?? byAnchors(old, now)),
    { value: before.slice(before.length - end) },
  ];
}

/** Null where they differ by more than `most` lines. */
function linedUp(old: readonly string[], now: readonly string[], most: number): readonly Stretch[] | null {
  if (old.length === 0 || now.length === 0) return allOther(old, now);
  return diffArrays([...old], [...now], { maxEditLength: most }) ?? null;
}

const allOther = (old: readonly string[], now: readonly string[]): readonly Stretch[] => [
  { value: old, removed: true },
  { value: now, added: true },
];

/** Lines that stand once in each text and in the same order hold both together; what is between them is lined up by itself. */
function byAnchors(old: readonly string[], now: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let [fromOld, fromNow] = [0, 0];
  const between = (toOld: number, toNow: number) => {
    const [left, right] = [old.slice(fromOld, toOld), now.slice(fromNow, toNow)];
    stretches.push(...(linedUp(left, right, MOST_EDITS_BETWEEN) ?? allOther(left, right)));
  };
  for (const [ofOld, ofNow] of inOrder(commonOnce(old, now))) {
    between(ofOld, ofNow);
    stretches.push({ value: old.slice(ofOld, ofOld + 1) });
    [fromOld, fromNow] = [ofOld + 1, ofNow + 1];
  }
  between(old.length, now.length);
  return stretches;
}

/** Where a line stands in the text before and in the text after. */
type Anchor = readonly [ofOld: number, ofNow: number];

/** In the order of the text before. */
function commonOnce(old: readonly string[], now: readonly string[]): readonly Anchor[] {
  const [inOld, inNow] = [placesOf(old), placesOf(now)];
  return [...inOld].flatMap(([line, ofOld]): Anchor[] => {
    const ofNow = inNow.get(line);
    return ofOld === null || ofNow === null || ofNow === undefined ? [] : [[ofOld, ofNow]];
  });
}

/** By line; null for one that stands there more than once. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [at, line] of lines.entries()) places.set(line, places.has(line) ? null : at);
  return places;
}

/** As many as can be whose order is the same in both texts: the longest increasing run of places. */
function inOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  /** By length, the run of that length which ends first: its last anchor, with those before it. */
  const runs: Run[] = [];
  for (const anchor of anchors) {
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.anchor[1] ?? 0) < anchor[1]) low = middle + 1;
      else high = middle;
    }
    runs[low] = { anchor, before: runs[low - 1] ?? null };
  }
  const found: Anchor[] = [];
  for (let run: Run | null = runs.at(-1) ?? null; run; run = run.before) found.push(run.anchor);
  return found.reverse();
}

interface Run {
  readonly anchor: Anchor;
  readonly before: Run | null;
}

/** Long stretches that stayed are only counted. */
export function aroundChanges(lines: readonly DiffLine[]): readonly (DiffLine | Skipped)[] {
  const near = lines.map(() => false);
  for (const [at, { kind }] of lines.entries())
    if (kind !== 'same')
      for (let one = Math.max(0, at - AROUND); one <= Math.min(lines.length - 1, at + AROUND); one++)
        near[one] = true;
  const shown: (DiffLine | Skipped)[] = [];
  for (const [at, line] of lines.entries()) {
    const last = shown.at(-1);
    if (near[at]) shown.push(line);
    else if (last?.kind === 'skipped') shown[shown.length - 1] = { kind: 'skipped', count: last.count + 1 };
    else shown.push({ kind: 'skipped', count: 1 });
  }
  return shown;
}
