// Fragments found in what people paste.
import { expect, test } from 'vitest';
import { fragmentOf } from './pasted.ts';

test.each([
  ['https://example.org/rolecall/#s=1abc', '#s=1abc'],
  ['#s=1abc', '#s=1abc'],
  ['  https://example.org/#s=1a\n  bc \t', '#s=1abc'],
  ['<https://example.org/#share=1.abc>', '#share=1.abc'],
  ['share=1.abc', '#share=1.abc'],
  ['https://example.org/', null],
  ['https://example.org/#', null],
  ['', null],
  ['https://example.org/#section', null],
  ['https://example.org/#/buckets/b?prefix=a', null],
])('%j → %j', (pasted, fragment) => expect(fragmentOf(pasted)).toBe(fragment));
