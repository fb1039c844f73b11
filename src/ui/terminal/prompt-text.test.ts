// What keys do to the text of the prompt, and how tall the terminal gets.
import { describe, expect, test } from 'vitest';
import { heightAfter, START } from './height.ts';
import { chosen, commonStart, completed, edited, searched } from './prompt-text.ts';

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

describe('keys of readline', () => {
  const LINE = 'aws iam list-users';
  test.each<[string, string, number, string, number, string]>([
    ['a', LINE, 7, LINE, 0, 'before'],
    ['e', LINE, 7, LINE, 18, 'before'],
    ['u', LINE, 8, 'list-users', 0, 'aws iam '],
    ['k', LINE, 7, 'aws iam', 7, ' list-users'],
    ['w', LINE, 18, 'aws iam ', 8, 'list-users'],
    ['w', 'aws iam ', 8, 'aws ', 4, 'iam '],
    ['w', '', 0, '', 0, ''],
    ['y', 'aws ', 4, 'aws before', 10, 'before'],
    ['a', 'one\ntwo', 6, 'one\ntwo', 4, 'before'],
    ['e', 'one\ntwo', 1, 'one\ntwo', 3, 'before'],
    ['u', 'one\ntwo', 6, 'one\no', 4, 'tw'],
    ['k', 'one\ntwo', 1, 'o\ntwo', 1, 'ne'],
  ])('Ctrl+%s in %j at %i', (key, text, cursor, after, at, cut) =>
    expect(edited(text, cursor, key, 'before')).toEqual({ text: after, cursor: at, cut }),
  );

  test('others are left alone', () => expect(edited(LINE, 3, 'x', '')).toBeNull());
});

test('words that do not begin with what was typed take its place once one is meant', () => {
  const arns = ['arn:aws:iam::1:policy/Write', 'arn:aws:iam::1:policy/WriteAll'];
  expect(completed('aws Wri', 7, { from: 4, words: arns.slice(0, 1) })?.text).toBe(
    'aws arn:aws:iam::1:policy/Write ',
  );
  expect(completed('aws Wri', 7, { from: 4, words: arns })?.text).toBe('aws arn:aws:iam::1:policy/Write');
  expect(completed('aws Wri', 7, { from: 4, words: ['arn:a/Wri', 'xrn:a/Wri'] })?.text).toBe('aws Wri');
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
