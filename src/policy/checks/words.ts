// Words: lists as they stand in a sentence.

/** `a`, `a and b`, `a, b and c`. */
export const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** The same of the first few: `a, b and 4 more`. */
export const fewInWords = (words: readonly string[], most: number): string =>
  inWords(words.length <= most ? words : [...words.slice(0, most - 1), `${words.length - most + 1} more`]);
