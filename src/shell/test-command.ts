// `test` and `[`: the conditions that scripts branch on; and `printf`.
import type { Builtin } from './builtin.ts';
import { absolute, HOME } from './files.ts';
import type { Host } from './host.ts';
import { failing, printing } from './run.ts';

/** @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/test.html */
export const test: Builtin = {
  help: 'test, [ … ]           whether texts, numbers or files are as they should be',
  run: (shell, { words: [name = '', ...words] }) => {
    if (name === '[' && words.at(-1) !== ']') return failing("[: missing `]'", 2);
    const holds = condition(shell, name === '[' ? words.slice(0, -1) : words);
    return holds === null
      ? failing(`${name}: ${words.join(' ')}: not simulated`, 2)
      : printing('', Number(!holds));
  },
};

/** Null: not one that is known. */
export function condition(shell: Pick<Host, 'readFile' | 'paths'>, words: readonly string[]): boolean | null {
  const [first = '', second = '', third = ''] = words;
  if (first === '!' && words.length > 1) {
    const holds = condition(shell, words.slice(1));
    return holds === null ? null : !holds;
  }
  switch (words.length) {
    case 0:
      return false;
    case 1:
      return first !== '';
    case 2:
      return about(shell, first, second);
    case 3:
      return between(first, second, third);
    default:
      return null;
  }
}

function about(shell: Pick<Host, 'readFile' | 'paths'>, sign: string, word: string): boolean | null {
  switch (sign) {
    case '-n':
      return word !== '';
    case '-z':
      return word === '';
    case '-e':
    case '-f':
    case '-r':
      return shell.readFile(word) !== null;
    case '-d':
      return absolute(word) === HOME || shell.paths.some((path) => path.startsWith(`${absolute(word)}/`));
    case '-s':
      return (shell.readFile(word) ?? '') !== '';
    default:
      return null;
  }
}

const NUMBERS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '-eq': (a, b) => a === b,
  '-ne': (a, b) => a !== b,
  '-lt': (a, b) => a < b,
  '-le': (a, b) => a <= b,
  '-gt': (a, b) => a > b,
  '-ge': (a, b) => a >= b,
};

function between(a: string, sign: string, b: string): boolean | null {
  if (sign === '=' || sign === '==') return a === b;
  if (sign === '!=') return a !== b;
  const compared = Object.hasOwn(NUMBERS, sign) ? NUMBERS[sign] : undefined;
  return compared && /^-?\d+$/.test(a) && /^-?\d+$/.test(b) ? compared(Number(a), Number(b)) : null;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\\\': '\\', '%%': '%' };

export const printf: Builtin = {
  help: 'printf FORMAT WORD…   print words by a format: %s, %d, \\n',
  run: (_shell, { words: [, format, ...words] }) => {
    if (format === undefined) return failing('printf: usage: printf format [arguments]', 2);
    let left = words;
    let text = '';
    // The format is used again as long as there are words that it has not printed.
    do {
      const before = left.length;
      text += format.replace(/\\[nt\\]|%[%sd]/g, (sign) => {
        if (Object.hasOwn(ESCAPES, sign)) return ESCAPES[sign] ?? '';
        const [word, ...others] = left;
        left = others;
        return word ?? (sign === '%d' ? '0' : '');
      });
      if (left.length === before) break;
    } while (left.length > 0);
    return printing(text);
  },
};
