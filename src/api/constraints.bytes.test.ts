// Bytes among the parameters: what is no base64 is told in AWS’s words.
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64Bytes } from './base64.ts';
import { constraintError } from './constraints.ts';
import type { AnyParameter, AnyValue, Shape } from './parameters.ts';

const error = (shape: Shape, value: AnyValue | undefined, service = 'kms') => {
  const parameter: AnyParameter = { ...shape, event: 'it', required: true };
  return constraintError(service, { It: parameter }, value === undefined ? {} : { It: value });
};

describe('bytes that are not base64', () => {
  test.each<[string, Shape, AnyValue]>([
    ['alone', { type: 'blob', max: 1 }, 'hello'],
    ['in a list', { type: 'list', of: { type: 'blob' } }, ['', 'hello']],
    ['in a map', { type: 'map', of: { type: 'blob' } }, { a: 'hello' }],
    [
      'in a structure',
      { type: 'structure', members: { A: { type: 'blob', event: 'a', required: true } } },
      { A: 'hello' },
    ],
  ])('are not sent: %s', (_, shape, value) =>
    expect(error(shape, value)).toEqual({
      code: 'ParamValidation',
      message: 'Invalid base64: "hello"',
      status: 400,
    }),
  );

  test('a secret is not shown', () => {
    expect(error({ type: 'blob', secret: true }, 'hunter2')?.message).toBe('Invalid base64: "***"');
  });

  test.each(['A', 'AA', 'AAA', 'AA=', '====', 'A===', 'AA==AAAA', 'AA-_', 'AAAA\n', ' AAAA'])('%j', (text) =>
    expect(base64Bytes(text)).toBeNull(),
  );

  test('others are counted', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        (bytes) => base64Bytes(Buffer.from(bytes).toString('base64')) === bytes.length,
      ),
    );
  });
});
