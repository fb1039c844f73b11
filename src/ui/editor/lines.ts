// Lines: on which line of a text an offset stands, and how a set of lines is called in words.

/** Offsets at which the lines of a text start; never empty. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** The line, counted from 1, that holds an offset; a line break belongs to the line it ends. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** From the first line to the last, both included and counted from 1. */
export type LineRange = readonly [first: number, last: number];

/** More ranges than this are counted, not listed. */
const LISTED = 3;

/** `Line 29`, `Lines 332–334`, `Lines 5, 9–12 and 20`; ranges that touch or overlap are said as one. */
export function linesInWords(ranges: readonly LineRange[]): string {
  const merged: [number, number][] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  const words = merged.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const [only] = words;
  if (only === undefined) return '';
  if (words.length === 1) return `${only.includes('–') ? 'Lines' : 'Line'} ${only}`;
  const shown = words.slice(0, LISTED);
  if (words.length > LISTED) return `Lines ${shown.join(', ')} and ${words.length - LISTED} more`;
  return `Lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
