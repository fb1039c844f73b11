// Search: how well names (actions, policies, ARNs) fit what somebody types, and those that fit, the likeliest first.

export interface Found {
  /** Place in the list of names that was searched. */
  readonly at: number;
  /** How far from what was typed; smaller is nearer. */
  readonly score: number;
}

export type Search = (typed: string, most?: number) => readonly Found[];

/** What is typed, cut at spaces, in lower case. */
export const partsOf = (typed: string): readonly string[] => typed.toLowerCase().split(/\s+/).filter(Boolean);

/** A part of what was typed begins the name or what is behind its prefix or path, a word in it, or is somewhere in it. */
const [START, WORD, WITHIN] = [0, 100, 300];

/**
 * How far a name is from what is typed; smaller is nearer. It has to hold every part, letter case aside; null when it does
 * not. A part at the start of the name or behind a `:` or `/` in it counts most, then one at the start of a word
 * (`Bucket` in `PutBucketPolicy`), then any other.
 * @param folded The name in lower case, of the same length.
 */
export function fit(parts: readonly string[], name: string, folded = name.toLowerCase()): number | null {
  let score = 0;
  for (const part of parts) {
    let best: number | null = null;
    for (let at = folded.indexOf(part); at >= 0 && best !== START; at = folded.indexOf(part, at + 1))
      best = Math.min(best ?? WITHIN, fitAt(name, at));
    if (best === null) return null;
    score += best;
  }
  return score;
}

function fitAt(name: string, at: number): number {
  if (at === 0) return START;
  const before = name.charCodeAt(at - 1);
  if (before === COLON || before === SLASH) return START;
  const isCapital = isUpper(name.charCodeAt(at)) && !isUpper(before);
  return isCapital || !isLetterOrDigit(before) ? WORD : WITHIN;
}

/** Codes of `:`, `/`, `0` to `9`, `A` to `Z` and `a` to `z`: of 22,000 names, patterns would take too long. */
const [COLON, SLASH] = [58, 47];
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLetterOrDigit = (code: number): boolean =>
  (code >= 97 && code <= 122) || isUpper(code) || (code >= 48 && code <= 57);

/**
 * Made once for a list of names, then asked at every key: 22,000 names take a few milliseconds. Of names that fit as well
 * the shorter is first. Nothing typed finds nothing.
 */
export function searchOf(names: readonly string[]): Search {
  const folded = names.map((name) => name.toLowerCase());
  return (typed, most = 50) => {
    const parts = partsOf(typed);
    if (parts.length === 0) return [];
    const found: Found[] = [];
    names.forEach((name, at) => {
      const score = fit(parts, name, folded[at]);
      if (score !== null) found.push({ at, score: score + name.length });
    });
    return found.sort((a, b) => a.score - b.score || a.at - b.at).slice(0, most);
  };
}
