// Strict JSON -> a tree in which every value knows its place in the text; the first fault ends the reading.
import { printParseErrorCode, visit } from 'jsonc-parser';
import { err, ok, type Result } from '../aws/result.ts';
import type { Span, Spanned } from './span.ts';

/** `value` is the decoded string, or the literal as written (`12`, `true`, `null`). */
export interface JsonScalar extends Spanned<string> {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
}

export interface JsonArray extends Span {
  readonly kind: 'array';
  readonly items: readonly Json[];
  /** The text broke off before its closing bracket. */
  readonly cutOff?: true;
}

export interface JsonObject extends Span {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  /** The text broke off before its closing brace: members may be missing for that reason alone. */
  readonly cutOff?: true;
}

/** The span covers name and value. */
export interface JsonMember extends Span {
  readonly name: Spanned<string>;
  readonly value: Json;
}

export type Json = JsonScalar | JsonArray | JsonObject;

/** `what` finishes the sentence "This is not valid JSON: …". The span may be empty, at the end of the text. */
export interface JsonFault extends Span {
  readonly what: string;
}

/** A policy needs seven levels; far deeper texts would exhaust the stack of a recursive parser. */
const MAX_DEPTH = 64;

const WHAT: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this word or sign has no meaning here',
  InvalidNumberFormat: 'this number is not well formed',
  PropertyNameExpected: 'a name in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'nothing may follow the end of the document',
  InvalidCommentToken: 'comments are not part of JSON',
  UnexpectedEndOfString: 'this string has no closing quote on its line',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'this string has an incomplete \\u escape',
  InvalidEscapeCharacter: 'this string has an unknown escape after \\',
  InvalidCharacter: 'this string has a control character, which must be written as an escape',
};

/** How the visitor leaves the parser at the first fault. It never leaves this file. */
class Stop extends Error {
  readonly fault: JsonFault;
  constructor(what: string, offset: number, length: number) {
    super(what);
    this.fault = { what, from: offset, to: offset + length };
  }
}

type Open =
  | { readonly kind: 'array'; readonly from: number; readonly items: Json[] }
  | {
      readonly kind: 'object';
      readonly from: number;
      readonly members: JsonMember[];
      readonly names: Set<string>;
      name: Spanned<string> | null;
    };

/**
 * Reads one JSON value (RFC 8259). Comments, trailing commas and a byte order mark are faults, and so are two
 * members with the same name in one object, of which other parsers silently keep the last.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readJson(text: string): Result<Json, JsonFault> {
  const roots: Json[] = [];
  const open: Open[] = [];

  const add = (value: Json): void => {
    const parent = open.at(-1);
    if (parent === undefined) roots.push(value);
    else if (parent.kind === 'array') parent.items.push(value);
    else if (parent.name !== null)
      parent.members.push({ name: parent.name, value, from: parent.name.from, to: value.to });
  };
  const enter = (value: Open, length: number): void => {
    if (open.length === MAX_DEPTH)
      throw new Stop(`values are nested more than ${MAX_DEPTH} levels deep`, value.from, length);
    open.push(value);
  };
  const leave = (to: number): void => {
    const closed = open.pop();
    if (closed?.kind === 'array') add({ kind: 'array', items: closed.items, from: closed.from, to });
    else if (closed !== undefined) add({ kind: 'object', members: closed.members, from: closed.from, to });
  };

  try {
    visit(
      text,
      {
        onObjectBegin: (from, length) =>
          enter({ kind: 'object', from, members: [], names: new Set(), name: null }, length),
        onArrayBegin: (from, length) => enter({ kind: 'array', from, items: [] }, length),
        onObjectEnd: (offset, length) => leave(offset + length),
        onArrayEnd: (offset, length) => leave(offset + length),
        onObjectProperty: (value, offset, length) => {
          const parent = open.at(-1);
          if (parent?.kind !== 'object') return;
          if (parent.names.has(value))
            throw new Stop(`the name ${JSON.stringify(value)} occurs twice in this object`, offset, length);
          parent.names.add(value);
          parent.name = { value, from: offset, to: offset + length };
        },
        onLiteralValue: (value: unknown, offset, length) => {
          const span = { from: offset, to: offset + length };
          if (typeof value === 'string') return add({ kind: 'string', value, ...span });
          const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'null';
          add({ kind, value: text.slice(span.from, span.to), ...span });
        },
        onError: (code, offset, length) => {
          throw new Stop(WHAT[printParseErrorCode(code)] ?? 'this is not allowed here', offset, length);
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (error instanceof Stop) return err(error.fault);
    throw error;
  }
  const [root] = roots;
  return root === undefined ? err({ what: 'a value is expected here', from: 0, to: 0 }) : ok(root);
}
