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
 * How many lines two texts may differ by, besides the difference of their lengths, to be lined up: what it takes grows with
 * the square of this, and two long texts with nothing in common would hold up the page.
 */
const MOST_EDITS = 600;

/** Of texts that have too little in common all that was before went, and all that is after came. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const maxEditLength = Math.abs(old.length - now.length) + MOST_EDITS;
  let [ofBefore, ofAfter] = [0, 0];
  return (diffArrays(old, now, { maxEditLength }) ?? allOther(old, now)).flatMap(
    ({ value, added, removed }) =>
      value.map((text): DiffLine => {
        if (added) return { kind: 'added', text, before: null, after: ++ofAfter };
        if (removed) return { kind: 'removed', text, before: ++ofBefore, after: null };
        return { kind: 'same', text, before: ++ofBefore, after: ++ofAfter };
      }),
  );
}

const allOther = (before: readonly string[], after: readonly string[]) => [
  { value: before, removed: true, added: false },
  { value: after, removed: false, added: true },
];

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
