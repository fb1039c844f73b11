// AttributeValue: a value of an item in DynamoDB's notation, read from what a call brings.
import { atob } from 'js-base64';
import { compareNames } from '../../../account/record.ts';
import { isPlainObject } from '../../../aws/json.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { base64Bytes } from '../../base64.ts';
import { awsError } from '../../errors.ts';
import { utf8Length } from '../../utf8.ts';
import { compareNumbers, printNumber, readNumber, type Decimal, type NumberFault } from './number.ts';

/**
 * One member each. What was read is in one form only, so that values are the same if their JSON is: numbers without
 * superfluous zeros, sets and names in order.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  /** Base64. */
  | { readonly B: string }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly M: Attributes }
  | { readonly L: readonly AttributeValue[] }
  | { readonly NULL: true }
  | { readonly BOOL: boolean };

export type Attributes = Readonly<Record<string, AttributeValue>>;

const TYPES = ['S', 'N', 'B', 'SS', 'NS', 'BS', 'M', 'L', 'NULL', 'BOOL'] as const;
export type AttributeType = (typeof TYPES)[number];

export const typeOf = (value: AttributeValue): AttributeType => TYPES.find((type) => type in value) ?? 'NULL';

export const isSame = (a: AttributeValue, b: AttributeValue): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export const invalid = (message: string): AwsError => awsError('ValidationException', message);

const MOST_LEVELS = 32;

/** @param level Of nesting; a value of an item is on the first. */
export function readValue(given: unknown, level = 1): Result<AttributeValue, AwsError> {
  if (level > MOST_LEVELS) return err(invalid('Nesting Levels have exceeded supported limits'));
  if (!isPlainObject(given)) return err(unexpected(given));
  const types = TYPES.filter((type) => given[type] !== undefined);
  const [type] = types;
  if (type === undefined)
    return err(
      invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'),
    );
  if (types.length > 1)
    return err(
      invalid(
        'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
      ),
    );
  return readTyped(type, given[type], level);
}

function readTyped(type: AttributeType, value: unknown, level: number): Result<AttributeValue, AwsError> {
  switch (type) {
    case 'S':
      return typeof value === 'string' ? ok({ S: value }) : err(unexpected(value, 'String'));
    case 'N': {
      if (typeof value !== 'string') return err(unexpected(value, 'String'));
      const number = readNumber(value);
      return typeof number === 'string' ? err(numberError(number, value)) : ok({ N: printNumber(number) });
    }
    case 'B':
      return typeof value === 'string' && base64Bytes(value) !== null
        ? ok({ B: value })
        : err(awsError('SerializationException', 'Base64 encoded length is expected a multiple of 4 bytes'));
    case 'SS':
    case 'NS':
    case 'BS':
      return readSet(type, value);
    case 'M': {
      const read = isPlainObject(value) ? readAttributes(value, level + 1) : err(unexpected(value));
      return read.ok ? ok({ M: read.value }) : read;
    }
    case 'L': {
      if (!Array.isArray(value)) return err(unexpected(value));
      const items: AttributeValue[] = [];
      for (const item of value as readonly unknown[]) {
        const read = readValue(item, level + 1);
        if (!read.ok) return read;
        items.push(read.value);
      }
      return ok({ L: items });
    }
    case 'NULL':
      return value === true
        ? ok({ NULL: true })
        : err(
            invalid(
              'One or more parameter values were invalid: Null attribute value types must have the value of true',
            ),
          );
    case 'BOOL':
      return typeof value === 'boolean' ? ok({ BOOL: value }) : err(unexpected(value, 'Boolean'));
  }
}

const SETS = {
  SS: { member: 'S', none: 'An string set  may not be empty' },
  NS: { member: 'N', none: 'An number set  may not be empty' },
  BS: { member: 'B', none: 'Binary sets should not be empty' },
} as const;

function readSet(type: keyof typeof SETS, value: unknown): Result<AttributeValue, AwsError> {
  if (!Array.isArray(value)) return err(unexpected(value));
  const { member, none } = SETS[type];
  if (value.length === 0) return err(invalid(`One or more parameter values were invalid: ${none}`));
  const texts: string[] = [];
  for (const item of value as readonly unknown[]) {
    const read = readTyped(member, item, 1);
    if (!read.ok) return read;
    texts.push(textOf(read.value));
  }
  if (new Set(texts).size < texts.length)
    return err(
      invalid(
        `One or more parameter values were invalid: Input collection [${value.join(', ')}] contains duplicates.`,
      ),
    );
  return ok(setOf(type, texts));
}

export function setOf(type: keyof typeof SETS, texts: readonly string[]): AttributeValue {
  const sorted = texts.toSorted(type === 'NS' ? compareNumberTexts : compareNames);
  switch (type) {
    case 'SS':
      return { SS: sorted };
    case 'NS':
      return { NS: sorted };
    case 'BS':
      return { BS: sorted };
  }
}

/** The names and values of an item or a map, sorted by name. */
export function readAttributes(
  given: Readonly<Record<string, unknown>>,
  level = 1,
): Result<Attributes, AwsError> {
  const entries: [string, AttributeValue][] = [];
  for (const [name, value] of Object.entries(given)) {
    const read = readValue(value, level);
    if (!read.ok) return read;
    entries.push([name, read.value]);
  }
  return ok(attributesOf(entries));
}

export const attributesOf = (entries: readonly (readonly [string, AttributeValue])[]): Attributes =>
  Object.fromEntries(entries.toSorted(([a], [b]) => compareNames(a, b)));

/** The text of a scalar that can be a key. */
export const textOf = (value: AttributeValue): string =>
  'S' in value ? value.S : 'N' in value ? value.N : 'B' in value ? value.B : '';

/** What a number that was read is. */
export function decimalOf(text: string): Decimal {
  const number = readNumber(text);
  return typeof number === 'string' ? { digits: 0n, exponent: 0 } : number;
}

const compareNumberTexts = (a: string, b: string): number => compareNumbers(decimalOf(a), decimalOf(b));

/** The order of two scalars of one type; null where there is none. */
export function compareValues(a: AttributeValue, b: AttributeValue): number | null {
  if ('S' in a && 'S' in b) return compareNames(a.S, b.S);
  if ('N' in a && 'N' in b) return compareNumberTexts(a.N, b.N);
  return 'B' in a && 'B' in b ? compareNames(bytesOf(a.B), bytesOf(b.B)) : null;
}

/** One character for each byte. */
export const bytesOf = (base64: string): string => atob(base64);

/**
 * Bytes as they count against the size of an item.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function sizeOfValue(value: AttributeValue): number {
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  if ('S' in value) return utf8Length(value.S);
  if ('N' in value) return Math.ceil(value.N.replace(/[-.]|0+$/g, '').length / 2) + 1;
  if ('B' in value) return base64Bytes(value.B) ?? 0;
  if ('SS' in value) return sum(value.SS.map((text) => utf8Length(text)));
  if ('NS' in value) return sum(value.NS.map((text) => sizeOfValue({ N: text })));
  if ('BS' in value) return sum(value.BS.map((text) => base64Bytes(text) ?? 0));
  if ('M' in value) return 3 + sizeOfAttributes(value.M) + Object.keys(value.M).length;
  if ('L' in value) return 3 + sum(value.L.map((item) => sizeOfValue(item) + 1));
  return 1;
}

export const sizeOfAttributes = (attributes: Attributes): number =>
  Object.entries(attributes).reduce(
    (total, [name, value]) => total + utf8Length(name) + sizeOfValue(value),
    0,
  );

const NUMBER_WORDS: Readonly<Record<Exclude<NumberFault, 'notNumeric'>, string>> = {
  tooPrecise: 'Attempting to store more than 38 significant digits in a Number',
  tooLarge: 'Number overflow. Attempting to store a number with magnitude larger than supported range',
  tooSmall: 'Number underflow. Attempting to store a number with magnitude smaller than supported range',
};

export function numberError(fault: NumberFault, text: string): AwsError {
  if (fault !== 'notNumeric') return invalid(NUMBER_WORDS[fault]);
  return invalid(
    text === ''
      ? 'The parameter cannot be converted to a numeric value'
      : `The parameter cannot be converted to a numeric value: ${text}`,
  );
}

/** What was given where another type of JSON belongs. */
function unexpected(value: unknown, wanted = 'AttributeValue'): AwsError {
  const serialization = (message: string) => awsError('SerializationException', message);
  switch (typeof value) {
    case 'string':
      return serialization(`STRING_VALUE cannot be converted to ${wanted}`);
    case 'number':
      return serialization(`NUMBER_VALUE cannot be converted to ${wanted}`);
    case 'boolean':
      return serialization(`${value ? 'TRUE_VALUE' : 'FALSE_VALUE'} cannot be converted to ${wanted}`);
    default:
      return serialization(
        Array.isArray(value)
          ? 'Start of list found where not expected'
          : 'Start of structure or map found where not expected.',
      );
  }
}
