// Meant: one thing that somebody may have wanted to write as an action.
import type { AccessLevel, Vocabulary } from '../../aws/vocabulary.ts';
import { asWritten, serviceWords } from './action-words.ts';
import { matching, nameOf, prefixOf } from './known-actions.ts';

export interface Meant {
  /** A name, a pattern, or several that say it together. */
  readonly patterns: readonly string[];
  /** How many actions that is; absent for a name. */
  readonly count?: number;
  /** All that the service has of these. */
  readonly levels?: readonly AccessLevel[];
  /** Whether what was written is how their names begin. */
  readonly isBegun?: true;
}

export const named = (name: string): Meant => ({ patterns: [name] });

/** What a pattern of one service, or a name, matches: nothing, one action, which is then named, or several. */
export function matched(vocabulary: Vocabulary, pattern: string): readonly Meant[] {
  const found = matching(vocabulary, pattern);
  const [only] = found;
  if (only === undefined) return [];
  if (found.length === 1) return [named(only.name)];
  const service = prefixOf(pattern);
  const name = asWritten(serviceWords(vocabulary, service), nameOf(pattern));
  return [{ patterns: [`${service}:${name}`], count: found.length }];
}

/** Each once, where it came first. */
export function unlike(all: readonly Meant[]): readonly Meant[] {
  const seen = new Set<string>();
  return all.filter(({ patterns }) => {
    const key = patterns.join();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
