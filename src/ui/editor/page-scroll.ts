// How far to scroll the page so that a line of a text, and if possible the words above the text, can be seen.

interface Measured {
  /** Of the window. */
  readonly height: number;
  /** The middle of the line, from the top of the window. */
  readonly line: number;
  /** The top of what should stay in sight with the line, its scroll margin included; null for nothing. */
  readonly above: number | null;
}

/**
 * Pixels, downwards. None while the line is in the middle half of the window. Otherwise it comes to the middle, or lower
 * where that keeps `above` in sight and the line not too near the edge.
 */
export function pageScroll({ height, line, above }: Measured): number {
  if (line > height * 0.25 && line < height * 0.75) return 0;
  const toMiddle = line - height / 2;
  if (above === null) return toMiddle;
  const isEnough = above < toMiddle && line - above < height * 0.9;
  return isEnough ? above : toMiddle;
}
