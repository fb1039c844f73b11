// didYouMean: what is offered in place of a misspelt word, as the AWS CLI offers it.
import { nearest } from '../../policy/nearest.ts';

/** What is as close as the CLI wants it, the closest first; else what is close enough for the rest of this app. */
export function closeWords(word: string, choices: readonly string[]): readonly string[] {
  const close = [...new Set(choices)]
    .map((choice) => ({ choice, likeness: likeness(word, choice) }))
    .filter((one) => one.likeness >= CLOSE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ choice }) => choice);
  return close.length > 0 ? close : nearest(word, choices);
}

/** Empty where nothing comes close. */
export function didYouMean(word: string, choices: readonly string[]): string {
  const close = closeWords(word, choices);
  return close.length === 0
    ? ''
    : `\n\nMaybe you meant:\n\n${close.map((choice) => `  * ${choice}`).join('\n')}`;
}

const CLOSE = 0.8;

/**
 * From 0 to 1: how much of two words stands in both, in the same order.
 * @see https://docs.python.org/3/library/difflib.html#difflib.SequenceMatcher.ratio
 */
const likeness = (a: string, b: string): number => (2 * shared(a, b)) / (a.length + b.length);

/** Letters in the longest block of both, and in what stands before and behind it. */
function shared(a: string, b: string): number {
  let best = { a: 0, b: 0, length: 0 };
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      let length = 0;
      while (i + length < a.length && a[i + length] === b[j + length]) length++;
      if (length > best.length) best = { a: i, b: j, length };
    }
  return best.length === 0
    ? 0
    : best.length +
        shared(a.slice(0, best.a), b.slice(0, best.b)) +
        shared(a.slice(best.a + best.length), b.slice(best.b + best.length));
}
