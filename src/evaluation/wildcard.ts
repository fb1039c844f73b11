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
export function tokensOf(pieces: readonly Piece[]): Token[] {
  return pieces.flatMap((piece) =>
    Array.from(piece.text, (char): Token => {
      if (piece.kind === 'literal') return char;
      return char === '*' ? ANY : char === '?' ? ONE : char;
    }),
  );
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
  const framed: Matcher = (text) =>
    text.length >= shortest && text.startsWith(prefix) && text.endsWith(suffix);
  if (middle.every((token) => token === ANY)) return framed;
  return (text) =>
    framed(text) && matchTokens(middle, Array.from(text.slice(prefix.length, text.length - suffix.length)));
}

const isWildcard = (token: Token): token is Wildcard => typeof token !== 'string';
const literalText = (tokens: readonly Token[]): string =>
  tokens.filter((token) => typeof token === 'string').join('');

/**
 * Walks the text once, keeping for every prefix of the pattern whether it matches the text read so far. It never goes
 * back, so no pattern can make it slow, and wildcards that stop at colons mix freely with those that do not.
 */
function matchTokens(tokens: readonly Token[], text: readonly string[]): boolean {
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
