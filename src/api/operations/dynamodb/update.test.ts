// Updates: what becomes of an item, and what is said of those that cannot be made.
import { expect, test } from 'vitest';
import type { Attributes } from './attribute-value.ts';
import { readExpressions } from './expression.ts';
import { attributesOfUpdate, readUpdate, updated } from './update.ts';

const ITEM: Attributes = {
  a: { N: '1' },
  list: { L: [{ S: 'x' }, { S: 'y' }] },
  map: { M: { k: { N: '5' } } },
  set: { SS: ['p', 'q'] },
  text: { S: 't' },
};

const VALUES = {
  ':one': { N: '1' },
  ':l': { L: [{ S: 'z' }] },
  ':s': { SS: ['q', 'r'] },
  ':pq': { SS: ['p', 'q'] },
  ':t': { S: 'new' },
};

function update(text: string) {
  const values = Object.fromEntries(
    Object.entries(VALUES).filter(([key]) => new RegExp(`${key}\\b`).test(text)),
  );
  const read = readExpressions(
    {
      UpdateExpression: text,
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    },
    { UpdateExpression: readUpdate },
  );
  return read.ok ? updated(ITEM, read.value.UpdateExpression ?? []) : read;
}

test.each<[string, Attributes]>([
  ['SET a = a + :one', { ...ITEM, a: { N: '2' } }],
  ['set a = a - :one', { ...ITEM, a: { N: '0' } }],
  ['SET b = a, a = :t', { ...ITEM, a: { S: 'new' }, b: { N: '1' } }],
  ['SET b = if_not_exists(b, :t), text = if_not_exists(text, :t)', { ...ITEM, b: { S: 'new' } }],
  ['SET b = if_not_exists(n, :one) + :one', { ...ITEM, b: { N: '2' } }],
  ['SET list = list_append(list, :l)', { ...ITEM, list: { L: [{ S: 'x' }, { S: 'y' }, { S: 'z' }] } }],
  ['SET list[0] = :t, list[9] = :one', { ...ITEM, list: { L: [{ S: 'new' }, { S: 'y' }, { N: '1' }] } }],
  ['SET map.n = :t', { ...ITEM, map: { M: { k: { N: '5' }, n: { S: 'new' } } } }],
  [
    'REMOVE list[0], text',
    {
      a: { N: '1' },
      list: { L: [{ S: 'y' }] },
      map: ITEM['map'] ?? { NULL: true },
      set: ITEM['set'] ?? { NULL: true },
    },
  ],
  ['REMOVE map.k, nothing', { ...ITEM, map: { M: {} } }],
  ['ADD a :one, n :one', { ...ITEM, a: { N: '2' }, n: { N: '1' } }],
  ['ADD set :s', { ...ITEM, set: { SS: ['p', 'q', 'r'] } }],
  ['DELETE set :s', { ...ITEM, set: { SS: ['p'] } }],
  [
    'DELETE set :pq SET b = :one',
    {
      a: ITEM['a'] ?? { NULL: true },
      b: { N: '1' },
      list: ITEM['list'] ?? { NULL: true },
      map: ITEM['map'] ?? { NULL: true },
      text: { S: 't' },
    },
  ],
])('%s', (text, after) => expect(update(text)).toEqual({ ok: true, value: after }));

const WRONG_TYPE = 'An operand in the update expression has an incorrect data type';
const NO_PATH = 'The document path provided in the update expression is invalid for update';

test.each([
  ['SET a = nothing', 'The provided expression refers to an attribute that does not exist in the item'],
  ['SET a = text + :one', WRONG_TYPE],
  ['SET list = list_append(list, :one)', WRONG_TYPE],
  ['ADD text :one', WRONG_TYPE],
  ['ADD a :t', WRONG_TYPE],
  ['DELETE a :s', WRONG_TYPE],
  ['SET nothing.k = :one', NO_PATH],
  ['SET text[0] = :one', NO_PATH],
  ['REMOVE nothing.k', NO_PATH],
  ['SET', 'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: "SET"'],
  ['MAKE a = :one', 'Invalid UpdateExpression: Syntax error; token: "MAKE", near: "MAKE a"'],
  ['SET a = :one,', 'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: ","'],
  ['SET a = double(a)', 'Invalid UpdateExpression: Invalid function name; function: double'],
  [
    'SET map = :one REMOVE map.k',
    'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [map], path two: [map, k]',
  ],
])('%s: %s', (text, message) =>
  expect(update(text)).toMatchObject({ ok: false, error: { code: 'ValidationException', message } }),
);

test('the attributes that it writes or looks at', () => {
  const read = readExpressions(
    { UpdateExpression: 'SET a = if_not_exists(b.c, d) REMOVE e[0]' },
    { UpdateExpression: readUpdate },
  );
  expect(read.ok && attributesOfUpdate(read.value.UpdateExpression ?? [])).toEqual(['a', 'b', 'd', 'e']);
});
