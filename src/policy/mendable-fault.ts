// Mendable fault: what is wrong with a text that is to be JSON, and what would mend it.
import type { Fix } from './diagnostic.ts';
import type { JsonFault } from './json.ts';

export interface MendableFault extends JsonFault {
  readonly fixes: readonly Fix[];
  /** It may be what comes of another fault. */
  readonly isDoubtful?: boolean;
}

/** What may come of a sign that is missing somewhere else. */
const DOUBTFUL =
  /missing|expected|separates values|closes nothing|never closed|follows no name|has to stand|may follow|closing quote|a number is not/;

/** @param what What is wrong. */
export const isDoubtful = (what: string): boolean => DOUBTFUL.test(what);
