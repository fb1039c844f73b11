// wildcard: patterns with `*` and `?`, compiled to functions; no pattern ever becomes a regular expression.
import type { Piece } from './template.ts';

/** `many`: any run of characters, the empty one included, else exactly one. `colons`: whether a colon may be among them. */
export interface Wildcard {
  readonly many: boolean;
  readonly colons: boolean;
}

export const ANY: Wildcard = { many: true, colons: true };
export const ONE: Wildcard = { many: false, colons: true };
export const ANY_IN_SEGMENT: Wildcard = { many: true, colons: false };
export const ONE_IN_SEGMENT: Wildcard = { many: false, colons: false };

/** A literal character (one code point) or a wildcard. */
export type Token = string | Wildcard;

export type Matcher = (text: string) => boolean;

/** Wildcards that know no segments, as in actions and StringLike. */
export const tokensOf = (pieces: readonly Piece[]): Token[] =>
  pieces.flatMap((piece): Token[] => {
    if (piece.kind === 'unknown') return [ANY];
    const chars = Array.from(piece.text);
    if (piece.kind === 'literal') return chars;
    return chars.map((char) => (char === '*' ? ANY : char === '?' ? ONE : char));
  });

/** Compiles a text in which `*` and `?` are wildcards that know no segments. */
export function compileText(text: string): Matcher {
  const star = text.indexOf('*');
  if (text.includes('?') || (star !== -1 && star < text.length - 1))
    return compileTokens(tokensOf([{ kind: 'text', text }]));
  if (star === -1) return (asked) => asked === text;
  const prefix = text.slice(0, -1);
  return (asked) => asked.startsWith(prefix);
}

/**
 * Compiles a pattern. The literal text before the first wildcard and after the last one is compared at once, which
 * settles most patterns; what lies between costs at most (length of the text) x (length of the pattern), whatever
 * either of them holds.
 */
export function compileTokens(tokens: readonly Token[]): Matcher {
  const first = tokens.findIndex(isWildcard);
  if (first === -1) {
    const whole = literalText(tokens);
    return (text) => text === whole;
  }
  const last = tokens.findLastIndex(isWildcard);
  const prefix = literalText(tokens.slice(0, first));
  const suffix = literalText(tokens.slice(last + 1));
  const middle = tokens.slice(first, last + 1);
  const shortest = prefix.length + suffix.length;
  const isFramed: Matcher = (text) =>
    text.length >= shortest && text.startsWith(prefix) && text.endsWith(suffix);
  if (middle.every((token) => token === ANY)) {
    if (suffix !== '') return isFramed;
    return prefix === '' ? () => true : (text) => text.startsWith(prefix);
  }
  const between = compileMiddle(middle);
  return (text) => isFramed(text) && between(text.slice(prefix.length, text.length - suffix.length));
}

const isWildcard = (token: Token): token is Wildcard => typeof token !== 'string';
const literalText = (tokens: readonly Token[]): string =>
  tokens.filter((token) => typeof token === 'string').join('');

/** What begins and ends with a wildcard. Walked by characters, or by code points where the text has surrogates. */
function compileMiddle(tokens: readonly Token[]): Matcher {
  const wildcards = tokens.filter(isWildcard);
  if (wildcards.every((wildcard) => wildcard === ANY)) {
    const literals = literalsOf(tokens);
    return (text) => holdsInOrder(literals, text);
  }
  // Going back to the last `*` alone is enough only where every `*` could have run over whatever lies in between.
  const walk = wildcards.some(({ many, colons }) => many && !colons) ? walkAll : walkGreedily;
  return (text) => walk(tokens, /[\ud800-\udfff]/.test(text) ? Array.from(text) : text);
}

/** The texts between the wildcards. */
function literalsOf(tokens: readonly Token[]): string[] {
  const literals: string[] = [];
  let literal = '';
  for (const token of tokens) {
    if (!isWildcard(token)) literal += token;
    else if (literal !== '') {
      literals.push(literal);
      literal = '';
    }
  }
  return literals;
}

/** Each literal at its first place after the one before: a `*` stands on either side of every one of them. */
function holdsInOrder(literals: readonly string[], text: string): boolean {
  let from = 0;
  for (const literal of literals) {
    const at = text.indexOf(literal, from);
    if (at === -1) return false;
    from = at + literal.length;
  }
  return true;
}

type Characters = string | readonly string[];

/** Gives each `*` as little as possible, and the last one met more whenever what follows does not fit. */
function walkGreedily(tokens: readonly Token[], text: Characters): boolean {
  let token = 0;
  let at = 0;
  let lastStar = -1;
  let restart = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    if (wanted !== undefined && isWildcard(wanted) && wanted.many) {
      lastStar = token;
      restart = at;
      token += 1;
    } else if (wanted !== undefined && accepts(wanted, text[at] ?? '')) {
      token += 1;
      at += 1;
    } else if (lastStar === -1) {
      return false;
    } else {
      restart += 1;
      at = restart;
      token = lastStar + 1;
    }
  }
  return tokens.slice(token).every((rest) => isWildcard(rest) && rest.many);
}

/**
 * Walks the text once, keeping for every prefix of the pattern whether it matches the text read so far. It never goes
 * back, and wildcards that stop at colons mix freely with those that do not.
 */
function walkAll(tokens: readonly Token[], text: Characters): boolean {
  const reached = new Array<boolean>(tokens.length + 1).fill(false);
  reached[0] = true;
  tokens.forEach((token, at) => {
    reached[at + 1] = reached[at] === true && isWildcard(token) && token.many;
  });
  for (const char of text) {
    let before = reached[0] === true;
    reached[0] = false;
    tokens.forEach((token, at) => {
      const here = reached[at + 1] === true;
      reached[at + 1] =
        isWildcard(token) && token.many
          ? reached[at] === true || (here && accepts(token, char))
          : before && accepts(token, char);
      before = here;
    });
  }
  return reached[tokens.length] === true;
}

const accepts = (token: Token, char: string): boolean =>
  isWildcard(token) ? token.colons || char !== ':' : token === char;
