// PlainJson: any JSON value, and the proof that a foreign one is no more than that.

export type PlainJson =
  string | number | boolean | null | readonly PlainJson[] | { readonly [name: string]: PlainJson };

/** False also for what is nested deeper than so many levels: `[]` has one. A scalar has none. */
export function isPlainJson(value: unknown, levels: number): value is PlainJson {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object': {
      if (value === null) return true;
      if (levels < 1 || !(Array.isArray(value) || isPlainObject(value))) return false;
      for (const part of Array.isArray(value) ? value : Object.values(value))
        if (!isPlainJson(part, levels - 1)) return false;
      return true;
    }
    default:
      return false;
  }
}

/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser says where it stopped, which nobody here asks.
    return undefined;
  }
}

/** Dates, maps, sets and binary data are objects too, and all of them come through a database alive. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]';
