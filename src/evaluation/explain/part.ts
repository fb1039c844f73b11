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

/** Values separated by commas; `last` stands before the last of them where none are left out. */
export function list(values: readonly string[], last = ','): readonly Part[] {
  const shown = values.slice(0, SHOWN);
  const parts = shown.flatMap((value, index): Part[] => {
    const code = value === '' ? '""' : value;
    const isLast = index === values.length - 1;
    const between = isLast && last !== ',' ? ` ${last} ` : ', ';
    return index === 0 ? [{ code }] : [{ text: between }, { code }];
  });
  return values.length > SHOWN
    ? [...parts, { text: ` ${last === 'or' ? 'or' : 'and'} ${values.length - SHOWN} more` }]
    : parts;
}

/** The same of pieces of a sentence, none of which are left out. */
export function separated(items: readonly (readonly Part[])[], last = 'and'): readonly Part[] {
  return items.flatMap((item, at): readonly Part[] => {
    if (at === 0) return item;
    return at === items.length - 1 ? say` ${[{ text: last }]} ${item}` : say`, ${item}`;
  });
}

/** The sentence as plain text. */
export const plain = (parts: readonly Part[]): string =>
  parts.map((part) => ('code' in part ? part.code : part.text)).join('');
