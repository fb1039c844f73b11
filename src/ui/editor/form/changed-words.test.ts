// Tests for the words on what an undo or redo did.
import { expect, test } from 'vitest';
import { changedWords } from './changed-words.ts';

const policy = (...sids: string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: sids.map((Sid) => ({ Sid })) });

test.each([
  [policy('A'), policy('A', 'B'), 'statement 2 is there again'],
  [policy('B'), policy('A', 'B'), 'statement 1 is there again'],
  [policy('A', 'B'), policy('B'), 'statement 1 is gone'],
  [policy('A', 'B'), policy('A', 'C'), 'statement 2 is changed'],
  ['', policy('A'), 'statement 1 is there again'],
  [policy('A', 'B'), '', 'there are 0 statements'],
  [policy('A', 'B', 'C'), policy('A'), 'there is 1 statement'],
  [policy('A'), policy('A').replace('2012-10-17', '2008-10-17'), 'the text is changed beside the statements'],
  [policy('A'), '{', 'the text is changed'],
])('from %s to %s', (before, after, words) => expect(changedWords(before, after)).toBe(words));
