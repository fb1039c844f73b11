// The text of a policy as plain values, or undefined when it is not JSON.
import { parse, type ParseError } from 'jsonc-parser';

/** Strict: no comments, no comma behind the last item. */
export function parsePlain(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true });
  return errors.length === 0 ? value : undefined;
}

/** What stands at a place of a document. */
export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
