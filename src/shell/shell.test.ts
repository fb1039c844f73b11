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

test('a loop that says nothing gives others their turn at each round', () => {
  const turns = [...emptyShell().run('for x in 1 2 3; do echo "$x" > kept; done')];
  expect(turns).toEqual([{ kind: 'turn' }, { kind: 'turn' }, { kind: 'turn' }]);
});

test.each([
  [
    'a=(1 2); echo on',
    'rolecall: a: arrays are not simulated: a list is a text with blanks in it, and for goes through it\non\n',
  ],
  [
    'echo <(true)',
    'rolecall: <(true): process substitution is not simulated: write to a file first, and name the file\n',
  ],
  ['echo $((1 / 0)) || echo on', 'rolecall: division by 0\non\n'],
  [
    'echo $((a++))',
    'rolecall: ++ within $(( )) is not simulated: write NAME=$((NAME + 1)) where a variable is to change\n',
  ],
])('what is not simulated is said: %s', (line, text) => expect(said(emptyShell(), line)).toBe(text));

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['7 / 2', '3'],
  ['-7 % 3', '-1'],
  ['2 ** 10', '1024'],
  ['n + 1', '5'],
  ['$n + ${n}', '8'],
  ['m * 2', '8'],
  ['nothing', '0'],
  ['0x1f', '31'],
  ['010', '8'],
  ['n > 3 && n != 5', '1'],
  ['n > 3 ? 10 : 20', '10'],
  ['!n', '0'],
])('$((%s)) is %s', (expression, value) =>
  expect(said(emptyShell(), `n=4; m=n; echo $((${expression}))`)).toBe(`${value}\n`),
);

test.each([
  ['[[ $name == noor ]]', true],
  ['[[ $name = n* ]]', true],
  ['[[ $name == "n*" ]]', false],
  ['[[ $name != a?ira ]]', true],
  ['[[ $name == [mn]oor ]]', true],
  ['[[ $name =~ ^no+r$ ]]', true],
  ['[[ -n $name && ! -z $name ]]', true],
  ['[[ -z $none || $name == x ]]', true],
  ['[[ ( $name == x || 3 -lt 5 ) && a < b ]]', true],
  ['[[ -f here.txt && ! -e gone.txt ]]', true],
  ['[[ -d notes && -d ~ && ! -d gone ]]', true],
  ['(( 2 > 1 ))', true],
  ['(( 0 ))', false],
])('%s holds: %s', (condition, expected) => {
  const shell = emptyShell();
  said(shell, 'name=noor; touch here.txt; echo a > notes/a.txt');
  expect(said(shell, `if ${condition}; then echo yes; else echo no; fi`)).toBe(expected ? 'yes\n' : 'no\n');
});

test.each([
  ['echo *.json', 'a.json b.json'],
  ['echo [a]*', 'a.json'],
  ['echo ?.json notes/*', 'a.json b.json notes/c.txt'],
  ['echo \'*.json\' "*" *.none', '*.json * *.none'],
  ['echo iam:* s3:Get*', 'iam:* s3:Get*'],
])('%s', (line, expected) => {
  const shell = emptyShell();
  said(shell, 'touch b.json; touch a.json; touch notes/c.txt');
  expect(said(shell, line)).toBe(`${expected}\n`);
});

test('an archive is one that others can open', () => {
  const shell = emptyShell();
  expect(said(shell, 'echo hi > a.py; zip -q f a.py; ls f.zip')).toBe('f.zip\n');
  const bytes = Buffer.from(shell.readFile('f.zip') ?? '', 'base64');
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(bytes.subarray(30, 37).toString()).toBe('a.pyhi\n');
  // The checksum of what is in it, as any archiver has it.
  expect(bytes.readUInt32LE(14)).toBe(0xed6f7a7a);
  expect(bytes.readUInt32LE(bytes.length - 6)).toBe(37);
});

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
