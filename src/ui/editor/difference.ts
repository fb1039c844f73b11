// The one stretch in which two texts differ.

export interface Difference {
  /** The stretch in the text before. */
  readonly from: number;
  readonly to: number;
  /** What stands there in the text after. */
  readonly insert: string;
}

/** What both begin and end with is left alone, so that cursors, marks and folds there stay where they are. */
export function difference(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
