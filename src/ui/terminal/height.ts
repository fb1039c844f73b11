// Height: how tall the terminal is, in pixels, and how it changes.

export const START = 320;
const LOWEST = 120;
const STEP = 40;
/** What stays of the place above, as far as the window allows. */
const ABOVE = 160;

export type Move = 'taller' | 'lower' | 'tallest' | 'lowest';

/** @param move Null: as tall as `height` says, within what there is. */
export function heightAfter(height: number, move: Move | null, window: number): number {
  const tallest = Math.max(LOWEST, window - ABOVE);
  const wanted = { taller: height + STEP, lower: height - STEP, tallest, lowest: LOWEST };
  return Math.round(Math.min(tallest, Math.max(LOWEST, move === null ? height : wanted[move])));
}
