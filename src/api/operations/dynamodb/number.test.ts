// Numbers of DynamoDB: exact where JavaScript's are not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNumbers, compareNumbers, negated, printNumber, readNumber, type Decimal } from './number.ts';

const read = (text: string): Decimal => {
  const number = readNumber(text);
  if (typeof number === 'string') throw new Error(number);
  return number;
};

test.each([
  ['0', '0'],
  ['-0.00', '0'],
  ['+007', '7'],
  ['1.50', '1.5'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['-12e-1', '-1.2'],
  ['1E3', '1000'],
  ['0.001', '0.001'],
  ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ['1e-130', `0.${'0'.repeat(129)}1`],
])('%s is %s', (text, printed) => expect(printNumber(read(text))).toBe(printed));

test.each([
  ['', 'notNumeric'],
  ['abc', 'notNumeric'],
  ['1.2.3', 'notNumeric'],
  ['.', 'notNumeric'],
  ['0x10', 'notNumeric'],
  [' 1', 'notNumeric'],
  ['123456789012345678901234567890123456789', 'tooPrecise'],
  ['1e126', 'tooLarge'],
  ['1e999999', 'tooLarge'],
  ['1e-131', 'tooSmall'],
])('%s: %s', (text, fault) => expect(readNumber(text)).toBe(fault));

test('sums are exact', () => {
  expect(printNumber(addNumbers(read('0.1'), read('0.2')) as Decimal)).toBe('0.3');
  expect(printNumber(addNumbers(read('9007199254740993'), read('-1')) as Decimal)).toBe('9007199254740992');
  expect(addNumbers(read('9e125'), read('9e125'))).toBe('tooLarge');
  expect(printNumber(negated(read('2')))).toBe('-2');
});

test('whole numbers are compared, added and printed as everybody does it', () =>
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
      const [one, other] = [read(String(a)), read(String(b))];
      expect(compareNumbers(one, other)).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(printNumber(addNumbers(one, other) as Decimal)).toBe(String(BigInt(a) + BigInt(b)));
    }),
  ));
