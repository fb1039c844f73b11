// Items: read from what a call brings, held against the key of their table, and kept as texts.
import type { DynamoKey, DynamoTable } from '../../../account/resources.ts';
import { entriesOf, lookup, namesOf } from '../../../account/table.ts';
import { indexBy } from '../../../account/index-by.ts';
import { compareNames, entry } from '../../../account/record.ts';
import { isPlainObject, jsonIn, type PlainJson } from '../../../aws/json.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { utf8Length } from '../../utf8.ts';
import {
  attributesOf,
  compareValues,
  invalid,
  readAttributes,
  sizeOfAttributes,
  sizeOfValue,
  textOf,
  typeOf,
  type Attributes,
} from './attribute-value.ts';

/** Attributes by name. */
export const ATTRIBUTES = { type: 'map', of: { type: 'json' } } as const;
export const ITEM = { ...ATTRIBUTES, event: 'item', required: true } as const;
export const KEY = { ...ATTRIBUTES, event: 'key', required: true } as const;

export type Given = Readonly<Record<string, PlainJson>>;

/** 400 KB. */
const MOST_BYTES = 409_600;
/** Of the JSON that is kept; no more than that fits into a scenario. */
const MOST_CHARACTERS = 600_000;

/** What is wrong with values, whatever the table. */
export function attributesError(given: Given): AwsError | null {
  const read = readAttributes(given);
  return read.ok ? null : read.error;
}

/** What a call has brought and `attributesError` has found to be well formed. */
export function attributesIn(given: Given): Attributes {
  const read = readAttributes(given);
  return read.ok ? read.value : {};
}

export function itemSizeError(item: Attributes): AwsError | null {
  return sizeOfAttributes(item) > MOST_BYTES || storedItem(item).length > MOST_CHARACTERS
    ? invalid('Item size has exceeded the maximum allowed size')
    : null;
}

/** The attributes of the primary key within an item that is to be written. */
export function keyWithin(key: readonly DynamoKey[], item: Attributes): Result<Attributes, AwsError> {
  for (const { name, type } of key) {
    const value = entry(item, name);
    if (!value)
      return err(invalid(`One or more parameter values were invalid: Missing the key ${name} in the item`));
    if (typeOf(value) !== type)
      return err(
        invalid(
          `One or more parameter values were invalid: Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`,
        ),
      );
  }
  return checked(key, item);
}

/** A primary key as calls give it: its attributes and no others. */
export function keyGiven(key: readonly DynamoKey[], given: Attributes): Result<Attributes, AwsError> {
  const matches =
    Object.keys(given).length === key.length &&
    key.every(({ name, type }) => {
      const value = entry(given, name);
      return value !== undefined && typeOf(value) === type;
    });
  return matches ? checked(key, given) : err(invalid('The provided key element does not match the schema'));
}

/** Bytes of a partition key and of a sort key. */
const MOST_KEY_BYTES = [2048, 1024] as const;

function checked(key: readonly DynamoKey[], item: Attributes): Result<Attributes, AwsError> {
  const values = key.flatMap(({ name }) => {
    const value = entry(item, name);
    return value ? [[name, value] as const] : [];
  });
  for (const [at, [name, value]] of values.entries()) {
    const size = 'N' in value ? 1 : 'S' in value ? utf8Length(value.S) : sizeOfValue(value);
    if (size === 0)
      return err(
        invalid(
          `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${'S' in value ? 'string' : 'binary'} value. Key: ${name}`,
        ),
      );
    if (size > (MOST_KEY_BYTES[at] ?? 0))
      return err(
        invalid(
          at === 0
            ? 'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes'
            : 'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
        ),
      );
  }
  return ok(attributesOf(values));
}

/** The name that an item is filed under: the texts of its key, as JSON. Their types are those of the table. */
export const itemName = (key: readonly DynamoKey[], item: Attributes): string =>
  JSON.stringify(
    key.map(({ name }) => {
      const value = entry(item, name);
      return value ? textOf(value) : '';
    }),
  );

export const storedItem = (item: Attributes): string => JSON.stringify(item);

/** A text of the world that is no item is none. */
function itemOf(text: string): Attributes | null {
  const json = jsonIn(text);
  const read = isPlainObject(json) ? readAttributes(json) : null;
  return read?.ok ? read.value : null;
}

export function itemAt({ items }: DynamoTable, name: string): Attributes | null {
  const text = lookup(items, name);
  return text === undefined ? null : itemOf(text);
}

export interface NamedItem {
  readonly name: string;
  readonly item: Attributes;
}

/** All items, in an order that stays the same. */
export const allItems = ({ items }: DynamoTable): readonly NamedItem[] =>
  entriesOf(items)
    .flatMap(([name, text]) => {
      const item = itemOf(text);
      return item ? [{ name, item }] : [];
    })
    .sort(byName);

/** The order of `allItems`. */
export const byName = (a: NamedItem, b: NamedItem): number => compareNames(a.name, b.name);

/** The order of items in a partition. */
export const bySortKey =
  ({ key: [, sortKey] }: DynamoTable) =>
  (a: NamedItem, b: NamedItem): number =>
    sortKey ? order(a.item, b.item, sortKey.name) : 0;

/** Items by the partition key of one name. */
const partitions = new Map<string, ReturnType<typeof indexBy<string>>>();

function partitionsBy(name: string): ReturnType<typeof indexBy<string>> {
  const known = partitions.get(name);
  if (known) return known;
  const index = indexBy<string>((text) => {
    const value = entry(itemOf(text) ?? {}, name);
    return value ? [textOf(value)] : [];
  });
  partitions.set(name, index);
  return index;
}

/** The items of one partition, in the order of their sort keys. */
export function itemsInPartition(table: DynamoTable, partition: string): readonly NamedItem[] {
  const { items, key } = table;
  const [partitionKey] = key;
  if (!partitionKey) return [];
  const found = namesOf(partitionsBy(partitionKey.name)(items, partition)).flatMap((name) => {
    const item = itemOf(lookup(items, name) ?? '');
    return item ? [{ name, item }] : [];
  });
  return found.toSorted(bySortKey(table));
}

function order(a: Attributes, b: Attributes, name: string): number {
  const [one, other] = [entry(a, name), entry(b, name)];
  return (one && other && compareValues(one, other)) ?? 0;
}
