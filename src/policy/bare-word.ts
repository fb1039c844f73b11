// A word without quotes, where JSON expects a value: a literal, one of another language, or a text that lacks its quotes.
export interface BareWord {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  readonly value: string;
  /** What is wrong with it, and how it is to be written; absent where it is JSON. */
  readonly fault?: { readonly what: string; readonly text: string };
}

const VERSION = '2012-10-17';
const IN_QUOTES = 'text has to stand in double quotes';

const LITERALS: Readonly<Record<string, 'boolean' | 'null'>> = {
  true: 'boolean',
  false: 'boolean',
  null: 'null',
};

/** @param element The name whose value it is. */
export function bareWord(word: string, element?: string): BareWord {
  const kind = Object.hasOwn(LITERALS, word) ? LITERALS[word] : undefined;
  if (kind) return { kind, value: word };
  if (/^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(word)) return { kind: 'number', value: word };
  // There is only one thing that it can be.
  if (element === 'Version')
    return { kind: 'string', value: VERSION, fault: { what: IN_QUOTES, text: JSON.stringify(VERSION) } };
  if (/^(true|false)$/i.test(word) || isNothing(word)) {
    const value = isNothing(word) ? 'null' : word.toLowerCase();
    return {
      kind: value === 'null' ? 'null' : 'boolean',
      value,
      fault: { what: `JSON writes this as ${value}`, text: value },
    };
  }
  const what = /^[-+.]?\d/.test(word) ? 'a number is not written like this' : IN_QUOTES;
  return { kind: 'string', value: word, fault: { what, text: JSON.stringify(word) } };
}

/** What other languages call the absence of a value. */
export const isNothing = (word: string): boolean =>
  word !== 'null' && /^(?:null|none|nil|undefined)$/i.test(word);
