// A value as programs and Terraform write it -> a tree: objects, lists, texts, calls, and what only a program can work out.
import type { Span } from '../span.ts';
import { endOfText, heredoc, textAt, type TextRead } from './texts.ts';

export type Literal =
  /** With the places of what a program fills in. */
  | { readonly kind: 'text'; readonly value: string; readonly open: readonly Span[] }
  /** A number, true or false. */
  | { readonly kind: 'plain'; readonly value: number | boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list'; readonly items: readonly Literal[] }
  | { readonly kind: 'object'; readonly members: readonly Named[] }
  | {
      readonly kind: 'call';
      readonly source: Source;
      readonly name: string;
      readonly items: readonly Literal[];
      readonly members: readonly Named[];
    }
  /** What has a value only when the program runs. */
  | { readonly kind: 'open'; readonly source: Source };

/** A part of the program as it stands there. */
export interface Source extends Span {
  readonly text: string;
}

export interface Named {
  readonly name: string;
  readonly value: Literal;
}

/** Leaves the reading of what is no literal. */
export class Unread extends Error {}

const GAP = /(?:\s|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const GO_LIST = /\[(?:\.\.\.|\d*)\]\s*(?:map\[\w+\])?\*?[\w.]+(?:\{\})?\s*\{/y;
const GO_MAP = /map\[\w+\](?:\[\]|map\[\w+\])*\*?[\w.]+(?:\{\})?\s*\{/y;
const PREFIX = /(?:&|new\b\s*)(?=[A-Za-z_])/y;
const WORD = /[A-Za-z_$@][\w$]*(?:(?:\.|::|->)(?:[A-Za-z_$*][\w$]*)|\[[^\]\n]*\])*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?![\w.])/y;
const JOINT = /\s*(=>|:(?!=)|=(?!=))/y;
const NAME = /[A-Za-z_$@][\w$:.@/-]*?(?=\s*(?:=>|:(?![\w:])|=))/y;
const MORE = /[ \t]*(?:\?|\|\||&&|==|!=|[-*%<>/]=?[ \t]|for\b|if\b)/y;
const MOST_DEEP = 40;

export class LiteralReader {
  readonly #text: string;
  at: number;
  /** Whether comments were passed over. */
  hasComments = false;
  readonly #isTerraform: boolean;
  #depth = 0;

  constructor(text: string, at: number, isTerraform: boolean) {
    this.#text = text;
    this.at = at;
    this.#isTerraform = isTerraform;
  }

  /** Space and comments. */
  gap(): void {
    const [gap = ''] = this.take(GAP) ?? [];
    if (/\S/.test(gap)) this.hasComments = true;
  }

  /** What an expression finds here, which is passed over then. */
  take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.#text);
    if (found) this.at += found[0].length;
    return found;
  }

  isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  isAt(sign: string): boolean {
    return this.#text.startsWith(sign, this.at);
  }

  /** @throws Unread where no literal stands here. */
  value(): Literal {
    if (++this.#depth > MOST_DEEP) throw new Unread();
    this.gap();
    const from = this.at;
    let value = this.#operand();
    while (
      this.take(/\s*\+\s*(?:\\\n\s*)?/y) ??
      (value.kind === 'text' ? this.take(/\s*\.\s*(?=["'$])/y) : null)
    )
      value = this.#joined(value, this.#operand());
    MORE.lastIndex = this.at;
    if (MORE.test(this.#text)) value = this.#rest(from);
    this.#depth--;
    return value;
  }

  #joined(one: Literal, other: Literal): Literal {
    const parts = [one, other].map(asText);
    return {
      kind: 'text',
      value: parts.map(({ value }) => value).join(''),
      open: parts.flatMap(({ open }) => open),
    };
  }

  /** An expression as it stands, up to the end of its line or of what is around it. */
  #rest(from: number): Literal {
    let depth = 0;
    let at = from;
    for (; at < this.#text.length; at++) {
      const letter = this.#text[at] ?? '';
      if (/["'`]/.test(letter)) at = endOfText(this.#text, at) - 1;
      else if (/[([{]/.test(letter)) depth++;
      else if (/[)\]}]/.test(letter) && --depth < 0) break;
      else if (depth === 0 && /[,;\n]/.test(letter)) break;
    }
    this.at = at;
    const text = this.#text.slice(from, at).trim();
    if (text === '') throw new Unread();
    return { kind: 'open', source: { text, from, to: from + text.length } };
  }

  /** What was passed over since `from`. */
  #since(from: number): Source {
    return { text: this.#text.slice(from, this.at), from, to: this.at };
  }

  #operand(): Literal {
    const text = heredoc(this.#text, this.at) ?? textAt(this.#text, this.at, this.#isTerraform);
    if (text) return this.#textOf(text);
    if (this.take(GO_LIST)) return this.#list('}');
    if (this.take(GO_MAP)) return this.#object('}');
    if (this.take(/\[/y)) return this.#list(']');
    if (this.take(/\{/y)) return this.#list('}');
    if (this.take(/\(/y)) return this.#round();
    const number = this.take(NUMBER);
    if (number) return { kind: 'plain', value: Number(number[0]) };
    this.take(PREFIX);
    return this.#word();
  }

  #textOf({ value, to, open }: TextRead): Literal {
    this.at = to;
    return { kind: 'text', value, open };
  }

  #word(): Literal {
    const from = this.at;
    const [word] = this.take(WORD) ?? [];
    if (word === undefined) throw new Unread();
    if (/^(?:true|false)$/i.test(word)) return { kind: 'plain', value: /^true$/i.test(word) };
    if (/^(?:null|none|nil|undefined)$/i.test(word)) return { kind: 'nothing' };
    if (this.take(/\(/y)) return this.#call(word, from);
    if (/^(?:\w+\.)?[A-Z]/.test(word) && this.take(/\s*\{/y)) return this.#object('}');
    // Constants, as of the effect of a statement, are known by name.
    if (/\.(?:ALLOW|DENY)$/i.test(word))
      return { kind: 'call', name: word, items: [], members: [], source: this.#since(from) };
    return { kind: 'open', source: this.#since(from) };
  }

  /** `(a)` is what it holds; `(a,)` is a list. */
  #round(): Literal {
    const from = this.at;
    const value = this.value();
    this.gap();
    if (this.take(/\)/y)) return value;
    this.at = from;
    return this.#list(')');
  }

  /** Up to its end; a list whose items have names is an object. */
  #list(close: string): Literal {
    this.gap();
    const from = this.at;
    const isNamed = this.#name() !== null;
    this.at = from;
    if (isNamed || (close === '}' && this.isAt('}'))) return this.#object(close);
    const items: Literal[] = [];
    while (!this.#ends(close)) {
      items.push(this.value());
      this.#separated(close, false);
    }
    return { kind: 'list', items };
  }

  #object(close: string): Literal {
    const members: Named[] = [];
    while (!this.#ends(close)) {
      const named = this.#name();
      if (named === null) throw new Unread();
      members.push({ name: named.name, value: this.value() });
      this.#separated(close, named.joint === '=');
    }
    return { kind: 'object', members };
  }

  #call(name: string, from: number): Literal {
    const items: Literal[] = [];
    const members: Named[] = [];
    while (!this.#ends(')')) {
      const named = this.#name();
      const value = this.value();
      if (named) members.push({ name: named.name, value });
      else items.push(value);
      this.#separated(')', false);
    }
    return { kind: 'call', name, items, members, source: this.#since(from) };
  }

  #ends(close: string): boolean {
    this.gap();
    if (!this.isAt(close)) return false;
    this.at += close.length;
    return true;
  }

  /** @param bySpace Whether the end of a line, or space, is enough, as in Terraform. */
  #separated(close: string, bySpace: boolean): void {
    const before = this.at;
    this.gap();
    if (this.isAt(close) || this.take(/,/y)) return;
    if (bySpace && this.at > before) return;
    throw new Unread();
  }

  #name(): { readonly name: string; readonly joint: string } | null {
    const from = this.at;
    // Ruby: `:effect => …`; JavaScript: `[key]: …`
    this.take(/:(?=[A-Za-z])/y);
    const text = textAt(this.#text, this.at, this.#isTerraform);
    if (text) this.at = text.to;
    const name = text ? text.value : (this.take(NAME)?.[0] ?? null);
    const joint = name === null ? undefined : this.take(JOINT)?.[1];
    if (name !== null && joint !== undefined) return { name, joint };
    this.at = from;
    return null;
  }
}

/** As it stands in a text: what is open in `${}`. */
export function asText(value: Literal): { readonly value: string; readonly open: readonly Span[] } {
  if (value.kind === 'text') return value;
  if (value.kind === 'plain') return { value: String(value.value), open: [] };
  if (value.kind !== 'open' && value.kind !== 'call') throw new Unread();
  return { value: `\${${value.source.text}}`, open: [value.source] };
}
