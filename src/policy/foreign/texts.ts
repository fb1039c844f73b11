// Texts as programs and Terraform write them: quotes of all kinds, escapes, and what is filled in when the program runs.
import type { Span } from '../span.ts';

export interface TextRead {
  readonly value: string;
  readonly to: number;
  /** The places of what is filled in. */
  readonly open: readonly Span[];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** A variable of a policy has a colon: `${aws:username}`; that of a program has none. */
const FILLED = /(\$?)\$\{((?:[^{}"]|"[^"]*")*)\}/y;
const OF_POLICIES = /^\s*[\w-]+:[\w/.-]+\s*(?:,.*)?$/;

const OPENING = /([fFrRbBuU]{0,2})("""|'''|["'`])/y;

/** The text that opens at `from`; null where none does. */
export function textAt(text: string, from: number, isTerraform: boolean): TextRead | null {
  OPENING.lastIndex = from;
  const [opening = '', prefix = '', quote = ''] = OPENING.exec(text) ?? [];
  if (quote === '') return null;
  const isFormat = /f/i.test(prefix);
  const open: Span[] = [];
  let value = '';
  let at = from + opening.length;
  for (;;) {
    const letter = text[at];
    if (letter === undefined || (letter === '\n' && /^["']$/.test(quote))) return null;
    if (text.startsWith(quote, at)) return { value, to: at + quote.length, open };
    const filled = letter === '$' ? filledAt(text, at, isTerraform || quote === '`') : null;
    const braced = isFormat && letter === '{' ? /\{([^{}\n]*)\}/y : null;
    if (braced) braced.lastIndex = at;
    const name = braced?.exec(text)?.[1];
    if (filled) {
      value += filled.value;
      if (filled.isOpen) open.push({ from: at, to: filled.to });
      at = filled.to;
    } else if (name !== undefined) {
      value += `\${${name}}`;
      open.push({ from: at, to: at + name.length + 2 });
      at += name.length + 2;
    } else if (letter === '\\' && !/r/i.test(prefix)) {
      const escaped = text[at + 1] ?? '';
      const code = /^u[0-9a-fA-F]{4}/.exec(text.slice(at + 1, at + 6))?.[0];
      value += code
        ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
        : (ESCAPES[escaped] ?? kept(escaped));
      at += 1 + (code?.length ?? 1);
    } else {
      value += letter;
      at++;
    }
  }
}

/** Of an escape that no language has, the backslash is meant. */
const kept = (escaped: string): string => (/[\w*]/.test(escaped) ? `\\${escaped}` : escaped);

interface Filled {
  readonly value: string;
  readonly to: number;
  readonly isOpen: boolean;
}

function filledAt(text: string, at: number, isFilled: boolean): Filled | null {
  FILLED.lastIndex = at;
  const [all, escape = '', name = ''] = FILLED.exec(text) ?? [];
  if (all === undefined) return null;
  const isOpen = isFilled && escape === '' && !OF_POLICIES.test(name);
  // `$${` is how Terraform writes what it is not to fill in.
  return { value: isFilled && escape !== '' ? all.slice(1) : all, to: at + all.length, isOpen };
}

const HEREDOC = /<<[-~]?[ \t]*["']?(\w+)["']?[ \t]*\n([\s\S]*?)\n[ \t]*\1(?!\w)/y;

/** `<<EOF` and the lines up to `EOF`; null where no such text opens. */
export function heredoc(text: string, at: number): TextRead | null {
  HEREDOC.lastIndex = at;
  const found = HEREDOC.exec(text);
  if (!found) return null;
  const [all, , inner = ''] = found;
  const start = at + all.indexOf('\n') + 1;
  const open: Span[] = [];
  const value = inner.replace(
    /(\$?)\$\{((?:[^{}"]|"[^"]*")*)\}/g,
    (one: string, escape: string, name: string, index: number) => {
      if (escape !== '') return one.slice(1);
      if (!OF_POLICIES.test(name)) open.push({ from: start + index, to: start + index + one.length });
      return one;
    },
  );
  return { value, to: at + all.length, open };
}

/** Where the text that opens at `from` ends; the end of its line where it does not. */
export function endOfText(text: string, from: number): number {
  const read = textAt(text, from, true);
  if (read) return read.to;
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
