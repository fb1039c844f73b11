// What keys do to the text of the prompt, and how tall the terminal gets.
import { describe, expect, test } from 'vitest';
import { heightAfter, START } from './height.ts';
import { chosen, commonStart, completed, searched } from './prompt-text.ts';

test.each([
  [[], ''],
  [['create-user'], 'create-user'],
  [['create-user', 'create-group', 'create-role'], 'create-'],
  [['a', 'b'], ''],
])('%j begin with %s', (words, start) => expect(commonStart(words)).toBe(start));

describe('completion', () => {
  const at = (text: string, from: number, ...words: string[]) =>
    completed(text, text.length, { from, words });

  test('the only word is put in whole, with a blank after it', () =>
    expect(at('aws ia', 4, 'iam')).toEqual({ text: 'aws iam ', cursor: 8, choices: [] }));

  test('several are put in as far as they agree, and offered', () =>
    expect(at('aws iam cr', 8, 'create-group', 'create-user')).toEqual({
      text: 'aws iam create-',
      cursor: 15,
      choices: ['create-group', 'create-user'],
    }));

  test('what goes on stays open', () =>
    expect(at('export AWS_P', 7, 'AWS_PROFILE=')?.text).toBe('export AWS_PROFILE='));

  test('a word with a blank in it is quoted', () =>
    expect(at('cat my', 4, "my file's.txt")?.text).toBe(`cat 'my file'\\''s.txt' `));

  test('what stands behind the cursor stays', () =>
    expect(completed('aws ia --output text', 6, { from: 4, words: ['iam'] })?.text).toBe(
      'aws iam  --output text',
    ));

  test('nothing fits', () => expect(at('aws zzz', 4)).toBeNull());

  test('one of the choices takes the place of the word', () =>
    expect(chosen('aws iam create- --output text', 15, 8, 'create-user')).toEqual({
      text: 'aws iam create-user  --output text',
      cursor: 20,
      choices: [],
    }));
});

test('history is searched for all words, newest first, each line once', () => {
  const history = ['aws iam list-users', 'ls', 'aws iam list-roles', 'aws iam list-users'];
  expect(searched(history, 'LIST iam')).toEqual(['aws iam list-users', 'aws iam list-roles']);
  expect(searched(history, '')).toHaveLength(3);
  expect(searched(history, 'nothing')).toEqual([]);
});

test.each([
  ['taller', 800, START + 40],
  ['lower', 800, START - 40],
  ['tallest', 800, 640],
  ['lowest', 800, 120],
  [null, 400, 240],
  [null, 100, 120],
] as const)('%s in a window of %i pixels: %i', (move, window, height) =>
  expect(heightAfter(START, move, window)).toBe(height),
);
