// Numbers of DynamoDB: decimals of up to 38 digits, exact where JavaScript's are not.

/** `digits` times ten to the power of `exponent`; no zero at the end of the digits. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

export type NumberFault = 'notNumeric' | 'tooPrecise' | 'tooLarge' | 'tooSmall';

const MOST_DIGITS = 38;
const LARGEST = 125;
const SMALLEST = -130;

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number */
export function readNumber(text: string): Decimal | NumberFault {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text) ?? [];
  if (whole + part === '') return 'notNumeric';
  return limited({
    digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`),
    exponent: Number(power) - part.length,
  });
}

/** In its only form, if it can be kept. */
function limited(number: Decimal): Decimal | NumberFault {
  const { digits, exponent } = shortest(number);
  if (digits === 0n) return { digits: 0n, exponent: 0 };
  const count = String(digits).replace('-', '').length;
  const magnitude = count - 1 + exponent;
  if (count > MOST_DIGITS) return 'tooPrecise';
  if (magnitude > LARGEST) return 'tooLarge';
  return magnitude < SMALLEST ? 'tooSmall' : { digits, exponent };
}

function shortest({ digits, exponent }: Decimal): Decimal {
  const [zeros = ''] = /0*$/.exec(String(digits)) ?? [];
  return digits === 0n
    ? { digits, exponent: 0 }
    : { digits: digits / 10n ** BigInt(zeros.length), exponent: exponent + zeros.length };
}

/** As DynamoDB gives it back: without exponent and superfluous zeros. */
export function printNumber({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits).replace('-', '');
  if (exponent >= 0) return `${sign}${text}${'0'.repeat(exponent)}`;
  const padded = text.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

/** Both with the lower of their exponents. */
function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (one: Decimal): bigint => one.digits * 10n ** BigInt(one.exponent - exponent);
  return [scaled(a), scaled(b), exponent];
}

export function compareNumbers(a: Decimal, b: Decimal): number {
  const [one, other] = aligned(a, b);
  return one < other ? -1 : one > other ? 1 : 0;
}

export function addNumbers(a: Decimal, b: Decimal): Decimal | NumberFault {
  const [one, other, exponent] = aligned(a, b);
  return limited({ digits: one + other, exponent });
}

export const negated = ({ digits, exponent }: Decimal): Decimal => ({ digits: -digits, exponent });
