// What random scenarios are written with: names, moments, ids and texts, awkward ones among them.
import fc from 'fast-check';
import { tableOf, type Table } from '../../../src/account/table.ts';
import { instantOf } from '../../../src/aws/instant.ts';

export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const DIGITS = '0123456789';

export const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });

/** Names that plain objects trip over, and those of the parts of a table, come up often. */
export const AWKWARD = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'leaf', 'size', 'branch'];

/** `__proto__` is the one name that only objects may have. */
export const iamName = fc
  .oneof(letters(`${LOWER}ABCXYZ${DIGITS}_+=,.@-`, 1, 12), fc.constantFrom(...AWKWARD, '0', '10', '9'))
  .filter((name) => name !== '__proto__');

/** A name of letters, as all services take it. */
export const plainName = fc.oneof(letters(LOWER, 3, 9), fc.constantFrom(...AWKWARD));

export const instant = fc
  .integer({ min: 0, max: Date.UTC(2100, 0) / 1000 })
  .map((seconds) => instantOf(seconds * 1000));

export const hex = (length: number) => letters(`${DIGITS}abcdef`, length, length);
export const uuid = fc.uuid();
export const region = fc.constantFrom('eu-central-1', 'us-east-1', 'us-gov-west-1');

export const base64 = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes) => Buffer.from(bytes).toString('base64'));

/** The text of a policy document, indented in some way. */
export const policyText = fc
  .record({
    effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.constantFrom('s3:GetObject', 's3:*', ['s3:PutObject', 's3:DeleteObject'], '*'),
    resource: fc.constantFrom('*', 'arn:aws:s3:::maple-drafts/*', ['arn:aws:s3:::a-bucket']),
    indent: fc.constantFrom(0, 2, '\t'),
  })
  .map(({ effect, action, resource, indent }) =>
    JSON.stringify(
      { Version: '2012-10-17', Statement: [{ Effect: effect, Action: action, Resource: resource }] },
      null,
      indent,
    ),
  );

const tagText = (minLength: number) => letters(`${LOWER}é ${DIGITS}:/+-`, minLength, 8);

/** Keys that differ by more than their letter case. */
export const tags = fc
  .uniqueArray(fc.tuple(fc.oneof(tagText(1), fc.constantFrom(...AWKWARD)), tagText(0)), {
    maxLength: 3,
    selector: ([key]) => key.toLowerCase(),
  })
  .map((pairs) => Object.fromEntries(pairs.filter(([key]) => !key.startsWith('aws:'))));

export const filed = <Value>(all: readonly Value[], keyOf: (value: Value) => string): Table<Value> =>
  tableOf(Object.fromEntries(all.map((value) => [keyOf(value), value])));

/** A table of at most so many, each filed under its key. */
export const table = <Value>(
  value: fc.Arbitrary<Value>,
  keyOf: (value: Value) => string,
  maxLength: number,
): fc.Arbitrary<Table<Value>> =>
  fc.uniqueArray(value, { selector: keyOf, maxLength, size: 'max' }).map((all) => filed(all, keyOf));
