// Ranking: which ideas fit what was typed, and how well.

/** The most that a list shows: nobody reads further before typing another letter. */
export const MOST = 200;

interface Named {
  readonly label: string;
  readonly also?: string;
}

/** How well a word fits: 0 not at all; then, better and better, somewhere within, at the start of a part, at the start. */
export function fit(typed: string, label: string): number {
  if (typed === '') return 1;
  const folded = label.toLowerCase();
  const at = folded.indexOf(typed);
  if (at < 0) return 0;
  if (at === 0) return 4;
  for (let next = at; next >= 0; next = folded.indexOf(typed, next + 1))
    if (startsPart(label, next)) return 3;
  return 2;
}

/** `Object` of `GetObject`, `drafts` of `maple-drafts`. */
const startsPart = (label: string, at: number): boolean =>
  /[A-Z]/.test(label.charAt(at)) || !/[a-z0-9]/i.test(label.charAt(at - 1));

/** The ideas that hold what was typed, letter case aside: best first, and equally good ones as they came. */
export function ranked<Idea extends Named>(typed: string, ideas: Iterable<Idea>): Idea[] {
  const folded = typed.toLowerCase();
  const groups: Idea[][] = [[], [], [], [], []];
  for (const idea of ideas) {
    const score = Math.max(
      fit(folded, idea.label),
      idea.also === undefined ? 0 : Math.min(2, fit(folded, idea.also)),
    );
    groups[score]?.push(idea);
  }
  groups[0] = [];
  return groups.toReversed().flat().slice(0, MOST);
}

/**
 * Of many things those whose ARN or name holds what was typed, at most as many as a list shows: an account may have
 * thousands, and this is asked at every letter.
 */
export function holding<Thing extends { readonly arn: string; readonly name: string }>(
  typed: string,
  things: readonly Thing[],
): readonly Thing[] {
  if (typed === '') return things.slice(0, MOST);
  const pattern = new RegExp(typed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  const found: Thing[] = [];
  for (const thing of things) {
    if (pattern.test(thing.arn) || pattern.test(thing.name)) found.push(thing);
    if (found.length === MOST) break;
  }
  return found;
}
