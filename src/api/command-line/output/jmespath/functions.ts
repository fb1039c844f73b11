// callFunction: the functions of JMESPath, with the checks and the words of the AWS CLI.
import { compareNames } from '../../../../account/record.ts';
import type { PlainJson } from '../../../../aws/json.ts';
import { isList, isObject, pythonJson, pythonLiteral, pythonText, pythonType } from '../python.ts';
import { isEqual } from './equal.ts';
import { QueryProblem } from './problem.ts';

/** `&expression`, to be asked of each item. */
export interface Reference {
  readonly reference: (item: PlainJson) => PlainJson;
}

export type Given = PlainJson | Reference;

type Type =
  'boolean' | 'array' | 'object' | 'null' | 'string' | 'number' | 'expref' | 'array-number' | 'array-string';

interface JmesFunction {
  /** What each argument may be; an empty list: anything. */
  readonly takes: readonly (readonly Type[])[];
  /** The last may come more than once. */
  readonly variadic?: true;
  readonly call: (given: readonly Given[]) => PlainJson;
}

/** @throws QueryProblem */
export function callFunction(name: string, given: readonly Given[]): PlainJson {
  const called = FUNCTIONS.get(name);
  if (!called) throw new QueryProblem(`Unknown function: ${name}()`);
  const { takes, variadic, call } = called;
  if (variadic ? given.length < takes.length : given.length !== takes.length)
    throw new QueryProblem(
      `Expected ${variadic ? 'at least ' : ''}${takes.length} argument${takes.length === 1 ? '' : 's'} for function ${name}(), received ${given.length}`,
    );
  for (const [index, types] of takes.entries()) {
    const value = given[index];
    if (value !== undefined && types.length > 0) check(name, value, types);
  }
  return call(given);
}

const typeProblem = (name: string, value: Given, received: string, types: readonly Type[]): QueryProblem =>
  new QueryProblem(
    `In function ${name}(), invalid type for value: ${isReference(value) ? '&' : pythonText(value)}, expected one of: ${pythonLiteral(types)}, received: "${received}"`,
  );

function check(name: string, value: Given, types: readonly Type[]): void {
  const type = typeOf(value);
  if (!types.some((wanted) => wanted.split('-')[0] === type)) throw typeProblem(name, value, type, types);
  const kinds = types.flatMap((wanted) => wanted.split('-')[1] ?? []);
  if (kinds.length === 0 || isReference(value) || !isList(value) || value.length === 0) return;
  // Of several kinds the first item decides which.
  const kind = kinds.length === 1 ? kinds[0] : kinds.find((one) => one === typeOf(value[0] ?? null));
  const other = value.find((item) => typeOf(item) !== kind);
  if (other !== undefined) throw typeProblem(name, other, pythonType(other), types);
}

const isReference = (value: Given): value is Reference =>
  typeof value === 'object' &&
  value !== null &&
  'reference' in value &&
  typeof value.reference === 'function';

function typeOf(value: Given): Type {
  if (value === null) return 'null';
  if (isReference(value)) return 'expref';
  if (isList(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'object';
  }
}

// What has been checked is what it has to be; these say so to the compiler.
const plain = (value: Given | undefined): PlainJson =>
  value === undefined || isReference(value) ? null : value;
const text = (value: Given | undefined): string => pythonText(plain(value));
const number = (value: Given | undefined): number => Number(plain(value));
const list = (value: Given | undefined): readonly PlainJson[] => {
  const items = plain(value);
  return isList(items) ? items : [];
};
const object = (value: Given | undefined): Readonly<Record<string, PlainJson>> => {
  const entries = plain(value);
  return isObject(entries) ? entries : {};
};
const keyOf = (value: Given | undefined): Reference['reference'] =>
  value !== undefined && isReference(value) ? value.reference : () => null;

const total = (items: readonly PlainJson[]): number =>
  items.reduce<number>((sum, item) => sum + Number(item), 0);

/** Numbers among each other or texts among each other. */
function order(left: PlainJson, right: PlainJson): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareNames(left, right);
  throw new QueryProblem(
    `'<' not supported between instances of '${pythonType(left)}' and '${pythonType(right)}'`,
  );
}

/** The first of the greatest items; of the least with a negative sign. */
function extreme(items: readonly PlainJson[], sign: 1 | -1, key: Reference['reference']): PlainJson {
  const keyed = items.map((item) => ({ item, key: key(item) }));
  const [first, ...rest] = keyed;
  if (first === undefined) return null;
  return rest.reduce((best, one) => (sign * order(one.key, best.key) > 0 ? one : best), first).item;
}

const itself = (item: PlainJson): PlainJson => item;

/** The key has to be a number or a text. */
const checkedKey =
  (name: string, key: Reference['reference'], types: readonly Type[]) =>
  (item: PlainJson): PlainJson => {
    const value = key(item);
    if (!types.includes(typeOf(value))) throw typeProblem(name, value, typeOf(value), types);
    return value;
  };

function sortedBy(items: readonly PlainJson[], key: Reference['reference']): PlainJson {
  const [first] = items;
  if (first === undefined) return items;
  const type = typeOf(key(first));
  if (type !== 'number' && type !== 'string') throw typeProblem('sort_by', first, type, ['string', 'number']);
  const checked = checkedKey('sort_by', key, [type]);
  return items
    .map((item) => ({ item, key: checked(item) }))
    .sort((left, right) => order(left.key, right.key))
    .map(({ item }) => item);
}

function contains(subject: PlainJson, wanted: PlainJson): boolean {
  if (isList(subject)) return subject.some((item) => isEqual(item, wanted));
  if (typeof wanted !== 'string')
    throw new QueryProblem(`'in <string>' requires string as left operand, not ${pythonType(wanted)}`);
  return pythonText(subject).includes(wanted);
}

function toNumber(value: PlainJson): PlainJson {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return /^\s*[-+]?(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(value)
    ? Number(value.replaceAll('_', ''))
    : null;
}

const lengthOf = (value: PlainJson): number =>
  isList(value) ? value.length : isObject(value) ? Object.keys(value).length : [...pythonText(value)].length;

const define = (
  takes: JmesFunction['takes'],
  call: (...given: readonly (Given | undefined)[]) => PlainJson,
): JmesFunction => ({ takes, call: (given) => call(...given) });

const ORDERED = ['array-number', 'array-string'] as const;

/** @see https://jmespath.org/specification.html#built-in-functions */
const FUNCTIONS = new Map<string, JmesFunction>([
  ['abs', define([['number']], (one) => Math.abs(number(one)))],
  [
    'avg',
    define([['array-number']], (items) =>
      list(items).length === 0 ? null : total(list(items)) / list(items).length,
    ),
  ],
  ['ceil', define([['number']], (one) => Math.ceil(number(one)))],
  [
    'contains',
    define([['array', 'string'], []], (subject, wanted) => contains(plain(subject), plain(wanted))),
  ],
  ['ends_with', define([['string'], ['string']], (whole, end) => text(whole).endsWith(text(end)))],
  ['floor', define([['number']], (one) => Math.floor(number(one)))],
  [
    'join',
    define([['string'], ['array-string']], (glue, parts) => list(parts).map(pythonText).join(text(glue))),
  ],
  ['keys', define([['object']], (one) => Object.keys(object(one)))],
  ['length', define([['string', 'array', 'object']], (one) => lengthOf(plain(one)))],
  ['map', define([['expref'], ['array']], (key, items) => list(items).map((item) => keyOf(key)(item)))],
  ['max', define([ORDERED], (items) => extreme(list(items), 1, itself))],
  [
    'max_by',
    define([['array'], ['expref']], (items, key) =>
      extreme(list(items), 1, checkedKey('max_by', keyOf(key), ['number', 'string'])),
    ),
  ],
  [
    'merge',
    {
      takes: [['object']],
      variadic: true,
      call: (given) => Object.fromEntries(given.flatMap((one) => Object.entries(object(one)))),
    },
  ],
  ['min', define([ORDERED], (items) => extreme(list(items), -1, itself))],
  [
    'min_by',
    define([['array'], ['expref']], (items, key) =>
      extreme(list(items), -1, checkedKey('min_by', keyOf(key), ['number', 'string'])),
    ),
  ],
  [
    'not_null',
    { takes: [[]], variadic: true, call: (given) => given.map(plain).find((one) => one !== null) ?? null },
  ],
  [
    'reverse',
    define([['array', 'string']], (one) => {
      const value = plain(one);
      return isList(value) ? value.toReversed() : [...text(one)].reverse().join('');
    }),
  ],
  ['sort', define([['array-string', 'array-number']], (items) => list(items).toSorted(order))],
  ['sort_by', define([['array'], ['expref']], (items, key) => sortedBy(list(items), keyOf(key)))],
  ['starts_with', define([['string'], ['string']], (whole, start) => text(whole).startsWith(text(start)))],
  ['sum', define([['array-number']], (items) => total(list(items)))],
  ['to_array', define([[]], (one) => (isList(plain(one)) ? plain(one) : [plain(one)]))],
  ['to_number', define([[]], (one) => toNumber(plain(one)))],
  [
    'to_string',
    define([[]], (one) => {
      const value = plain(one);
      return typeof value === 'string' ? value : pythonJson(value, ',', ':');
    }),
  ],
  ['type', define([[]], (one) => typeOf(plain(one)))],
  ['values', define([['object']], (one) => Object.values(object(one)))],
]);
