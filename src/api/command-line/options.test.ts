// Options: which words are values, which are options, and which nobody knows.
import { describe, expect, test } from 'vitest';
import { sortWords, type Arity } from './options.ts';

const ARITIES: Readonly<Record<string, Arity>> = {
  flag: 'none',
  maybe: 'optional',
  one: 'one',
  many: 'many',
};

function sorted(line: string, positionals = 1) {
  const read = sortWords(line.split(' '), (name) => ARITIES[name] ?? null, positionals);
  if (!read.ok) return read.error.message;
  const { options, positionals: plain, unknown } = read.value;
  return {
    ...Object.fromEntries(options),
    ...(plain.length > 0 && { plain }),
    ...(unknown.length > 0 && { unknown }),
  };
}

describe('sorts', () => {
  test.each<[string, unknown]>([
    ['--one a --flag', { one: ['a'], flag: [] }],
    ['--one=a=b', { one: ['a=b'] }],
    ['--one=', { one: [''] }],
    ['--many a b c --flag', { many: ['a', 'b', 'c'], flag: [] }],
    ['--many --flag', { many: [], flag: [] }],
    ['--many=a b', { many: ['a'], plain: ['b'] }],
    ['--maybe --flag', { maybe: [], flag: [] }],
    ['--maybe a', { maybe: ['a'] }],
    ['--one a --one b', { one: ['b'] }],
    ['--one -5', { one: ['-5'] }],
    ['--one -', { one: ['-'] }],
    ['a b', { plain: ['a'], unknown: ['b'] }],
    ['--nothing a', { plain: ['a'], unknown: ['--nothing'] }],
    ['--one', 'argument --one: expected one argument'],
    ['--one --flag', 'argument --one: expected one argument'],
    ['--flag=x', "argument --flag: ignored explicit argument 'x'"],
  ])('%s', (line, value) => expect(sorted(line)).toEqual(value));
});
