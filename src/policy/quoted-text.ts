// Text in quotes of any kind, as people and word processors type it.
import type { Edit } from './diagnostic.ts';
import type { Span, Spanned } from './span.ts';

/** A way out: what the button says, and what it changes. */
export type Way = readonly [label: string, ...edits: readonly Edit[]];

export type Report = (what: string, span: Span, ways: readonly Way[]) => void;

/** What may close a text that one of these opens. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ...[...'“”„‟″'].map((quote) => [quote, '“”„‟″"'] as const),
  ...[...'‘’‚‛′'].map((quote) => [quote, "‘’‚‛′'"] as const),
  ['«', '»'],
]);
const CURLY = /[“”„‟″‘’‚‛]/;

/** Space that is none in JSON, and marks without width. */
export const isInvisible = (letter: string): boolean =>
  /[\u00a0\u2000-\u200f\u2028-\u202f\u2060\u3000\ufeff]/.test(letter);

/** What ends a text is more likely a sign of the document than part of it, except the brace of a policy variable. */
export function withoutSigns(text: string, signs: RegExp): string {
  const inner = text.replace(signs, '');
  return text[inner.length] === '}' && /\$\{[^}]*$/.test(inner) ? `${inner}}` : inner;
}

/** `''Allow''` */
const DOUBLED = /''[^'"\s,:{}[\]][^'"\n]*''/y;

/** What stands between the quotes of a text that goes on for a few lines, with what may follow it. */
const BROKEN_VALUE = /(?:[^"\\\n]|\\[^\n])*\\?\n(?:[^"\n]*\n){0,5}[^"\n]*(?="\s*(?:[,;)}\]]|$))/y;
const BROKEN_NAME = /(?:[^"\\\n]|\\[^\n])*\\?\n[^"\n]*(?="\s*:)/y;

export class QuotedReader {
  readonly #text: string;
  readonly #report: Report;

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
  }

  opens(letter: string): boolean {
    return CLOSING.has(letter);
  }

  /** The text that opens at `from`, which reaches no further than its line, except where its rest stands on the next ones. */
  read(from: number, isName = false): Spanned<string> {
    const quote = this.#text[from] ?? '"';
    DOUBLED.lastIndex = from;
    const [doubled] = DOUBLED.exec(this.#text) ?? [];
    if (doubled !== undefined) return this.#doubled(doubled, from);
    const closing = CLOSING.get(quote) ?? quote;
    let at = from + 1;
    let curly = -1;
    for (; at < this.#text.length; at++) {
      const letter = this.#text[at] ?? '';
      if (letter === '\n' || (letter === '\\' && this.#text[at + 1] === '\n')) {
        const joined = quote === '"' ? this.#joined(from, isName) : null;
        if (joined) return joined;
        break;
      }
      if (letter === '\\') at++;
      else if (closing.includes(letter)) return this.#closed(quote, from, at);
      else if (curly < 0 && CURLY.test(letter)) curly = at;
    }
    // `"Allow”`: the quote at the end was made pretty, the one at the start was not.
    if (quote === '"' && curly >= 0) return this.#closed('“', from, curly);
    return this.#unclosed(from, Math.min(at, this.#text.length));
  }

  #doubled(all: string, from: number): Spanned<string> {
    const span = { from, to: from + all.length };
    const value = all.slice(2, -2);
    const text = JSON.stringify(value);
    this.#report('JSON takes one double quote, not two single ones', span, [
      [`Use ${text}`, { ...span, text }],
    ]);
    return { value, ...span };
  }

  /** A text that was broken in two; null where it is its closing quote that is missing. */
  #joined(from: number, isName: boolean): Spanned<string> | null {
    const pattern = isName ? BROKEN_NAME : BROKEN_VALUE;
    pattern.lastIndex = from + 1;
    const [inner] = pattern.exec(this.#text) ?? [];
    if (inner === undefined || /[,;:{[\]]\s*\n/.test(inner)) return null;
    if (/[{}[\]]/.test(inner.replace(/\$\{[^{}]*\}/g, ''))) return null;
    const breaks = [...inner.matchAll(/[ \t]*\\?\r?\n\s*/g)].map(({ 0: { length }, index }) => ({
      from: from + 1 + index,
      to: from + 1 + index + length,
    }));
    const to = from + inner.length + 2;
    // Where words are apart from each other, so are those at the end of a line and at the start of the next.
    const isOfWords = /[^\s] +[^\s]/.test(inner.replace(/\n\s*/g, '\n'));
    const edits = breaks.map((one) => ({ ...one, text: isOfWords && one.to < to - 1 ? ' ' : '' }));
    this.#report('a text must end on the line where it begins', { from, to }, [['Join the lines', ...edits]]);
    return { value: inner.replace(/[ \t]*\\?\r?\n\s*/g, isOfWords ? ' ' : ''), from, to };
  }

  #closed(quote: string, from: number, close: number): Spanned<string> {
    const span = { from, to: close + 1 };
    const inner = this.#text.slice(from + 1, close);
    if (quote === '"') return { value: this.#decoded(inner, from + 1), ...span };
    const value = inner.replace(/\\(['`])/g, '$1');
    const text = JSON.stringify(value);
    const what =
      quote === "'"
        ? 'JSON takes double quotes, not single ones'
        : quote === '`'
          ? 'JSON takes double quotes, not backticks'
          : 'JSON takes straight double quotes, not curly ones';
    this.#report(what, span, [[`Use ${text}`, { ...span, text }]]);
    return { value, ...span };
  }

  #unclosed(from: number, lineEnd: number): Spanned<string> {
    const inner = withoutSigns(this.#text.slice(from + 1, lineEnd), /[\s,}\]]+$/);
    const to = from + 1 + inner.length;
    this.#report('this text has no closing quote', { from, to }, [
      ['Add the quote', { from: to, to, text: '"' }],
    ]);
    return { value: inner, from, to };
  }

  /** The text without its escapes; with those that JSON does not have it stays as it is. */
  #decoded(inner: string, start: number): string {
    for (let at = 0; at < inner.length; at++) {
      const letter = inner[at] ?? '';
      if (letter === '\\') {
        this.#checkEscape(inner, at, start + at);
        at++;
      } else if (letter < ' ') {
        const span = { from: start + at, to: start + at + 1 };
        const text = JSON.stringify(letter).slice(1, -1);
        // At its start or end, nobody means it.
        const isStray =
          inner.trim() !== '' && (inner.slice(0, at).trim() === '' || inner.slice(at).trim() === '');
        this.#report('a sign that cannot be seen stands in this text', span, [
          isStray ? ['Remove it', { ...span, text: '' }] : [`Use ${text}`, { ...span, text }],
        ]);
      }
    }
    try {
      return String(JSON.parse(`"${inner}"`));
    } catch {
      return inner;
    }
  }

  #checkEscape(inner: string, at: number, from: number): void {
    if (/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(inner.slice(at, at + 6))) return;
    this.#report('a backslash is written twice in JSON', { from, to: from + 2 }, [
      ['Write the backslash twice', { from, to: from, text: '\\' }],
    ]);
  }
}
