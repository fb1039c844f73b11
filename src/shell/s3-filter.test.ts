// Which names `--exclude` and `--include` leave in.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namePattern, nameFilter } from './s3-filter.ts';

const NAMES = ['a.txt', 'b.md', 'docs/a.txt', 'docs/[x].md'];

test.each<[string, readonly string[]]>([
  ['', NAMES],
  ['--exclude *', []],
  ['--exclude * --include *.txt', ['a.txt', 'docs/a.txt']],
  ['--include *.txt --exclude *', []],
  ['--exclude=docs/*', ['a.txt', 'b.md']],
  ['--exclude ?.txt', ['b.md', 'docs/a.txt', 'docs/[x].md']],
  ['--exclude [ab].*', ['docs/a.txt', 'docs/[x].md']],
  ['--exclude [!a].*', ['a.txt', 'docs/a.txt', 'docs/[x].md']],
  ['--exclude [z-a]*', NAMES],
])('%s', (words, left) => expect(NAMES.filter(nameFilter(words.split(' ')))).toEqual(left));

test('whatever stands there is a pattern, and a star fits all', () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (glob, name) => {
      expect(typeof namePattern(glob).test(name)).toBe('boolean');
      expect(namePattern('*').test(name)).toBe(true);
    }),
  ));
