// A word without quotes, where JSON expects a value: a literal, one of another language, or a text that lacks its quotes.
export interface BareWord {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  readonly value: string;
  /** What is wrong with it, and how it is to be written; absent where it is JSON. */
  readonly fault?: { readonly what: string; readonly text: string };
}

const LITERALS: Readonly<Record<string, 'boolean' | 'null'>> = {
  true: 'boolean',
  false: 'boolean',
  null: 'null',
};

export function bareWord(word: string): BareWord {
  const kind = Object.hasOwn(LITERALS, word) ? LITERALS[word] : undefined;
  if (kind) return { kind, value: word };
  if (/^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(word)) return { kind: 'number', value: word };
  if (/^(true|false)$/i.test(word) || isNothing(word)) {
    const value = isNothing(word) ? 'null' : word.toLowerCase();
    return {
      kind: value === 'null' ? 'null' : 'boolean',
      value,
      fault: { what: `JSON writes this as ${value}`, text: value },
    };
  }
  const what = /^[-+.]?\d/.test(word)
    ? 'a number is not written like this'
    : 'text has to stand in double quotes';
  return { kind: 'string', value: word, fault: { what, text: JSON.stringify(word) } };
}

/** What other languages call the absence of a value. */
export const isNothing = (word: string): boolean =>
  word !== 'null' && /^(?:null|none|nil|undefined)$/i.test(word);
