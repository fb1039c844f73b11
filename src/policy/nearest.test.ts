// "Did you mean".
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const WORDS = ['GetObject', 'PutObject', 'GetObjectAcl', 'DeleteObject', 'ListBucket'];

test.each([
  ['GetObjects', ['GetObject', 'GetObjectAcl', 'PutObject']],
  ['getobject', ['GetObject', 'PutObject', 'GetObjectAcl']],
  ['GteObject', ['GetObject', 'PutObject']],
  ['ListBuckets', ['ListBucket']],
  ['CreateUser', []],
  ['', []],
])('%s: %j', (word, expected) => {
  expect(nearest(word, WORDS)).toEqual(expected);
});
