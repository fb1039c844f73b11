// Attribute values: what is taken, in which form it is kept, and AWS's words for what is not.
import { describe, expect, test } from 'vitest';
import {
  bytesOf,
  compareValues,
  isSame,
  readValue,
  sizeOfAttributes,
  type AttributeValue,
} from './attribute-value.ts';

test.each<[unknown, AttributeValue]>([
  [{ S: '' }, { S: '' }],
  [{ N: '1.0' }, { N: '1' }],
  [{ B: 'AAE=' }, { B: 'AAE=' }],
  [{ SS: ['b', 'a'] }, { SS: ['a', 'b'] }],
  [{ NS: ['10', '9.0', '-1'] }, { NS: ['-1', '9', '10'] }],
  [{ BS: ['AAE=', 'AA=='] }, { BS: ['AA==', 'AAE='] }],
  [{ M: { b: { N: '01' }, a: { BOOL: false } } }, { M: { a: { BOOL: false }, b: { N: '1' } } }],
  [{ L: [{ NULL: true }, { S: 'a' }] }, { L: [{ NULL: true }, { S: 'a' }] }],
])('%j is kept as %j', (given, kept) => {
  const read = readValue(given);
  expect(read).toEqual({ ok: true, value: kept });
  expect(read.ok && isSame(read.value, kept)).toBe(true);
});

const deep = (levels: number): unknown => (levels === 1 ? { S: 'a' } : { L: [deep(levels - 1)] });

test.each<[unknown, string, string]>([
  [
    {},
    'ValidationException',
    'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  ],
  [
    { X: '1' },
    'ValidationException',
    'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  ],
  [
    { S: 'a', N: '1' },
    'ValidationException',
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
  ],
  [{ N: 'abc' }, 'ValidationException', 'The parameter cannot be converted to a numeric value: abc'],
  [{ N: '' }, 'ValidationException', 'The parameter cannot be converted to a numeric value'],
  [
    { N: '1'.repeat(39) },
    'ValidationException',
    'Attempting to store more than 38 significant digits in a Number',
  ],
  [
    { N: '1e126' },
    'ValidationException',
    'Number overflow. Attempting to store a number with magnitude larger than supported range',
  ],
  [
    { N: '1e-131' },
    'ValidationException',
    'Number underflow. Attempting to store a number with magnitude smaller than supported range',
  ],
  [
    { SS: [] },
    'ValidationException',
    'One or more parameter values were invalid: An string set  may not be empty',
  ],
  [
    { NS: [] },
    'ValidationException',
    'One or more parameter values were invalid: An number set  may not be empty',
  ],
  [
    { BS: [] },
    'ValidationException',
    'One or more parameter values were invalid: Binary sets should not be empty',
  ],
  [
    { NS: ['1', '1.0'] },
    'ValidationException',
    'One or more parameter values were invalid: Input collection [1, 1.0] contains duplicates.',
  ],
  [
    { NULL: false },
    'ValidationException',
    'One or more parameter values were invalid: Null attribute value types must have the value of true',
  ],
  [deep(33), 'ValidationException', 'Nesting Levels have exceeded supported limits'],
  [{ S: 1 }, 'SerializationException', 'NUMBER_VALUE cannot be converted to String'],
  [{ S: ['a'] }, 'SerializationException', 'Start of list found where not expected'],
  [{ BOOL: 'true' }, 'SerializationException', 'STRING_VALUE cannot be converted to Boolean'],
  [{ M: { a: true } }, 'SerializationException', 'TRUE_VALUE cannot be converted to AttributeValue'],
  [{ L: {} }, 'SerializationException', 'Start of structure or map found where not expected.'],
  [{ B: '!' }, 'SerializationException', 'Base64 encoded length is expected a multiple of 4 bytes'],
])('%j: %s', (given, code, message) =>
  expect(readValue(given)).toMatchObject({ ok: false, error: { code, message } }),
);

test('values may be nested 32 levels deep', () => expect(readValue(deep(32)).ok).toBe(true));

describe('order', () => {
  test.each<[AttributeValue, AttributeValue]>([
    [{ N: '9' }, { N: '10' }],
    [{ N: '-10' }, { N: '-9' }],
    [{ S: 'Z' }, { S: 'a' }],
    [{ S: '\uffee' }, { S: '😀' }],
    [{ B: 'AA==' }, { B: 'AAE=' }],
    [{ B: 'fw==' }, { B: 'gA==' }],
  ])('%j comes before %j', (a, b) => {
    expect(compareValues(a, b)).toBeLessThan(0);
    expect(compareValues(b, a)).toBeGreaterThan(0);
    expect(compareValues(a, a)).toBe(0);
  });

  test('there is none between types, and none of lists', () => {
    expect(compareValues({ N: '1' }, { S: '1' })).toBeNull();
    expect(compareValues({ L: [] }, { L: [] })).toBeNull();
  });
});

test('bytes and sizes', () => {
  expect([...bytesOf('/wAB')].map((letter) => letter.charCodeAt(0))).toEqual([255, 0, 1]);
  expect(sizeOfAttributes({ ab: { S: 'é' }, c: { BOOL: true } })).toBe(2 + 2 + 1 + 1);
});
