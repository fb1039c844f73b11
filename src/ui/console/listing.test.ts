// Tests for folders, breadcrumbs, local updates of a list, and sizes in words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentTypeOf,
  crumbs,
  listFolder,
  shortKey,
  sizeInWords,
  withEntry,
  withoutEntry,
  type Entry,
} from './listing.ts';

const entry = (Key: string): Entry => ({ Key, Size: 1, LastModified: '2026-09-01T08:00:00Z' });

describe('listFolder', () => {
  const keys = ['archive/2025/a.csv', 'archive/b.csv', 'new.md', 'noor/', 'noor/notes.md'].map(entry);

  test('the top of the bucket', () => {
    const { folders, objects } = listFolder(keys, '');
    expect(folders).toEqual([
      { name: 'archive/', prefix: 'archive/', objects: 2 },
      { name: 'noor/', prefix: 'noor/', objects: 2 },
    ]);
    expect(objects.map((o) => o.name)).toEqual(['new.md']);
  });

  test('inside a folder, names lose the prefix', () => {
    const { folders, objects } = listFolder(keys, 'archive/');
    expect(folders).toEqual([{ name: '2025/', prefix: 'archive/2025/', objects: 1 }]);
    expect(objects.map((o) => [o.name, o.Key])).toEqual([['b.csv', 'archive/b.csv']]);
  });

  test('the object that is the folder keeps its whole key, so that it can be deleted', () => {
    expect(listFolder(keys, 'noor/').objects.map((o) => o.name)).toEqual(['noor/', 'notes.md']);
  });

  test('law: every object under the prefix is counted exactly once', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', '/'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.constantFrom('', 'a', 'a/', 'b/a/'), (given, prefix) => {
        const { folders, objects } = listFolder(given.map(entry), prefix);
        const below = folders.reduce((sum, f) => sum + f.objects, 0);
        expect(below + objects.length).toBe(given.filter((k) => k.startsWith(prefix)).length);
      }),
    );
  });
});

test.each([
  ['', []],
  ['a/', ['a/']],
  ['a/b/', ['a/', 'a/b/']],
  ['a/half', ['a/', 'a/half']],
  ['/a/', ['/', '/a/']],
])('crumbs of %j', (prefix, prefixes) => {
  expect(crumbs(prefix).map((c) => c.prefix)).toEqual(prefixes);
});

test('a written object takes its place by key, once', () => {
  const list = withEntry(withEntry([entry('a'), entry('c')], entry('b')), { ...entry('b'), Size: 9 });
  expect(list.map((e) => [e.Key, e.Size])).toEqual([
    ['a', 1],
    ['b', 9],
    ['c', 1],
  ]);
  expect(withoutEntry(list, 'b').map((e) => e.Key)).toEqual(['a', 'c']);
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [1434, '1.4 KB'],
  [3 * 1024 * 1024, '3.0 MB'],
])('%d bytes', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));

test.each([
  ['a.md', 'text/markdown'],
  ['A.CSV', 'text/csv'],
  ['a', 'binary/octet-stream'],
  ['a.md/b', 'binary/octet-stream'],
])('the content type of %s', (key, type) => expect(contentTypeOf(key)).toBe(type));

test('a long key is cut in its middle, between whole characters', () => {
  expect(shortKey('summer/letter.md')).toBe('summer/letter.md');
  const cut = shortKey(`${'😀'.repeat(512)}.md`);
  expect([...cut]).toHaveLength(60);
  expect(cut).toMatch(/^(😀){30}…(😀){26}\.md$/u);
});
