// Room for the list of completions below the line that is written, so that it covers nothing that stands above it.

interface Measured {
  /** The line that is written, from the top of the window. */
  readonly top: number;
  readonly bottom: number;
  /** What can be seen of the page, from the top of the window. */
  readonly from: number;
  readonly to: number;
  /** What the list takes at most. */
  readonly list: number;
}

/** Pixels of what stands above the line that stay in sight, where there is room. */
const KEPT = 120;

/** How far to scroll so that the list opens below: 0 where it has room, or where the window is too low for both. */
export function roomBelow({ top, bottom, from, to, list }: Measured): number {
  const lacking = bottom + list - to;
  return to - from < KEPT + list + (bottom - top) ? 0 : Math.max(0, lacking);
}
