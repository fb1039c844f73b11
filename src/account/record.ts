// Records: reading and replacing entries of plain records whose keys are names that people typed.

/** The entry under `key`; undefined when there is none, also for names that every object inherits (`constructor`). */
export const entry = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** A copy with one entry replaced or added; all other values are shared. */
export const withEntry = <Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value,
): Readonly<Record<string, Value>> => ({ ...record, [key]: value });

/** A copy without one entry; the same record when it has none under `key`. */
export function withoutEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  if (!Object.hasOwn(record, key)) return record;
  const { [key]: _removed, ...rest } = record;
  return rest;
}

/** The order of names in lists: by code point, as S3 sorts keys (UTF-8 byte order is the same). */
export function compareNames(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Halves of code points above U+FFFF sort after all others, although their own numbers are lower. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_0000 : unit);
