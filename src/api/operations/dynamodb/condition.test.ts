// Conditions: what they say of an item, and what is said of those that cannot be read.
import { describe, expect, test } from 'vitest';
import type { Attributes } from './attribute-value.ts';
import { attributesIn, holds, readCondition } from './condition.ts';
import { readExpressions } from './expression.ts';

const ITEM: Attributes = {
  name: { S: 'Emma' },
  n: { N: '9' },
  b: { B: 'AAEC' },
  tags: { SS: ['a', 'b'] },
  list: { L: [{ S: 'x' }, { M: { deep: { N: '1' } } }] },
  map: { M: { k: { S: 'v' } } },
  no: { NULL: true },
};

const VALUES = {
  ':ten': { N: '10' },
  ':nine': { N: '9.0' },
  ':one': { N: '1' },
  ':e': { S: 'Em' },
  ':emma': { S: 'Emma' },
  ':a': { S: 'a' },
  ':x': { S: 'x' },
  ':SS': { S: 'SS' },
  ':bytes': { B: 'AAE=' },
};
const NAMES = { '#n': 'name', '#d': 'deep.er' };

/** With the placeholders that it uses, and no others. */
function read(text: string) {
  const used = (all: object) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => new RegExp(`${key}\\b`).test(text)));
  const [names, values] = [used(NAMES), used(VALUES)];
  return readExpressions(
    {
      ConditionExpression: text,
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    },
    { ConditionExpression: readCondition },
  );
}

test.each<[string, boolean]>([
  ['n = :nine', true],
  ['n <> :nine', false],
  ['missing <> :nine', true],
  ['missing = :nine', false],
  ['n < :ten AND n >= :nine', true],
  ['n > :nine', false],
  ['name < :ten', false],
  ['n BETWEEN :one AND :ten', true],
  ['name IN (:a, :emma)', true],
  ['name IN (:a)', false],
  ['attribute_exists(map.k) and attribute_not_exists(map.z)', true],
  ['attribute_exists(list[1].deep)', true],
  ['attribute_exists(list[2])', false],
  ['attribute_type(tags, :SS)', true],
  ['begins_with(#n, :e)', true],
  ['begins_with(b, :bytes)', true],
  ['contains(name, :e)', true],
  ['contains(tags, :a)', true],
  ['contains(tags, :x)', false],
  ['contains(list, :x)', true],
  ['size(tags) > :one', true],
  ['size(missing) > :one', false],
  ['NOT n = :ten', true],
  ['NOT (n = :ten OR name = :emma)', false],
  ['n = :ten OR name = :emma AND n = :nine', true],
  ['(n = :nine OR name = :emma) AND n = :ten', false],
  ['list[1].deep = :one', true],
  ['NOT contains(tags, :x) AND NOT attribute_exists(z)', true],
])('%s: %s', (text, isTrue) => {
  const condition = read(text);
  if (!condition.ok) throw new Error(condition.error.message);
  const { ConditionExpression } = condition.value;
  expect(ConditionExpression && holds(ConditionExpression, ITEM)).toBe(isTrue);
});

test('the attributes that it looks at', () => {
  const condition = read('size(map.k) > :one OR NOT (list[0] IN (#n, n)) AND begins_with(b, :e)');
  expect(
    condition.ok && condition.value.ConditionExpression && attributesIn(condition.value.ConditionExpression),
  ).toEqual(['map', 'list', 'name', 'n', 'b']);
});

describe('faults', () => {
  test.each([
    ['', 'The expression can not be empty;'],
    ['n', 'Syntax error; token: "<EOF>", near: "n"'],
    ['n = = :one', 'Syntax error; token: "=", near: "= = :one"'],
    ['n = :one)', 'Syntax error; token: ")", near: ":one)"'],
    ['n = $', 'Syntax error; token: "$", near: "= $"'],
    ['(n = :one', 'Syntax error; token: "<EOF>", near: ":one"'],
    ['list[x] = :one', 'Syntax error; token: "x", near: "[x]"'],
    ['n = :none', 'An expression attribute value used in expression is not defined; attribute value: :none'],
    [
      '#none = :one',
      'An expression attribute name used in the document path is not defined; attribute name: #none',
    ],
    ['starts(n, :one)', 'Invalid function name; function: starts'],
    [
      'begins_with(n)',
      'Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1',
    ],
    [
      'attribute_exists(:one)',
      'Operator or function requires a document path; operator or function: attribute_exists',
    ],
    [
      'n = contains(n, :one)',
      'The function is not allowed to be used this way in an expression; function: contains',
    ],
    ['a'.repeat(4097), 'Expression size has exceeded the maximum allowed size; expression size: 4097'],
  ])('%s', (text, message) =>
    expect(read(text)).toMatchObject({
      ok: false,
      error: { code: 'ValidationException', message: `Invalid ConditionExpression: ${message}` },
    }),
  );
});

describe('placeholders', () => {
  const readers = { ConditionExpression: readCondition };
  test.each([
    [
      { ConditionExpression: 'a = b', ExpressionAttributeNames: { '#x': 'x', '#y': 'y' } },
      'Value provided in ExpressionAttributeNames unused in expressions: keys: {#x, #y}',
    ],
    [
      { ConditionExpression: 'a = b', ExpressionAttributeValues: { ':x': { S: 'x' } } },
      'Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}',
    ],
    [
      { ConditionExpression: 'a = b', ExpressionAttributeNames: { x: 'x' } },
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "x"',
    ],
    [
      { ConditionExpression: 'a = b', ExpressionAttributeValues: { x: { S: 'x' } } },
      'ExpressionAttributeValues contains invalid key: Syntax error; key: "x"',
    ],
    [
      { ConditionExpression: 'a = :x', ExpressionAttributeValues: { ':x': {} } },
      'ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :x',
    ],
  ])('%j', (input, message) =>
    expect(readExpressions(input, readers)).toMatchObject({ ok: false, error: { message } }),
  );

  test('names that every object has are names', () => {
    const read = readExpressions(
      { ConditionExpression: 'attribute_exists(#c)', ExpressionAttributeNames: { '#c': 'constructor' } },
      readers,
    );
    expect(read.ok && read.value.ConditionExpression && holds(read.value.ConditionExpression, {})).toBe(
      false,
    );
  });
});
