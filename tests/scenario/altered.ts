// altered: a copy of a document with one place changed, whatever the document is.

/** A copy with one place replaced or added, or removed where the value is undefined. */
export function altered(document: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(inside(at), key), copy);
  if (value === undefined) Reflect.deleteProperty(inside(holder), last);
  else Reflect.defineProperty(inside(holder), last, { value, enumerable: true, configurable: true });
  return copy;
}

function inside(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('There is no such place in the document.');
  return value;
}
