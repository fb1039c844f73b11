// Search: finds names (actions, policies) by words that somebody types, the likeliest first.

export interface Found {
  /** Place in the list of names that was searched. */
  readonly at: number;
  /** How far from what was typed; smaller is nearer. */
  readonly score: number;
}

interface Name {
  readonly lower: string;
  /** For each letter whether a word begins there: at the start, behind a mark, at a capital letter. */
  readonly starts: Uint8Array;
  readonly length: number;
}

export type Search = (typed: string, most?: number) => readonly Found[];

/**
 * Made once for a list of names, then asked at every key: 22,000 names take a few milliseconds. What is typed is cut at
 * spaces; a name is found when it holds every part, letter case aside. A part at the start of the name or of the part
 * behind its prefix (`s3:`) counts most, then one at the start of a word within it (`Bucket` in `PutBucketPolicy`), then
 * any other; of equals the shorter is first.
 */
export function searchOf(names: readonly string[]): Search {
  const prepared = names.map(prepare);
  return (typed, most = 50) => {
    const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (parts.length === 0) return [];
    const found: Found[] = [];
    for (const [at, name] of prepared.entries()) {
      const score = scoreOf(name, parts);
      if (score !== null) found.push({ at, score });
    }
    return found.sort((a, b) => a.score - b.score || a.at - b.at).slice(0, most);
  };
}

function prepare(name: string): Name {
  const starts = new Uint8Array(name.length);
  for (let at = 0; at < name.length; at++) {
    const [before, here] = [name[at - 1] ?? '', name[at] ?? ''];
    const capital = /[A-Z]/.test(here) && !/[A-Z]/.test(before);
    if (at === 0 || before === ':' || before === '/') starts[at] = 2;
    else if (capital || (/[-_. ]/.test(before) && /\w/.test(here))) starts[at] = 1;
  }
  return { lower: name.toLowerCase(), starts, length: name.length };
}

const START = 0;
const WORD = 100;
const WITHIN = 300;

/** Null: a part is not there. */
function scoreOf({ lower, starts, length }: Name, parts: readonly string[]): number | null {
  let score = length;
  for (const part of parts) {
    let best: number | null = null;
    for (let at = lower.indexOf(part); at >= 0 && best !== START; at = lower.indexOf(part, at + 1)) {
      const here: number = starts[at] === 2 ? START : starts[at] === 1 ? WORD : WITHIN;
      best = best === null ? here : Math.min(best, here);
    }
    if (best === null) return null;
    score += best;
  }
  return score;
}
