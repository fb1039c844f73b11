// The text of a policy as plain values, or undefined when it is not JSON.
import { readJson } from '../json.ts';

/** Strict, as policies are read elsewhere: no comments, no comma behind the last item, no name twice in an object. */
export const parsePlain = (text: string): unknown => (readJson(text).ok ? JSON.parse(text) : undefined);

/** What stands at a place of a document. */
export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
