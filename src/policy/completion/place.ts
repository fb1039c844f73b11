// Place: what a cursor in a policy text is in the middle of, however broken the text.
import {
  outline,
  stringsOf,
  valueOf,
  type Cursor,
  type OutlineContainer,
  type OutlineMember,
  type OutlineNode,
  type OutlineObject,
  type OutlineScalar,
} from '../outline.ts';

export type Place =
  /** An empty text. */
  | { readonly kind: 'document' }
  /** The name of an element, of the document or of a statement. */
  | { readonly kind: 'element'; readonly of: 'document' | 'statement'; readonly object: OutlineObject }
  | { readonly kind: 'version' | 'id' | 'sid' | 'effect' }
  /** The value of Statement, and a statement in its list. */
  | { readonly kind: 'statements' | 'statement' }
  | {
      readonly kind: 'action' | 'resource';
      readonly element: string;
      readonly statement: OutlineObject;
      /** What is listed already, the string under the cursor aside. */ readonly present: readonly string[];
    }
  /** The value of Principal itself. */
  | { readonly kind: 'principal'; readonly statement: OutlineObject }
  | { readonly kind: 'principalType'; readonly object: OutlineObject; readonly statement: OutlineObject }
  | {
      readonly kind: 'principalValue';
      readonly type: string;
      readonly statement: OutlineObject;
      /** What is listed already, the string under the cursor aside. */ readonly present: readonly string[];
    }
  /** The value of Condition itself. */
  | { readonly kind: 'conditions' }
  /** The name of an operator. `keys`: what stands under the one that is being renamed. */
  | {
      readonly kind: 'operator';
      readonly block: OutlineObject;
      readonly keys: readonly string[];
      readonly statement: OutlineObject;
    }
  /** The value of an operator itself. */
  | { readonly kind: 'keys' }
  | {
      readonly kind: 'conditionKey';
      readonly operator: string;
      readonly object: OutlineObject;
      readonly statement: OutlineObject;
    }
  | {
      readonly kind: 'conditionValue';
      readonly operator: string;
      readonly key: string;
      /** What is listed already, the string under the cursor aside. */ readonly present: readonly string[];
      readonly statement: OutlineObject;
    }
  /** Within `${…}`, where variables are read. */
  | { readonly kind: 'variable'; readonly statement: OutlineObject; readonly start: number }
  | { readonly kind: 'nothing' };

/** A place, and how text is put there. */
export interface Spot {
  readonly place: Place;
  readonly cursor: Cursor;
  readonly root: OutlineNode | null;
  /** The one value right before the cursor that may become the first of a list. */
  readonly single: OutlineScalar | null;
  /** What stands in the string or word before the cursor. */
  readonly typed: string;
  /** What an accepted candidate replaces. */
  readonly from: number;
  readonly to: number;
}

const NOTHING: Place = { kind: 'nothing' };

/** What somebody may have typed for the double quotes of JSON. */
export const OTHER_QUOTE = /^['`‘’“”]/;

/** @param at An offset into the text, in UTF-16 units. */
export function spotAt(text: string, at: number): Spot {
  const { root, cursor } = outline(text, at);
  const { token } = cursor;
  const place = placeOf(text, at, root, cursor);
  const single = lonely(place, cursor);
  if (place.kind === 'variable') {
    const { start } = place;
    const rest = /^[^"{}$]*\}/.exec(text.slice(at, token?.to))?.[0].length ?? 0;
    return { place, cursor, root, single, typed: text.slice(start + 2, at), from: start, to: at + rest };
  }
  const typed =
    token === null ? '' : text.slice(token.from, at).replace(token.quoted ? '"' : OTHER_QUOTE, '');
  const to = token === null || !token.closed ? at : token.to;
  return { place, cursor, root, single, typed, from: token?.from ?? at, to };
}

function placeOf(text: string, at: number, root: OutlineNode | null, cursor: Cursor): Place {
  const { around, names, expected, token } = cursor;
  const [document, ...inner] = around;
  if (document === undefined) {
    const isEmpty = root === null || root === token;
    return expected === 'value' && isEmpty ? { kind: 'document' } : NOTHING;
  }
  if (document.kind !== 'object' || cursor.occupied) return NOTHING;
  if (expected === 'end' || expected === 'colon') return NOTHING;
  const [ofDocument, ...deeper] = names;
  const element = ofDocument?.name.value;
  if (inner.length === 0) return inDocument(document, element, cursor);
  if (element !== 'Statement') return NOTHING;
  const [list, ...inList] = inner;
  if (list?.kind === 'array') {
    const [statement, ...inStatement] = inList;
    if (statement === undefined) return expected === 'name' ? NOTHING : { kind: 'statement' };
    return statement.kind === 'object'
      ? ofStatement(text, at, statement, inStatement, deeper, cursor)
      : NOTHING;
  }
  return list === undefined ? NOTHING : ofStatement(text, at, list, inList, deeper, cursor);
}

function inDocument(object: OutlineObject, element: string | undefined, { expected }: Cursor): Place {
  if (expected !== 'value') return { kind: 'element', of: 'document', object };
  switch (element) {
    case 'Version':
      return { kind: 'version' };
    case 'Id':
      return { kind: 'id' };
    case 'Statement':
      return { kind: 'statements' };
    default:
      return NOTHING;
  }
}

function ofStatement(
  text: string,
  at: number,
  statement: OutlineObject,
  inner: readonly OutlineContainer[],
  names: readonly (OutlineMember | null)[],
  cursor: Cursor,
): Place {
  const [member, ...deeper] = names;
  const element = member?.name.value ?? '';
  const place = inStatement(statement, element, inner, deeper, cursor);
  const hasVariables = place.kind === 'resource' || place.kind === 'conditionValue';
  if (!hasVariables || cursor.token === null) return place;
  const before = text.slice(cursor.token.from, at);
  const start = before.endsWith('$') ? before.length - 1 : before.lastIndexOf('${');
  return start < 0 || before.indexOf('}', start) >= 0
    ? place
    : { kind: 'variable', statement, start: cursor.token.from + start };
}

function inStatement(
  statement: OutlineObject,
  element: string,
  inner: readonly OutlineContainer[],
  names: readonly (OutlineMember | null)[],
  cursor: Cursor,
): Place {
  const [first, second, third] = inner;
  const { expected } = cursor;
  const isList = (container: OutlineContainer | undefined, next: unknown): boolean =>
    next === undefined && (container === undefined ? expected === 'value' : container.kind === 'array');
  const listOf = (object: OutlineObject, name: string): readonly string[] =>
    listed(valueOf(object, name), cursor);
  if (first === undefined && expected !== 'value')
    return { kind: 'element', of: 'statement', object: statement };
  switch (element) {
    case 'Sid':
    case 'Effect':
      return first === undefined ? { kind: element === 'Sid' ? 'sid' : 'effect' } : NOTHING;
    case 'Action':
    case 'NotAction':
    case 'Resource':
    case 'NotResource': {
      if (!isList(first, second)) return NOTHING;
      const kind = element.endsWith('Action') ? 'action' : 'resource';
      return { kind, element, statement, present: listOf(statement, element) };
    }
    case 'Principal':
    case 'NotPrincipal': {
      if (first === undefined) return { kind: 'principal', statement };
      if (first.kind === 'array') return NOTHING;
      if (second === undefined && expected !== 'value')
        return { kind: 'principalType', object: first, statement };
      const type = names[0]?.name.value ?? '';
      return isList(second, third)
        ? { kind: 'principalValue', type, statement, present: listOf(first, type) }
        : NOTHING;
    }
    case 'Condition': {
      if (first === undefined) return { kind: 'conditions' };
      if (first.kind === 'array') return NOTHING;
      const operator = names[0]?.name.value ?? '';
      if (second === undefined) {
        if (expected === 'value') return { kind: 'keys' };
        const renamed = cursor.token === null ? null : valueOf(first, operator);
        return { kind: 'operator', block: first, keys: keysUnder(renamed), statement };
      }
      if (second.kind === 'array') return NOTHING;
      if (third === undefined && expected !== 'value')
        return { kind: 'conditionKey', operator, object: second, statement };
      const key = names[1]?.name.value ?? '';
      return isList(third, inner[3])
        ? { kind: 'conditionValue', operator, key, present: listOf(second, key), statement }
        : NOTHING;
    }
    default:
      return NOTHING;
  }
}

const keysUnder = (node: OutlineNode | null): readonly string[] =>
  node?.kind === 'object' ? node.members.map(({ name }) => name.value) : [];

const listed = (node: OutlineNode | null, cursor: Cursor): readonly string[] =>
  stringsOf(node)
    .filter((one) => one.from !== cursor.token?.from)
    .map(({ value }) => value);

const LISTS = new Set(['Action', 'NotAction', 'Resource', 'NotResource']);

/** The value right before the cursor, where it stands alone and a list may take its place. */
function lonely(place: Place, { expected, names, around }: Cursor): OutlineScalar | null {
  const member = names.at(-1);
  const value = member?.value;
  if (expected !== 'comma' || around.at(-1)?.kind !== 'object' || value?.kind !== 'scalar') return null;
  if (!value.quoted || !value.closed) return null;
  switch (place.kind) {
    case 'element':
      return LISTS.has(member?.name.value ?? '') ? value : null;
    case 'principalType':
    case 'conditionKey':
      return value;
    default:
      return null;
  }
}
