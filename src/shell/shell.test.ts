// The shell itself: what is not finished, where a script is taken apart, what files it holds, what it remembers.
import fc from 'fast-check';
import { encode } from 'js-base64';
import { describe, expect, test } from 'vitest';
import { emptyShell } from '../../tests/shell/shells.ts';
import { MOST_HISTORY } from '../session/keyring.ts';
import type { Shell } from './shell.ts';

function said(shell: Shell, source: string): string {
  let text = '';
  for (const chunk of shell.run(source)) if (chunk.kind === 'out' || chunk.kind === 'err') text += chunk.text;
  return text;
}

describe('a line is not finished', () => {
  test.each([
    'echo "open',
    "echo 'open",
    'echo \\',
    'aws iam list-users |',
    'true &&',
    'if true',
    'if true; then echo',
    'for a in b; do',
    'cat << END',
    'cat << END\nline',
    'echo $(aws',
    '{ echo',
  ])('%s', (line) => expect(emptyShell().isUnfinished(line)).toBe(true));

  test.each([
    '',
    'echo',
    'echo "a"',
    'cat << END\nline\nEND',
    'if true; then echo; fi',
    ')',
    'echo \\\\',
    'fi',
  ])('but this is: %s', (line) => expect(emptyShell().isUnfinished(line)).toBe(false));
});

test('a script is taken apart into its statements, here documents and blocks whole', () => {
  const script = 'a 1\n# said\nb << END\nx\nEND\nif c; then\n d\nfi; e\n';
  const lines = emptyShell().linesOf(script);
  expect(lines.join('')).toBe(script);
  expect(lines.map((line) => line.split(/\s/)[0])).toEqual(['a', 'b', 'if', 'e']);
  expect(emptyShell().linesOf('echo "open')).toEqual(['echo "open']);
});

describe('files', () => {
  test('are found by any way to write their path', () => {
    const shell = emptyShell();
    shell.writeFile('a/b.txt', encode('x'));
    for (const path of ['a/b.txt', './a/b.txt', '~/a/b.txt', '/home/you/a/b.txt', 'a/../a/b.txt'])
      expect(shell.readFile(path)).toBe(encode('x'));
    expect(shell.paths).toEqual(['/home/you/a/b.txt']);
    shell.deleteFile('~/a/b.txt');
    expect(shell.readFile('a/b.txt')).toBeNull();
  });

  test.each([
    ['a/', 'x', 'Is a directory'],
    ['.', 'x', 'Is a directory'],
    ['a', 'x'.repeat(1_500_001), 'File too large'],
  ])('cannot be written to %s', (path, base64, why) =>
    expect(emptyShell().writeFile(path, base64)).toBe(why),
  );

  test('have a limit of their number', () => {
    const shell = emptyShell();
    for (let at = 0; at < 500; at++) expect(shell.writeFile(`f${at}`, 'YQ==')).toBeNull();
    expect(shell.writeFile('one-more', 'YQ==')).toBe('No space left on device');
    expect(shell.writeFile('f1', 'Yg==')).toBeNull();
  });

  test('hold bytes as they are', () => {
    const shell = emptyShell();
    shell.writeFile('in', '/wD+');
    said(shell, 'cat in > out');
    expect(shell.readFile('out')).toBe('/wD+');
  });
});

describe('history', () => {
  test('leaves out what is empty or said twice in a row, and ends with the oldest', () => {
    const shell = emptyShell();
    for (const line of ['a', 'a', ' ', 'b', 'a']) shell.remember(line);
    expect(shell.history).toEqual(['a', 'b', 'a']);
    for (let at = 0; at < MOST_HISTORY; at++) shell.remember(`line ${at}`);
    expect(shell.history).toHaveLength(MOST_HISTORY);
    expect(shell.history[0]).toBe('line 0');
    said(shell, 'history -c');
    expect(shell.history).toEqual([]);
  });
});

test('a script says of each of its statements where it stands', () => {
  const lines = [...emptyShell().run('true\nfalse')].filter((chunk) => chunk.kind === 'line');
  expect(lines).toEqual([
    { kind: 'line', text: 'true', number: 1, of: 2 },
    { kind: 'line', text: 'false', number: 2, of: 2 },
  ]);
});

test.each([
  ['echo $((1+1)) || echo on', 'rolecall: arithmetic in $(( )) is not simulated\non\n'],
  ['for x in $((1+1)); do echo; done; echo on', 'rolecall: arithmetic in $(( )) is not simulated\non\n'],
  ['a=(1 2); echo on', 'rolecall: a: arrays are not simulated\non\n'],
  ['echo <(true)', 'rolecall: process substitution is not simulated\n'],
])('what is not simulated is said: %s', (line, text) => expect(said(emptyShell(), line)).toBe(text));

test('variables of one command are not seen by the next', () => {
  const shell = emptyShell();
  expect(said(shell, 'A=1 env | grep ^A=')).toBe('A=1\n');
  expect(said(shell, 'A=2; env | grep ^A=')).toBe('');
  expect(said(shell, 'export A; env | grep ^A=')).toBe('A=2\n');
});

test('whatever is typed, the shell answers and goes on', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          ...[
            'for x in',
            'do',
            'done',
            'if',
            'then',
            'fi',
            'while',
            'case',
            '$((1+1))',
            '${x[0]}',
            '${x#y}',
            '<(a)',
          ],
          ...[
            '{a,b}',
            '*',
            '|',
            '&&',
            '||',
            ';',
            '&',
            '>',
            '<',
            '2>&1',
            '<<< a',
            '(',
            ')',
            '{',
            '}',
            '!',
            "'",
            '"',
            '`',
          ],
          ...[
            '$(',
            '\\',
            '\n',
            '# a',
            'x=1',
            'x=(1)',
            'echo',
            'aws',
            'iam',
            'list-users',
            '--query',
            'cat',
            '[[',
            ']]',
          ],
          ...[
            'export',
            'test',
            'printf',
            '%s',
            'cut',
            '-f',
            'grep',
            'tr',
            'a-',
            'function',
            'sandbox',
            'why',
            '--text',
          ],
        ),
        { maxLength: 12 },
      ),
      (words) => {
        const shell = emptyShell();
        const line = words.join(' ');
        expect(typeof shell.isUnfinished(line)).toBe('boolean');
        expect(shell.linesOf(line).length).toBeGreaterThanOrEqual(0);
        said(shell, line);
        expect(said(shell, 'echo on')).toBe('on\n');
      },
    ),
    { numRuns: 500 },
  ));
