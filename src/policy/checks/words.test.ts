// The words of lists.
import { expect, test } from 'vitest';
import { fewInWords, inWords } from './words.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j: %s', (words, text) => expect(inWords(words)).toBe(text));

test.each([
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
])('of at most three, %j: %s', (words, text) => expect(fewInWords(words, 3)).toBe(text));
