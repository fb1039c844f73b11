// Tests for what is declared about the operations.
import { describe, expect, test } from 'vitest';
import { cliName } from './cli-name.ts';
import { OPERATIONS, isOperationName, splitOperation } from './operations.ts';
import type { AnyParameters } from './parameters.ts';

const declared = Object.entries(OPERATIONS);

test.each(declared)('%s is filed under its own name', (key, operation) => {
  expect(operation.name).toBe(key);
  expect(isOperationName(key)).toBe(true);
});

/** KMS keeps nothing of what it encrypts, decrypts and signs. */
const KMS_READS = /^kms:(Decrypt|Encrypt|Generate|ReEncrypt|Sign|Verify)/;

test.each(declared)('%s is read-only exactly if its name says so', (key, { readOnly }) =>
  expect(readOnly).toBe(
    /:(Get|List|Describe|Head|Assume|Decode|Simulate|Validate|BatchGet|Query|Scan)/.test(key) ||
      KMS_READS.test(key),
  ),
);

test.each(declared)('the command of %s is its name as the command line writes it', (key, { cli }) => {
  const { service, name } = splitOperation(OPERATIONS[key as keyof typeof OPERATIONS].name);
  expect(cli).toBe(`${service === 's3' ? 's3api' : service} ${cliName(name)}`);
});

describe('parameters', () => {
  test.each(declared)('of %s have different names in events', (_, operation) => {
    const parameters: AnyParameters = operation.parameters;
    const names = Object.values(parameters).map(({ event }) => event);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('other names are none', () => {
  expect(isOperationName('constructor')).toBe(false);
  expect(isOperationName('s3:NoOperation')).toBe(false);
});
