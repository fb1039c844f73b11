// Tests for sealed texts: they come back whole or not at all.
import { expect, test } from 'vitest';
import { seal, unseal } from './sealed.ts';

const TEXT = '{"café":"€ 😀"}';
const SEALED = seal('sessionToken', TEXT);

test('what was sealed comes back, in letters that need no quoting', () => {
  expect(unseal('sessionToken', SEALED)).toBe(TEXT);
  expect(SEALED).toMatch(/^[\w-]+$/);
  expect(unseal('sessionToken', seal('sessionToken', ''))).toBe('');
});

test('a changed, missing or added letter anywhere is noticed', () => {
  for (let at = 0; at < SEALED.length; at++) {
    const other = SEALED[at] === 'A' ? 'B' : 'A';
    expect(unseal('sessionToken', SEALED.slice(0, at) + other + SEALED.slice(at + 1))).toBeNull();
    expect(unseal('sessionToken', SEALED.slice(0, at) + SEALED.slice(at + 1))).toBeNull();
    expect(unseal('sessionToken', SEALED.slice(0, at) + other + SEALED.slice(at))).toBeNull();
  }
});

test('sealed for another purpose it is nothing', () => {
  expect(unseal('authorizationMessage', SEALED)).toBeNull();
});

test.each(['', 'A', '====', 'a b', 'not sealed', '\u{1F600}'])('%j was never sealed', (text) => {
  expect(unseal('sessionToken', text)).toBeNull();
});
