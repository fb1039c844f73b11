// What is offered in place of a misspelt word: the likeness is that of Python's difflib.
import { describe, expect, test } from 'vitest';
import { closeWords, didYouMean } from './did-you-mean.ts';

const COMMANDS = ['create-user', 'get-user', 'list-users', 'create-role', 'create-group', 'delete-user'];

describe('offers', () => {
  test.each<[string, readonly string[]]>([
    ['creat-user', ['create-user']],
    ['create-rol', ['create-role', 'create-group']],
    ['list-user', ['list-users']],
    ['lst-usrs', ['list-users']],
    ['something', []],
    ['', []],
  ])('%s', (word, offered) => expect(closeWords(word, COMMANDS)).toEqual(offered));

  test('each word once', () => expect(closeWords('abcde', ['abcdef', 'abcdef'])).toEqual(['abcdef']));
});

test('as the CLI prints it', () => {
  expect(didYouMean('creat-user', COMMANDS)).toBe('\n\nMaybe you meant:\n\n  * create-user');
  expect(didYouMean('something', COMMANDS)).toBe('');
});
