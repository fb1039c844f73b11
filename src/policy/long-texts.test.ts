// Tests of judging texts that are longer than any policy can be.
import { expect, test } from 'vitest';
import { diagnose } from './validate.ts';

const policyOf = (statements: number): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: Array.from({ length: statements }, () => ({ Effect: 'Allow', Action: '*', Resource: '**' })),
  });
const codes = (text: string) => [...new Set(diagnose(text, 'identity').map(({ code }) => code))];

test('a text that no request could send is told to be too long, and no more is looked at', () => {
  const text = policyOf(3_000);
  expect(text.length).toBeGreaterThan(131_072);
  expect(codes(text)).toEqual(['POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA']);
});

test('its form is looked at all the same', () => {
  expect(codes(policyOf(3_000).replace('"Allow"', '"Alow"'))).toContain('INVALID_EFFECT');
});

test('white space does not count', () => {
  expect(codes(policyOf(1) + ' '.repeat(140_000))).toContain('RESOURCE_EFFECTIVELY_STAR');
});

test('a text that is only too long for its kind is looked at in full', () => {
  expect(codes(policyOf(300))).toContain('RESOURCE_EFFECTIVELY_STAR');
});
