// Tests for what counts as plain JSON.
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainJson, isPlainObject, jsonIn } from './json.ts';

test('all that JSON can say', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isPlainJson(value, 100)));
});

const holes: unknown[] = [];
holes.length = 2;

test.each<[string, unknown]>([
  ['undefined', undefined],
  ['a member that is undefined', { a: undefined }],
  ['an item that is undefined', [undefined]],
  ['an item that is missing', holes],
  ['NaN', NaN],
  ['infinity', [-Infinity]],
  ['a big integer', 1n],
  ['a symbol', Symbol('a')],
  ['a function', { a: () => 1 }],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a set', { a: [new Set()] }],
  ['bytes', new Uint8Array(1)],
])('not %s', (_, value) => expect(isPlainJson(value, 100)).toBe(false));

test('no more levels than are asked for', () => {
  expect(isPlainJson('a', 0)).toBe(true);
  expect(isPlainJson([], 0)).toBe(false);
  expect(isPlainJson({ a: ['b'] }, 2)).toBe(true);
  expect(isPlainJson({ a: [[]] }, 2)).toBe(false);
  let deep: unknown = [];
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(isPlainJson(deep, 100)).toBe(false);
});

test('objects of another window are objects', () => {
  expect(isPlainObject(runInNewContext('({ a: 1 })'))).toBe(true);
  expect([[], null, 'a', 1, new Date(0)].some(isPlainObject)).toBe(false);
});

test.each([
  ['{"a":[1]}', { a: [1] }],
  ['null', null],
  ['', undefined],
  ['{"a":', undefined],
])('%j says %o', (text, value) => expect(jsonIn(text)).toEqual(value));
