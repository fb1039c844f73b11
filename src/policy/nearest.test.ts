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

test('of words as near, one that begins alike comes first', () => {
  expect(nearest('us-east-9', ['ap-east-1', 'us-west-1', 'us-east-1'])).toEqual([
    'us-east-1',
    'us-west-1',
    'ap-east-1',
  ]);
});
