// "Did you mean": the known words closest to a misspelled one.

/**
 * The number of letters to insert, delete, replace or swap with a neighbour to get from one word to the other;
 * `limit + 1` when it is more than `limit`.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

export interface NearWord {
  readonly word: string;
  readonly distance: number;
}

/**
 * Those of `words` that are near, nearest first, compared without regard to letter case; of words as near, those that begin as
 * it does: `us-west-1` before `ap-east-1` for `us-east-9`. A word is near when at most a third of its letters differ, and
 * never more than four: a far guess is worse than none.
 */
export function nearWords(word: string, words: Iterable<string>): NearWord[] {
  const wanted = word.toLowerCase();
  const limit = Math.min(4, Math.max(1, Math.floor(wanted.length / 3)));
  const found: (NearWord & { readonly shared: number })[] = [];
  for (const candidate of words) {
    const folded = candidate.toLowerCase();
    const away = distance(wanted, folded, limit);
    if (away <= limit) found.push({ word: candidate, distance: away, shared: sharedStart(wanted, folded) });
  }
  return found.sort((a, b) => a.distance - b.distance || b.shared - a.shared || (a.word < b.word ? -1 : 1));
}

/** At most three of them. */
export const nearest = (word: string, words: Iterable<string>): string[] =>
  nearWords(word, words)
    .slice(0, 3)
    .map((entry) => entry.word);

/** How many letters two words have in common from their start. */
function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
