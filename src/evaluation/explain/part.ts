// Part: a sentence as pieces of plain text and code, so that what comes from policies is set apart from what is said of it.

export type Part = { readonly text: string } | { readonly code: string };

/** Builds a sentence: what is put in is code, unless it is a sentence itself. */
export function say(
  texts: TemplateStringsArray,
  ...values: readonly (string | readonly Part[])[]
): readonly Part[] {
  const parts: Part[] = [];
  texts.forEach((text, index) => {
    if (text !== '') parts.push({ text });
    const value = values[index];
    if (typeof value === 'string') parts.push({ code: value });
    else if (value !== undefined) parts.push(...value);
  });
  return parts;
}

/** How many values of a list are named before the rest is only counted. */
const SHOWN = 5;

/** Values separated by commas. */
export function list(values: readonly string[]): readonly Part[] {
  const shown = values
    .slice(0, SHOWN)
    .flatMap((code, index): Part[] => (index === 0 ? [{ code }] : [{ text: ', ' }, { code }]));
  return values.length > SHOWN ? [...shown, { text: ` and ${values.length - SHOWN} more` }] : shown;
}

/** The sentence as plain text. */
export const plain = (parts: readonly Part[]): string =>
  parts.map((part) => ('code' in part ? part.code : part.text)).join('');
