// Outline: a policy text, whole or broken, as a tree of what can be made out, and what stands around a cursor in it.
import type { Span } from './span.ts';

/** A string, or a bare word as somebody types it before its quotes. The value is decoded as far as it goes. */
export interface OutlineScalar extends Span {
  readonly kind: 'scalar';
  readonly value: string;
  readonly quoted: boolean;
  /** Whether it ends: a string without its closing quote runs to the end of its line. */
  readonly closed: boolean;
}

export interface OutlineArray extends Span {
  readonly kind: 'array';
  readonly items: readonly OutlineNode[];
}

export interface OutlineObject extends Span {
  readonly kind: 'object';
  readonly members: readonly OutlineMember[];
}

export interface OutlineMember {
  readonly name: OutlineScalar;
  /** Null while there is none. */
  readonly value: OutlineNode | null;
}

export type OutlineNode = OutlineScalar | OutlineArray | OutlineObject;
export type OutlineContainer = OutlineArray | OutlineObject;

/** What JSON expects where the cursor stands; `end` before and after the document. */
export type Expected = 'name' | 'colon' | 'value' | 'comma' | 'end';

export interface Cursor {
  readonly expected: Expected;
  /** What is open around it, outermost first. */
  readonly around: readonly OutlineContainer[];
  /** The names under which the containers and the cursor itself stand, one for each object around it. */
  readonly names: readonly (OutlineMember | null)[];
  /** The string or word in which it stands. */
  readonly token: OutlineScalar | null;
  /** Whether that token already has what comes after a name. */
  readonly hasColon: boolean;
  /** Where the token before it ends, or 0. */
  readonly before: number;
  /** Whether a name or a value comes right after it, without a comma. */
  readonly followed: boolean;
  /** Whether the value of the name before it stands right behind it. */
  readonly occupied: boolean;
  /** Whether a value stands before it in its container without a comma between. */
  readonly lacksComma: boolean;
}

export interface Outline {
  readonly root: OutlineNode | null;
  readonly cursor: Cursor;
}

type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'word';

interface Token extends Span {
  readonly kind: TokenKind;
  readonly value: string;
  readonly closed: boolean;
}

interface OpenMember {
  name: OutlineScalar;
  value: OutlineNode | null;
}
interface OpenArray {
  kind: 'array';
  from: number;
  to: number;
  items: OutlineNode[];
}
interface OpenObject {
  kind: 'object';
  from: number;
  to: number;
  members: OpenMember[];
}
interface Frame {
  readonly node: OpenArray | OpenObject;
  expected: Expected;
  member: OpenMember | null;
}

/** Reads a text however broken it is: nothing is refused, and what makes no sense where it stands is passed over. */
export function outline(text: string, at: number): Outline {
  const tokens = tokensOf(text);
  const frames: Frame[] = [];
  let root: OutlineNode | null = null;
  let cursor: Cursor | null = null;

  const expectedNow = (): Expected => frames.at(-1)?.expected ?? (root === null ? 'value' : 'end');
  const locate = (
    index: number,
    token: OutlineScalar | null,
    expected: Expected,
    lacksComma: boolean,
  ): void => {
    const following = tokens[token === null ? index : index + 1];
    cursor = {
      expected,
      around: frames.map(({ node }) => node),
      names: frames.flatMap(({ node, member }) => (node.kind === 'object' ? [member] : [])),
      token,
      hasColon: following?.kind === ':',
      before: tokens[index - 1]?.to ?? 0,
      followed: following !== undefined && startsSomething(following.kind),
      occupied:
        token === null &&
        expected === 'value' &&
        frames.at(-1)?.node.kind === 'object' &&
        following !== undefined &&
        startsSomething(following.kind) &&
        tokens[index + 1]?.kind !== ':',
      lacksComma,
    };
  };
  const add = (node: OutlineNode): void => {
    const frame = frames.at(-1);
    if (frame === undefined) root ??= node;
    else if (frame.node.kind === 'array') frame.node.items.push(node);
    else if (frame.member !== null) frame.member.value = node;
    if (frame) frame.expected = 'comma';
  };
  const close = (kind: 'array' | 'object', to: number): void => {
    if (!frames.some(({ node }) => node.kind === kind)) return;
    for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
      frame.node.to = to;
      const above = frames.at(-1);
      if (above) above.expected = 'comma';
      if (frame.node.kind === kind) break;
    }
  };

  for (let index = 0; index < tokens.length; index++) {
    const frame = frames.at(-1);
    const isNext = frame?.node.kind === 'object' && isNameOnALine(text, tokens, index);
    const isName = frame?.node.kind === 'object' && (isNext || frame.expected !== 'value');
    joinWord(tokens, index, isName ? placeOfName(frames) : 'value', at);
    const token = tokens[index];
    if (token === undefined) break;
    if (cursor === null && at <= token.from) {
      const expected = expectedNow();
      locate(index, null, expected, expected === 'comma');
    }
    // The value of the line above is still missing: this is the next name, not that value.
    if (isNext && frame.expected === 'value') frame.expected = 'name';
    switch (token.kind) {
      case '{':
      case '[': {
        const span = { from: token.from, to: text.length };
        const node: OpenArray | OpenObject =
          token.kind === '{'
            ? { kind: 'object', ...span, members: [] }
            : { kind: 'array', ...span, items: [] };
        add(node);
        frames.push({ node, expected: node.kind === 'object' ? 'name' : 'value', member: null });
        break;
      }
      case '}':
        close('object', token.to);
        break;
      case ']':
        close('array', token.to);
        break;
      case ',':
        if (frame) {
          frame.expected = frame.node.kind === 'object' ? 'name' : 'value';
          frame.member = null;
        }
        break;
      case ':':
        if (frame?.member) frame.expected = 'value';
        break;
      default: {
        const scalar: OutlineScalar = {
          kind: 'scalar',
          value: token.value,
          quoted: token.kind === 'string',
          closed: token.closed,
          from: token.from,
          to: token.to,
        };
        const lacksComma = frame?.expected === 'comma';
        if (frame?.node.kind === 'object' && frame.expected !== 'value') {
          frame.member = { name: scalar, value: null };
          frame.node.members.push(frame.member);
          if (cursor === null && isInside(scalar, at)) locate(index, scalar, 'name', lacksComma);
          frame.expected = 'colon';
        } else {
          if (cursor === null && isInside(scalar, at)) locate(index, scalar, 'value', lacksComma);
          add(scalar);
        }
      }
    }
  }
  if (cursor === null) {
    const expected = expectedNow();
    locate(tokens.length, null, expected, expected === 'comma');
  }
  // Assigned in the closure above, which the compiler does not follow.
  return { root, cursor: cursor as unknown as Cursor };
}

/** The value of a member. */
export const valueOf = (object: OutlineObject, name: string): OutlineNode | null =>
  object.members.find((member) => member.name.value === name)?.value ?? null;

/** The strings of a value that may be one or a list of them. */
export function stringsOf(node: OutlineNode | null): readonly OutlineScalar[] {
  if (node === null || node.kind === 'object') return [];
  return node.kind === 'scalar' ? [node] : node.items.filter((item) => item.kind === 'scalar');
}

/**
 * A string ends at the end of its line at the latest; whatever else is no sign of JSON is a word. The braces of a variable
 * are part of a word.
 */
const TOKEN = /"(?:[^"\\\n\r]|\\[^\n\r])*("?)|[{}[\],:]|(?:\$\{[^\s{}[\],"]*\}?|[^\s{}[\],:"])+/g;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match): Token => {
    const [raw] = match;
    const span = { from: match.index, to: match.index + raw.length };
    if (!raw.startsWith('"')) return { kind: isSign(raw) ? raw : 'word', value: raw, closed: true, ...span };
    const closed = match[1] === '"';
    return { kind: 'string', value: decoded(raw, closed), closed, ...span };
  });
}

const isSign = (text: string): text is Exclude<TokenKind, 'string' | 'word'> => /^[{}[\],:]$/.test(text);

/** What an escape stands for; as it stands where that cannot be read. */
function decoded(raw: string, closed: boolean): string {
  const inner = raw.slice(1, closed ? -1 : undefined);
  if (!closed || !inner.includes('\\')) return inner;
  try {
    return String(JSON.parse(raw));
  } catch {
    return inner;
  }
}

const startsSomething = (kind: TokenKind): boolean => !['}', ']', ',', ':'].includes(kind);

/** At either end of a bare word, and between the quotes of a string. */
const isInside = (token: OutlineScalar, at: number): boolean =>
  token.quoted && token.closed ? token.from < at && at < token.to : token.from < at && at <= token.to;

/** Where a word without quotes stands: names of operators and of condition keys have colons in them, others have none. */
type WordPlace = 'value' | 'element' | 'operator' | 'key';

function placeOfName(frames: readonly Frame[]): WordPlace {
  const objects = frames.filter(({ node }) => node.kind === 'object');
  const condition = objects.findIndex(({ member }) => member?.name.value === 'Condition');
  const within = condition < 0 ? 0 : objects.length - 1 - condition;
  return within === 0 ? 'element' : within === 1 ? 'operator' : 'key';
}

/** How many parts joined by colons a name has: `ForAnyValue:StringLike`, `aws:SourceIp`. */
const PARTS: Readonly<Record<Exclude<WordPlace, 'value'>, number>> = { element: 1, operator: 2, key: 2 };

/** Somebody who has not typed the quotes yet means `s3:GetObject` by `s3:GetObject`: one word, its colons included. */
function joinWord(tokens: Token[], index: number, place: WordPlace, at: number): void {
  const first = tokens[index];
  if (first?.kind !== 'word') return;
  if (place === 'operator' && !/^For(Any|All)/i.test(first.value)) return;
  let last = index;
  let parts = 1;
  for (let token = tokens[index + 1]; token?.from === tokens[last]?.to; token = tokens[last + 1]) {
    if (token?.kind !== 'word' && token?.kind !== ':') break;
    const next = tokens[last + 2];
    const goesOn = at === token.to || (next?.kind === 'word' && next.from === token.to);
    if (token.kind === ':' && place !== 'value' && (parts === PARTS[place] || !goesOn)) break;
    if (token.kind === ':') parts++;
    last++;
  }
  if (last === index) return;
  const joined = tokens.slice(index, last + 1);
  const value = joined.map((token) => token.value).join('');
  tokens.splice(index, joined.length, { ...first, value, to: first.from + value.length });
}

/** Whether a string or word is a name with its colon, on a line of its own below what comes before it. */
function isNameOnALine(text: string, tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (before === undefined || token === undefined || after?.kind !== ':') return false;
  const isName = token.kind === 'string' || (token.kind === 'word' && /^\s/.test(text.slice(after.to)));
  return isName && text.slice(before.to, token.from).includes('\n');
}
