// Ranking: which ideas fit what was typed, best first.
import { fit, partsOf, WITHIN } from '../../aws/search.ts';
import { nearest } from '../nearest.ts';

/** The most that is listed while one types: nobody reads further before typing another letter. */
export const MOST = 200;

/** The most that is listed before anything is typed: all services, and all actions of nearly every one of them. */
export const WHOLE = 500;

interface Named {
  readonly label: string;
  readonly also?: string;
}

/** A name beside the label is a way to find something, never a reason to put it first. */
const BESIDE = 1_000;

/** The ideas that hold what was typed: best first, and equally good ones as they came. */
export function ranked<Idea extends Named>(typed: string, ideas: readonly Idea[]): Idea[] {
  const parts = partsOf(typed);
  const found: { readonly idea: Idea; readonly score: number }[] = [];
  for (const idea of ideas) {
    const score = scoreOf(parts, idea);
    if (score !== null) found.push({ idea, score });
  }
  return found.sort((a, b) => a.score - b.score).map(({ idea }) => idea);
}

/** Whether all that was typed begins words of the label, or of the name beside it. */
export const begins = (typed: string, { label, also = '' }: Named): boolean =>
  [label, also].some((text) => partsOf(typed).every((part) => (fit([part], text) ?? WITHIN) < WITHIN));

/** Letters from which on a misspelled word can be told from one that is begun. */
const ENOUGH = 3;

/**
 * Of ideas among which what is meant must be, such as the actions of a service: when none holds what was typed, those that
 * are spelled nearly so.
 */
export function rankedOrNear<Idea extends Named>(typed: string, ideas: readonly Idea[]): Idea[] {
  const found = ranked(typed, ideas);
  if (found.length > 0 || typed.length < ENOUGH) return found;
  const byLabel = new Map(ideas.map((idea) => [idea.label, idea]));
  return nearest(typed, byLabel.keys()).flatMap((label) => byLabel.get(label) ?? []);
}

function scoreOf(parts: readonly string[], { label, also }: Named): number | null {
  const score = fit(parts, label);
  if (score !== null || also === undefined) return score;
  const beside = fit(parts, also);
  return beside === null ? null : BESIDE + beside;
}

/**
 * Of many things those whose ARN or name holds what was typed, of which one more than a list shows is enough: an account
 * may have thousands, and this is asked at every letter.
 */
export function holding<Thing extends { readonly arn: string; readonly name: string }>(
  typed: string,
  things: readonly Thing[],
): readonly Thing[] {
  const parts = partsOf(typed);
  if (parts.length === 0) return things;
  const found: Thing[] = [];
  for (const thing of things) {
    if (fit(parts, thing.arn) !== null || fit(parts, thing.name) !== null) found.push(thing);
    if (found.length > MOST) break;
  }
  return found;
}
