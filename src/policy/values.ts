// Lists of values in a policy document: where AWS takes a list, one value without brackets means the same.
import { fault } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Json, JsonScalar } from './json.ts';
import type { Spanned } from './span.ts';

const spanned = ({ value, from, to }: JsonScalar): Spanned<string> => ({ value, from, to });

const asList = (json: Json): readonly Json[] => (json.kind === 'array' ? json.items : [json]);

/** A number as a text: an account id, or the name of a statement. */
export const inQuotes = (json: Json): readonly string[] =>
  json.kind === 'number' ? [JSON.stringify(json.value)] : [];

const nothing = (): readonly string[] => [];

/**
 * The strings of a string or a list of strings. Anything else is reported under the name of the element.
 * @param meant What can stand in the place of something else, as JSON.
 */
export function readStrings(
  json: Json,
  element: string,
  found: Diagnostic[],
  meant: (item: Json) => readonly string[] = nothing,
): Spanned<string>[] {
  return asList(json).flatMap((item) => {
    if (item.kind === 'string') return [spanned(item)];
    const help = 'Write a text in double quotes, or a list of such texts.';
    found.push(fault('DATA_TYPE_MISMATCH', item, element, { help, suggestions: meant(item) }));
    return [];
  });
}

/** As `readStrings`, for condition values: bare numbers and Booleans are kept as the text they are written with. */
export function readConditionValues(json: Json, key: string, found: Diagnostic[]): Spanned<string>[] {
  return asList(json).flatMap((item) => {
    if (item.kind === 'string' || item.kind === 'number' || item.kind === 'boolean') return [spanned(item)];
    const help = 'Write a text in double quotes, a number, true or false, or a list of them.';
    found.push(fault('DATA_TYPE_MISMATCH', item, key, { help }));
    return [];
  });
}

/** A string, or undefined after reporting that it is not one. The rest as in `readStrings`. */
export function readString(
  json: Json,
  element: string,
  found: Diagnostic[],
  meant: (json: Json) => readonly string[] = nothing,
): Spanned<string> | undefined {
  if (json.kind === 'string') return spanned(json);
  const help = 'Write one text in double quotes.';
  found.push(fault('DATA_TYPE_MISMATCH', json, element, { help, suggestions: meant(json) }));
  return undefined;
}
