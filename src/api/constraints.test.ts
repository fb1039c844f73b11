// Tests for constraints: for every shape values that pass, and each violation in AWS's words.
import { describe, expect, test } from 'vitest';
import { constraintError } from './constraints.ts';
import type { AnyParameter, AnyValue, Shape } from './parameters.ts';

const error = (shape: Shape, value: AnyValue | undefined, service = 'kms') => {
  const parameter: AnyParameter = { ...shape, event: 'it', required: true };
  return constraintError(service, { It: parameter }, value === undefined ? {} : { It: value });
};

const NAME: Shape = { type: 'text', min: 2, max: 4, pattern: '[a-z]+' };
const POLICY_ARNS: Shape = {
  type: 'list',
  maxItems: 2,
  of: {
    type: 'structure',
    members: {
      arn: { type: 'arn', event: 'arn', required: true, min: 20, max: 40 },
      Note: { type: 'text', event: 'note', required: false, oneOf: ['A', 'B'] },
    },
  },
};
const CONTEXT: Shape = {
  type: 'map',
  keys: { min: 1, max: 3, pattern: '[a-z]*' },
  of: { type: 'text', min: 1, max: 5 },
};
const REQUEST_ITEMS: Shape = {
  type: 'map',
  minItems: 1,
  maxItems: 2,
  of: {
    type: 'structure',
    members: {
      Keys: { type: 'list', event: 'keys', required: true, minItems: 1, of: { type: 'json' } },
    },
  },
};
const WRITES: Shape = {
  type: 'map',
  of: { type: 'list', minItems: 1, maxItems: 2, of: { type: 'map', of: { type: 'text' } } },
};
const ARN = 'arn:aws:iam::1:policy/P';

const nested = (levels: number): AnyValue => {
  let value: AnyValue = [];
  for (let level = 1; level < levels; level++) value = [value];
  return value;
};

describe('what passes', () => {
  test.each<[string, Shape, AnyValue]>([
    ['a text', NAME, 'abc'],
    ['an ARN', { type: 'arn', min: 1 }, 'x'],
    ['true', { type: 'boolean' }, true],
    ['the ends of a range', { type: 'integer', least: 1, most: 1 }, 1],
    ['a fraction', { type: 'number', least: 0, most: 1 }, 0.25],
    ['bytes, as many as may be', { type: 'blob', min: 1, max: 4 }, 'AAAAAA=='],
    ['no bytes', { type: 'blob' }, ''],
    ['texts', { type: 'textList', minItems: 1, maxItems: 2, item: { min: 1 } }, ['a', 'b']],
    ['tags', { type: 'tags' }, [{ Key: 'team', Value: '' }]],
    ['tags of KMS', { type: 'tags', spelling: 'TagKey' }, [{ TagKey: 'team', TagValue: 'red' }]],
    ['any sign in a tag', { type: 'tags', checked: 'lengths' }, [{ Key: 'a,b', Value: '"' }]],
    [
      'many tags',
      { type: 'tags', checked: 'lengths' },
      Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: '' })),
    ],
    ['structures', POLICY_ARNS, [{ arn: ARN }, { arn: ARN, Note: 'B' }]],
    ['an empty list', POLICY_ARNS, []],
    ['a map', CONTEXT, { a: 'b', abc: 'defgh' }],
    ['an empty map', CONTEXT, {}],
    ['a map of structures', REQUEST_ITEMS, { Books: { Keys: [{ Isbn: { S: '1' } }] } }],
    ['a map of lists of maps', WRITES, { Books: [{ a: 'b' }] }],
    ['a document', { type: 'json' }, { a: [null, 1, 'x', { b: false }] }],
    ['a deep document', { type: 'json' }, nested(80)],
    ['null where it is a value', { type: 'json' }, null],
  ])('%s', (_, shape, value) => expect(error(shape, value)).toBeNull());
});

const less = 'Member must have length less than or equal to';
const greater = 'Member must have length greater than or equal to';
const pattern = 'Member must satisfy regular expression pattern:';

describe('violations', () => {
  test.each<[string, Shape, AnyValue | undefined, string, string?]>([
    ['missing', NAME, undefined, 'Value null', 'Member must not be null'],
    ['too long', NAME, 'abcde', "Value 'abcde'", `${less} 4`],
    ['too short', NAME, 'a', "Value 'a'", `${greater} 2`],
    ['a pattern', NAME, 'a1', "Value 'a1'", `${pattern} [a-z]+`],
    [
      'an enum',
      { type: 'arn', oneOf: ['A', 'B'] },
      'C',
      "Value 'C'",
      'Member must satisfy enum value set: [A, B]',
    ],
    [
      'a name not kept here',
      { type: 'text', except: 'x' },
      'x',
      "Value 'x'",
      'Member must not be x in Rolecall',
    ],
    ['a secret', { type: 'text', min: 3, secret: true }, 'a', 'Value', `${greater} 3`],
    ['a document', { type: 'text', min: 3, file: 'document' }, '{}', 'Value', `${greater} 3`],
    [
      'an integer above',
      { type: 'integer', most: 30 },
      31,
      "Value '31'",
      'Member must have value less than or equal to 30',
    ],
    [
      'an integer below',
      { type: 'integer', least: 7 },
      6,
      "Value '6'",
      'Member must have value greater than or equal to 7',
    ],
    [
      'a number above',
      { type: 'number', most: 1 },
      2,
      "Value '2.0'",
      'Member must have value less than or equal to 1.0',
    ],
    [
      'a number below',
      { type: 'number', least: 0.5 },
      0.25,
      "Value '0.25'",
      'Member must have value greater than or equal to 0.5',
    ],
    ['too many bytes', { type: 'blob', max: 3 }, 'AAAAAA==', 'Value', `${less} 3`],
    ['too few bytes', { type: 'blob', min: 1 }, '', 'Value', `${greater} 1`],
    [
      'too many texts',
      { type: 'textList', maxItems: 1, item: { max: 1 } },
      ['a', 'bcd'],
      "Value '[a, bcd]'",
      `${less} 1`,
    ],
    [
      'a text of a list of texts, by what it breaks',
      { type: 'textList', item: { min: 1, max: 2 } },
      ['a', 'bcd'],
      "Value '[a, bcd]'",
      `Member must satisfy constraint: [${less} 2]`,
    ],
    [
      'an item, by all constraints of items',
      { type: 'list', of: NAME },
      ['ab', 'c'],
      "Value '[ab, c]'",
      `Member must satisfy constraint: [${less} 4, ${greater} 2, ${pattern} [a-z]+]`,
    ],
    ['too many items', POLICY_ARNS, [{ arn: ARN }, { arn: ARN }, { arn: ARN }], 'Value', `${less} 2`],
    ['too few items', { type: 'list', minItems: 1, of: NAME }, [], "Value '[]'", `${greater} 1`],
    [
      'secrets in a list',
      { type: 'list', of: { type: 'text', secret: true, min: 3 } },
      ['a'],
      'Value',
      `Member must satisfy constraint: [${greater} 3]`,
    ],
    [
      'secrets in a map',
      { type: 'map', of: { type: 'text', secret: true, min: 3 } },
      { a: 'b' },
      'Value',
      `Map value must satisfy constraint: [${greater} 3]`,
    ],
    [
      'a key',
      CONTEXT,
      { A: 'x', b: 'y' },
      "Value '{A=x, b=y}'",
      `Map keys must satisfy constraint: [${less} 3, ${greater} 1, ${pattern} [a-z]*]`,
    ],
    [
      'a value of a map',
      CONTEXT,
      { a: '' },
      "Value '{a=}'",
      `Map value must satisfy constraint: [${less} 5, ${greater} 1]`,
    ],
    ['too few entries', REQUEST_ITEMS, {}, "Value '{}'", `${greater} 1`],
    [
      'the length of a list in a map',
      WRITES,
      { Books: [] },
      "Value '{Books=[]}'",
      `Map value must satisfy constraint: [${less} 2, ${greater} 1]`,
    ],
    [
      'a document too deep',
      { type: 'json' },
      nested(81),
      'Value',
      'Member must have at most 80 levels in Rolecall',
    ],
  ])('%s', (_, shape, value, shown, fault) =>
    expect(error(shape, value)?.message).toBe(
      `1 validation error detected: ${shown} at 'it' failed to satisfy constraint: ${fault}`,
    ),
  );

  test.each<[string, Shape, AnyValue, string]>([
    [
      'a member that is missing',
      POLICY_ARNS,
      [{ arn: ARN }, {}],
      "Value null at 'it.2.member.arn' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a member of a structure',
      POLICY_ARNS,
      [{ arn: 'arn:x' }],
      `Value 'arn:x' at 'it.1.member.arn' failed to satisfy constraint: ${greater} 20`,
    ],
    [
      'a member that may be missing',
      POLICY_ARNS,
      [{ arn: ARN, Note: 'C' }],
      "Value 'C' at 'it.1.member.note' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
    ],
    [
      'a structure in a map',
      REQUEST_ITEMS,
      { Books: { Keys: [] } },
      `Value '[]' at 'it.Books.member.keys' failed to satisfy constraint: ${greater} 1`,
    ],
    [
      'the key of a tag',
      { type: 'tags' },
      [{ Key: 'te!am', Value: 'red' }],
      `Value 'te!am' at 'it.1.member.key' failed to satisfy constraint: ${pattern} [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+`,
    ],
    [
      'the value of a tag',
      { type: 'tags', checked: 'lengths' },
      [
        { Key: 'a', Value: '' },
        { Key: 'a', Value: 'v'.repeat(257) },
      ],
      `Value '${'v'.repeat(257)}' at 'it.2.member.value' failed to satisfy constraint: ${less} 256`,
    ],
    [
      'a tag of KMS',
      { type: 'tags', spelling: 'TagKey', checked: 'lengths' },
      [{ TagKey: '', TagValue: 'red' }],
      `Value '' at 'it.1.member.tagKey' failed to satisfy constraint: ${greater} 1`,
    ],
    [
      'an item of a list in a list',
      { type: 'list', of: { type: 'list', of: { type: 'integer', most: 1 } } },
      [[0], [2]],
      "Value '[2]' at 'it.2.member' failed to satisfy constraint: Member must satisfy constraint: [Member must have value less than or equal to 1]",
    ],
  ])('within: %s', (_, shape, value, said) =>
    expect(error(shape, value)?.message).toBe(`1 validation error detected: ${said}`),
  );

  test('all are told at once, in the order in which they are declared', () => {
    expect(
      constraintError(
        'sts',
        {
          RoleArn: { type: 'arn', event: 'roleArn', required: true },
          PolicyArns: { ...POLICY_ARNS, event: 'policyArns', required: false },
        },
        { PolicyArns: [{ arn: 'a' }, { arn: ARN, Note: '' }, {}] },
      )?.message,
    ).toBe(
      "5 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null; " +
        `Value at 'policyArns' failed to satisfy constraint: ${less} 2; ` +
        `Value 'a' at 'policyArns.1.member.arn' failed to satisfy constraint: ${greater} 20; ` +
        "Value '' at 'policyArns.2.member.note' failed to satisfy constraint: Member must satisfy enum value set: [A, B]; " +
        "Value null at 'policyArns.3.member.arn' failed to satisfy constraint: Member must not be null",
    );
  });
});

test.each([
  ['iam', 'ValidationError'],
  ['sts', 'ValidationError'],
  ['sns', 'ValidationError'],
  ['kms', 'ValidationException'],
  ['dynamodb', 'ValidationException'],
  ['secretsmanager', 'ValidationException'],
  ['sqs', 'ValidationException'],
  ['lambda', 'ValidationException'],
  ['access-analyzer', 'ValidationException'],
  ['s3', 'InvalidArgument'],
  ['ec2', 'InvalidParameterValue'],
])('%s answers with %s', (service, code) =>
  expect(error(NAME, 'a', service)).toEqual({
    code,
    message: `1 validation error detected: Value 'a' at 'it' failed to satisfy constraint: ${greater} 2`,
    status: 400,
  }),
);

test.each<[string, Shape, AnyValue, string, string]>([
  [
    'too long',
    { type: 'text', max: 2 },
    'abc',
    'MAX_LENGTH_EXCEEDED',
    'You provided a string parameter that is longer than allowed.',
  ],
  [
    'too short',
    NAME,
    'a',
    'MIN_LENGTH_EXCEEDED',
    'You provided a string parameter that is shorter than allowed.',
  ],
  [
    'too large',
    { type: 'integer', least: 1, most: 20 },
    21,
    'MAX_VALUE_EXCEEDED',
    'You provided a numeric parameter that has a larger value than allowed.',
  ],
  [
    'too small',
    { type: 'integer', least: 1, most: 20 },
    0,
    'MIN_VALUE_EXCEEDED',
    'You provided a numeric parameter that has a smaller value than allowed.',
  ],
  [
    'of another form',
    { type: 'text', pattern: 'a+' },
    'b',
    'INVALID_PATTERN',
    'You provided a value that does not match the required pattern.',
  ],
  [
    'none of the values',
    { type: 'text', oneOf: ['A'] },
    'B',
    'INVALID_ENUM',
    'You specified an invalid value.',
  ],
  [
    'an item of a list',
    { type: 'textList', item: { oneOf: ['A'] } },
    ['B'],
    'INVALID_LIST_MEMBER',
    'You provided a list to a parameter that contains at least one invalid value.',
  ],
])('Organizations has words of its own: %s', (_, shape, value, reason, message) =>
  expect(error(shape, value, 'organizations')).toEqual({
    code: 'InvalidInputException',
    message,
    status: 400,
    details: { Reason: reason },
  }),
);

test('Organizations names the first of several faults', () =>
  expect(
    constraintError(
      'organizations',
      { A: { ...NAME, event: 'a', required: true }, B: { ...NAME, event: 'b', required: true } },
      { B: 'a' },
    ),
  ).toMatchObject({
    message: 'You must include a value for all required parameters.',
    details: { Reason: 'INPUT_REQUIRED' },
  }));
