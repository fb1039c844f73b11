// News: what is said to a screen reader when what is wrong in a text has changed.
import type { Diagnostic } from '../../policy/diagnostic.ts';
import { countInWords, faultsOf } from './faults.ts';

/**
 * `2 errors. Line 7: …`: how many there are now, and the gravest of the new ones. Faults are told apart by their words, for
 * their places move with every line that is written above them. Empty when there is nothing new.
 * @param before What was said to be wrong before.
 */
export function newsOf(before: readonly Diagnostic[], text: string, found: readonly Diagnostic[]): string {
  if (found.length === 0) return before.length === 0 ? '' : 'No findings.';
  const known = new Set(before.map(({ message }) => message));
  const fresh = faultsOf(text, found).find(({ diagnostic }) => !known.has(diagnostic.message));
  const count = `${countInWords(found)}.`;
  if (fresh) return `${count} Line ${fresh.line}: ${fresh.diagnostic.message}`;
  return count === `${countInWords(before)}.` ? '' : count;
}
