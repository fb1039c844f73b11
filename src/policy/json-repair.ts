// One sign too few or too many -> the places at which it may be missing or stray, to be tried out.
import type { Edit } from './diagnostic.ts';
import { withoutSigns } from './quoted-text.ts';
import type { Span } from './span.ts';

/** A change of one sign that may be what is wrong with a text. */
export interface Repair {
  /** Finishes the sentence "This is not valid JSON: …". */
  readonly what: string;
  readonly span: Span;
  /** What the button says. */
  readonly label: string;
  readonly edit: Edit;
  /** The way the lines are set speaks for it: then it is believed even where another change would do as well. */
  readonly likely?: true;
}

type Sign = '{' | '}' | '[' | ']' | ',' | ':';

interface Token extends Span {
  readonly kind: Sign | 'string' | 'word';
}

/** A string ends on its line; whatever else is no sign of JSON is a word. */
const TOKEN = /"(?:[^"\\\n]|\\[^\n])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/** What a statement has, and its parts have not. */
const ELEMENTS: ReadonlySet<string> = new Set(
  'Sid Effect Action NotAction Resource NotResource Principal NotPrincipal Condition'.split(' '),
);

/** Elements whose value is an object. */
const PARTS: ReadonlySet<string> = new Set(['Principal', 'NotPrincipal', 'Condition']);

const CLOSER = { '{': '}', '[': ']' } as const;
const OPENER = { '}': '{', ']': '[' } as const;
const NAMES = {
  '{': 'an opening brace {',
  '[': 'an opening bracket [',
  '}': 'a closing brace }',
  ']': 'a closing bracket ]',
} as const;
const SHORT = { '{': 'brace', '}': 'brace', '[': 'bracket', ']': 'bracket' } as const;

const isOpener = (kind: Token['kind']): kind is '{' | '[' => kind === '{' || kind === '[';
const isCloser = (kind: Token['kind']): kind is '}' | ']' => kind === '}' || kind === ']';

export class Repairs {
  readonly #text: string;
  readonly #tokens: readonly Token[];

  constructor(text: string) {
    this.#text = text;
    this.#tokens = [...text.matchAll(TOKEN)].map(({ 0: raw, index }): Token => {
      const kind = raw.startsWith('"') ? 'string' : /^[{}[\],:]$/.test(raw) ? (raw as Sign) : 'word';
      return { kind, from: index, to: index + raw.length };
    });
  }

  /** What may be wrong where something was found to be; the likelier come first. */
  around(place: number): readonly Repair[] {
    const at = this.#tokens.findIndex(({ from }) => from >= place);
    const index = at < 0 ? this.#tokens.length : at;
    return [
      ...this.#unclosedByLines(),
      ...this.#unclosedByNames(),
      ...this.#closingOrder(),
      ...[index - 2, index - 1, index].flatMap((one) => this.#closingQuote(one)),
      ...[index - 1, index].flatMap((one) => this.#openingQuote(one)),
      ...this.#opening(index),
      ...this.#closing(index),
      ...this.#otherSign(index),
      ...[index, index - 1].flatMap((one) => this.#surplus(one)),
    ];
  }

  /** `"Effect: "Allow"`: what the string ends with are signs of the document. */
  #closingQuote(index: number): Repair[] {
    const token = this.#tokens[index];
    if (token?.kind !== 'string') return [];
    const inner = withoutSigns(this.#text.slice(token.from + 1, token.to), /[\s,:{}[\]]*"?$/);
    const to = token.from + 1 + inner.length;
    if (inner === '' || to >= token.to - 1) return [];
    return [
      {
        what: 'this text has no closing quote',
        span: { from: token.from, to },
        label: 'Add the quote',
        edit: { from: to, to, text: '"' },
      },
    ];
  }

  /** Only of a text whose other quote stands on the line: a word without any is told as such, and so is one in other quotes. */
  #openingQuote(index: number): Repair[] {
    const token = this.#tokens[index];
    if (token?.kind !== 'word') return [];
    const [line = ''] = this.#text.slice(token.from).split('\n', 1);
    if (!/^[^'`‘’“”][^"]*"/.test(line)) return [];
    return [
      {
        what: 'this text has no opening quote',
        span: token,
        label: 'Add the quote',
        edit: { from: token.from, to: token.from, text: '"' },
      },
    ];
  }

  /** What opens an object stands before its first name, and what opens a list after the colon. */
  #opening(index: number): Repair[] {
    const brace = [index, index - 1].flatMap((one) => {
      const token = this.#tokens[one];
      const isName = token?.kind === 'string' && this.#tokens[one + 1]?.kind === ':';
      return isName ? [this.#put('{', token.from, token)] : [];
    });
    let depth = 0;
    for (let at = index - 1; at >= 0; at--) {
      const { kind } = this.#tokens[at] ?? {};
      if (kind === undefined) break;
      if (isCloser(kind)) depth++;
      else if (isOpener(kind) && --depth < 0) break;
      const value = this.#tokens[at + 1];
      // A policy has no list within a list.
      if (kind === ':' && depth === 0 && value && value.kind !== '[' && at + 1 < index)
        // A list that is closed was opened, more likely than closed by mistake.
        return [
          ...brace,
          {
            ...this.#put('[', value.from, value),
            ...(this.#tokens[index]?.kind === ']' && { likely: true }),
          },
        ];
    }
    return brace;
  }

  /** Before what comes, or before the comma that leads to the name. */
  #closing(index: number): Repair[] {
    const places = [index];
    if (this.#tokens[index]?.kind === ':') places.push(index - 1);
    return places.flatMap((one) => (['}', ']'] as const).map((sign) => this.#close(sign, one)));
  }

  /** A closing sign in front of a token; a comma before that token stays behind it. */
  #close(sign: '}' | ']', index: number): Repair {
    const isAfterComma = this.#tokens[index - 1]?.kind === ',';
    const last = this.#tokens[index - (isAfterComma ? 2 : 1)];
    const next = this.#tokens[index] ?? { from: this.#text.length, to: this.#text.length };
    return this.#put(sign, last?.to ?? 0, next);
  }

  /**
   * Where a line stands no further in than one that opened something, which was laid out with its lines further in, the
   * closing sign is missing there.
   */
  #unclosedByLines(): Repair[] {
    const open: { readonly kind: '{' | '['; readonly indent: number; isIndented: boolean }[] = [];
    for (const [index, token] of this.#tokens.entries()) {
      const line = this.#text.lastIndexOf('\n', token.from) + 1;
      const indent = /^[ \t]*/.exec(this.#text.slice(line, token.to))?.[0].length ?? 0;
      const innermost = open.at(-1);
      if (innermost && line + indent === token.from) {
        const closes = isCloser(token.kind) && OPENER[token.kind] === innermost.kind;
        if (indent > innermost.indent) innermost.isIndented = true;
        else if (innermost.isIndented && (indent < innermost.indent || !closes))
          return [{ ...this.#close(CLOSER[innermost.kind], index), likely: true }];
      }
      if (isOpener(token.kind)) open.push({ kind: token.kind, indent, isIndented: false });
      else if (isCloser(token.kind)) open.pop();
    }
    return [];
  }

  /**
   * `"Principal": {"AWS": "1", "Action": …`: an element of a statement stands in no principal and no condition, so what is
   * open was to be closed before it. And `"Condition": {"Bool": {…}]` lacks all the braces up to the bracket.
   */
  #unclosedByNames(): Repair[] {
    const open: { readonly kind: '{' | '['; readonly isPart: boolean }[] = [];
    for (const [index, token] of this.#tokens.entries()) {
      const innermost = open.at(-1);
      const isName = token.kind === 'string' && this.#tokens[index + 1]?.kind === ':';
      if (isName && innermost?.isPart && innermost.kind === '{' && ELEMENTS.has(this.#wordOf(token)))
        return [{ ...this.#close('}', index), likely: true }];
      if (isOpener(token.kind)) {
        const name = this.#tokens[index - 1]?.kind === ':' ? this.#tokens[index - 2] : undefined;
        const isPart = innermost?.isPart === true || (name !== undefined && PARTS.has(this.#wordOf(name)));
        open.push({ kind: token.kind, isPart });
      } else if (isCloser(token.kind)) {
        const braces = token.kind === ']' ? open.toReversed().findIndex(({ kind }) => kind === '[') : 0;
        if (braces > 1) return [this.#closeAll('}'.repeat(braces), index)];
        open.pop();
      }
    }
    return [];
  }

  /** `{"a": [{"b": "c"]}}`: at the end stands all that is needed, in the wrong order. */
  #closingOrder(): Repair[] {
    const count = this.#tokens.toReversed().findIndex(({ kind }) => !isCloser(kind));
    const open: ('}' | ']')[] = [];
    for (const { kind } of this.#tokens.slice(0, this.#tokens.length - count)) {
      if (isOpener(kind)) open.unshift(CLOSER[kind]);
      else if (isCloser(kind)) open.shift();
    }
    const last = this.#tokens.slice(this.#tokens.length - count);
    const [first] = last;
    const now = last.map(({ kind }) => kind);
    const isSame = now.join('') === open.join('');
    if (!first || isSame || now.toSorted().join('') !== open.toSorted().join('')) return [];
    const span = { from: first.from, to: last.at(-1)?.to ?? first.to };
    let at = 0;
    const text = this.#text.slice(span.from, span.to).replace(/[}\]]/g, () => open[at++] ?? '');
    const order = open.join('');
    return [
      {
        what: `what opened last is closed first: ${order} and not ${now.join('')}`,
        span,
        label: `Use ${order}`,
        edit: { ...span, text },
        likely: true,
      },
    ];
  }

  #wordOf = ({ from, to }: Span): string => this.#text.slice(from + 1, to - 1);

  #closeAll(signs: string, index: number): Repair {
    const at = this.#tokens[index - 1]?.to ?? 0;
    const { from = at, to = at } = this.#tokens[index] ?? {};
    return {
      what: `${signs} is missing before this`,
      span: { from, to },
      label: `Add ${signs}`,
      edit: { from: at, to: at, text: signs },
    };
  }

  /** `["a"}` */
  #otherSign(index: number): Repair[] {
    const token = this.#tokens[index];
    if (!token || !isCloser(token.kind)) return [];
    const other = token.kind === '}' ? ']' : '}';
    return [
      {
        what: `what ${OPENER[other]} opens is closed by ${other}, not by ${token.kind}`,
        span: token,
        label: `Use ${other}`,
        edit: { from: token.from, to: token.to, text: other },
      },
    ];
  }

  #surplus(index: number): Repair[] {
    const token = this.#tokens[index];
    if (!token || token.kind === 'string' || token.kind === 'word') return [];
    return [
      {
        what: `this ${token.kind} does not belong here`,
        span: token,
        label: `Remove ${token.kind}`,
        edit: { from: token.from, to: token.to, text: '' },
      },
    ];
  }

  #put(sign: keyof typeof NAMES, at: number, { from, to }: Span): Repair {
    const isAtEnd = from === this.#text.length;
    return {
      what: `${NAMES[sign]} is missing ${isAtEnd ? 'at the end' : 'before this'}`,
      span: { from, to },
      label: `Add the ${SHORT[sign]}`,
      edit: { from: at, to: at, text: sign },
    };
  }
}

/** A place in a text after an edit, as a place in the text before it. */
export function placeBefore({ from, to, text }: Edit, place: number): number {
  if (place <= from) return place;
  return Math.max(from, place - text.length + (to - from));
}
