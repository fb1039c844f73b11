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
  if (/^(true|false)$/i.test(word)) {
    const value = word.toLowerCase();
    return { kind: 'boolean', value, fault: { what: `JSON writes this as ${value}`, text: value } };
  }
  // There is only one thing that it can be.
  if (element === 'Version')
    return { kind: 'string', value: VERSION, fault: { what: IN_QUOTES, text: JSON.stringify(VERSION) } };
  const what = /^[-+.]?\d/.test(word) ? 'a number is not written like this' : IN_QUOTES;
  return { kind: 'string', value: word, fault: { what, text: JSON.stringify(word) } };
}

/** What a text begins with that other languages have for no value, and no element of a policy can have; null where it does not. */
export function noValue(text: string): string | null {
  const [word] = /^(?:none|undefined|nil|null)(?=[\s,}\]]|$)/i.exec(text) ?? [];
  return word === undefined || word === 'null' ? null : word;
}
