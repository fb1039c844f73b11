// Tests for inputs in events: what an event shows, the way back, and what the way back refuses.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SECRET, anyParameters, inputOf, secretParameters } from '../../tests/api/arbitrary.ts';
import { constraintError } from './constraints.ts';
import { fromEventParameters, toEventParameters } from './event-parameters.ts';
import type { AnyInput, AnyParameter, AnyParameters, AnyValue, Shape } from './parameters.ts';

const parameters: AnyParameters = {
  RoleArn: { type: 'arn', event: 'roleArn', required: true },
  PolicyArns: {
    type: 'list',
    event: 'policyArns',
    required: false,
    of: { type: 'structure', members: { arn: { type: 'arn', event: 'arn', required: true } } },
  },
  Tags: { type: 'tags', event: 'tags', required: false },
  KmsTags: { type: 'tags', event: 'kmsTags', required: false, spelling: 'TagKey' },
  Constraints: {
    type: 'structure',
    event: 'constraints',
    required: false,
    members: {
      EncryptionContextSubset: {
        type: 'map',
        event: 'encryptionContextSubset',
        required: false,
        of: { type: 'text' },
      },
    },
  },
  Items: { type: 'map', event: 'items', required: false, of: { type: 'json' } },
  Ratio: { type: 'number', event: 'ratio', required: false },
  Blob: { type: 'blob', event: 'blob', required: false },
};

const input: AnyInput = {
  RoleArn: 'arn:aws:iam::1:role/R',
  PolicyArns: [{ arn: 'arn:aws:iam::1:policy/P' }],
  Tags: [{ Key: 'Team', Value: 'Red' }],
  KmsTags: [{ TagKey: 'Team', TagValue: 'Red' }],
  Constraints: { EncryptionContextSubset: { Department: 'IT', Other: undefined } },
  Items: { Isbn: { S: '1' }, Pages: { L: [{ N: '1' }, { NULL: true }, null] } },
  Ratio: 0.5,
  Blob: 'AA==',
};

test('an event has names with small initials, down to those that the caller chose', () => {
  expect(
    toEventParameters(parameters, { ...input, Constraints: { EncryptionContextSubset: { Of: 'IT' } } }),
  ).toEqual({
    roleArn: 'arn:aws:iam::1:role/R',
    policyArns: [{ arn: 'arn:aws:iam::1:policy/P' }],
    tags: [{ key: 'Team', value: 'Red' }],
    kmsTags: [{ tagKey: 'Team', tagValue: 'Red' }],
    constraints: { encryptionContextSubset: { Of: 'IT' } },
    items: { Isbn: { S: '1' }, Pages: { L: [{ N: '1' }, { NULL: true }, null] } },
    ratio: 0.5,
    blob: 'AA==',
  });
});

const back = (shape: Shape, value: unknown): AnyValue | undefined => {
  const read = fromEventParameters({ It: { ...shape, event: 'it', required: true } }, { it: value });
  return read?.It;
};

describe('secrets are hidden at any depth, and do not come back', () => {
  const secret: Shape = { type: 'text', secret: true };
  const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS';
  test.each<[string, Shape, AnyValue, unknown]>([
    ['a text', secret, SECRET, hidden],
    ['bytes', { type: 'blob', secret: true }, 'AAAA', hidden],
    ['in a list', { type: 'list', of: secret }, [SECRET, SECRET], [hidden, hidden]],
    ['in a map', { type: 'map', of: secret }, { DB_PASSWORD: SECRET }, { DB_PASSWORD: hidden }],
    [
      'in a structure',
      { type: 'structure', members: { Code: { ...secret, event: 'code', required: false } } },
      { Code: SECRET },
      { code: hidden },
    ],
  ])('%s', (_, shape, value, shown) => {
    const event = toEventParameters({ It: { ...shape, event: 'it', required: true } }, { It: value });
    expect(event).toEqual({ it: shown });
    expect(back(shape, event.it)).toBeUndefined();
  });

  test('wherever they are', () => {
    fc.assert(
      fc.property(
        secretParameters.chain((declared) => fc.tuple(fc.constant(declared), inputOf(declared))),
        ([declared, given]) => {
          const event = toEventParameters(declared, given);
          expect(JSON.stringify(event)).not.toContain(SECRET);
          const told = JSON.stringify(event).includes(hidden);
          const again = fromEventParameters(declared, event);
          expect(told ? again : JSON.stringify(again)).toBe(told ? null : JSON.stringify(given));
        },
      ),
    );
  });
});

test('input to event to input is the input, for whatever is declared', () => {
  fc.assert(
    fc.property(
      anyParameters.chain((declared) => fc.tuple(fc.constant(declared), inputOf(declared))),
      ([declared, given]) => {
        // As a database or a file gives it back.
        const event: unknown = JSON.parse(JSON.stringify(toEventParameters(declared, given)));
        const again = fromEventParameters(declared, event as Readonly<Record<string, unknown>>);
        expect(JSON.stringify(again)).toBe(JSON.stringify(given));
        expect(constraintError('kms', declared, given)).toBeNull();
      },
    ),
    { numRuns: 500 },
  );
});

describe('the way back refuses', () => {
  const structure: Shape = {
    type: 'structure',
    members: {
      A: { type: 'text', event: 'a', required: true },
      B: { type: 'integer', event: 'b', required: false },
    },
  };
  test.each<[Shape, readonly unknown[]]>([
    [{ type: 'text' }, [null, 1, true, [], {}, ['a']]],
    [{ type: 'arn' }, [null, 1, {}]],
    [{ type: 'boolean' }, [null, 'true', 1]],
    [{ type: 'integer' }, [null, '1', 1.5, NaN, Infinity]],
    [{ type: 'number' }, [null, '1', NaN, -Infinity]],
    [{ type: 'blob' }, [null, 1, 'hello', 'AAA']],
    [{ type: 'blob', secret: true }, ['AAAA']],
    [{ type: 'text', secret: true }, ['a']],
    [{ type: 'textList', item: {} }, [null, 'a', {}, [1], ['a', null], [['a']]]],
    [
      { type: 'tags' },
      [null, {}, ['a'], [null], [{ key: 'a' }], [{ Key: 'a', Value: 'b' }], [{ key: 'a', value: 1 }]],
    ],
    [{ type: 'tags', spelling: 'TagKey' }, [[{ key: 'a', value: 'b' }]]],
    [{ type: 'list', of: { type: 'integer' } }, [null, {}, 1, ['1'], [1, null], [undefined]]],
    [{ type: 'list', of: structure }, [[[]], [{}], [{ a: 1 }]]],
    [structure, [null, [], 'a', {}, { A: 'a' }, { a: null }, { a: 'a', b: null }, { a: 'a', b: '1' }]],
    [{ type: 'map', of: { type: 'text' } }, [null, [], 'a', { a: 1 }, { a: 'b', c: null }, new Map()]],
    [{ type: 'json' }, [NaN, () => 1, { a: undefined }, new Date(0), [[new Set()]]]],
  ])('%j', (shape, values) => {
    for (const value of values) expect(back(shape, value), JSON.stringify(value)).toBeUndefined();
  });

  test('what others inherit', () => {
    const parameter: AnyParameter = { type: 'json', event: 'toString', required: true };
    const declared: AnyParameters = { constructor: parameter };
    expect(fromEventParameters(declared, {})).toBeNull();
    expect(toEventParameters(declared, {})).toEqual({});
  });
});

test('unknown names stay behind at any depth', () => {
  const members: AnyParameters = { A: { type: 'text', event: 'a', required: true } };
  expect(back({ type: 'structure', members }, { a: 'x', b: 'y' })).toEqual({ A: 'x' });
});

test('what no event can hold is left out', () => {
  let deep: AnyValue = [];
  for (let level = 0; level < 10_000; level++) deep = [deep];
  const declared: AnyParameters = {
    A: { type: 'json', event: 'a', required: true },
    B: { type: 'text', event: 'b', required: true },
  };
  expect(toEventParameters(declared, { A: deep, B: 'b' })).toEqual({ b: 'b' });
  expect(back({ type: 'json' }, deep)).toBeUndefined();
});

test('arbitrary JSON throws nothing, and what is read of it is written the same', () => {
  fc.assert(
    fc.property(
      anyParameters,
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.jsonValue(),
      (declared, values, value) => {
        const event = Object.fromEntries(
          Object.values(declared).map((parameter) => [parameter.event, value]),
        );
        for (const record of [values, event]) {
          const read = fromEventParameters(declared, record);
          if (read !== null)
            expect(fromEventParameters(declared, toEventParameters(declared, read))).toEqual(read);
        }
        const odd = Object.fromEntries(Object.keys(declared).map((name) => [name, value])) as AnyInput;
        toEventParameters(declared, odd);
        constraintError('kms', declared, odd);
      },
    ),
    { numRuns: 500 },
  );
});
