// Wildcards: tables, and the fast matcher against one that tries everything.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY, ANY_IN_SEGMENT, compileTokens, ONE, ONE_IN_SEGMENT, tokensOf, type Token } from './wildcard.ts';

const matches = (pattern: string, text: string): boolean =>
  compileTokens(tokensOf([{ kind: 'text', text: pattern }]))(text);

describe('patterns', () => {
  test.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['*', 'anything:at/all', true],
    ['?', '', false],
    ['?', 'a', true],
    ['?', '😀', true],
    ['?', 'ab', false],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:Get*', 's3:Get', true],
    ['s3:Get', 's3:GetObject', false],
    ['*Access*', 'UpdateAccessKey', true],
    ['*Access*', 'UpdateKey', false],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXcYb', false],
    ['aa*aa', 'aaa', false],
    ['aa*aa', 'aaaa', true],
    ['a?c*', 'abcd', true],
    ['a??', 'ab', false],
    ['**', '', true],
    ['*?*', '', false],
    ['a.b', 'aXb', false],
    ['[ab]+', '[ab]+', true],
    ['$^\\d', '$^\\d', true],
  ])('%j against %j: %j', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });
});

test('what a variable stood for is literal', () => {
  const matcher = compileTokens(
    tokensOf([
      { kind: 'text', text: 'home/*/' },
      { kind: 'literal', text: '*' },
    ]),
  );
  expect(matcher('home/a/*')).toBe(true);
  expect(matcher('home/a/b')).toBe(false);
});

/** The meaning of a pattern, by trying every length for every wildcard. */
function naive(tokens: readonly Token[], text: readonly string[]): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return text.length === 0;
  const fits = (char: string): boolean =>
    typeof token === 'string' ? token === char : token.colons || char !== ':';
  const [head, ...tail] = text;
  const one = head !== undefined && fits(head);
  if (typeof token === 'string' || !token.many) return one && naive(rest, tail);
  return naive(rest, text) || (one && naive(tokens, tail));
}

const token = fc.constantFrom<Token>('a', 'b', ':', ANY, ANY, ONE, ANY_IN_SEGMENT, ONE_IN_SEGMENT);
const char = fc.constantFrom('a', 'b', ':', '*', '?');

test('the fast matcher agrees with the naive one', () => {
  fc.assert(
    fc.property(fc.array(token, { maxLength: 7 }), fc.array(char, { maxLength: 9 }), (tokens, text) => {
      expect(compileTokens(tokens)(text.join(''))).toBe(naive(tokens, text));
    }),
    { numRuns: 5000 },
  );
});

test('patterns made to be slow are not', () => {
  const text = 'a'.repeat(20_000);
  expect(matches(`${'*a'.repeat(40)}b`, text)).toBe(false);
  expect(matches(`${'a*'.repeat(40)}`, text)).toBe(true);
  expect(matches(`${'*a?'.repeat(30)}*b*`, text)).toBe(false);
});
