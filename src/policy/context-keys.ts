// contextKeys: the condition keys that a policy document asks for, in its conditions and in its policy variables.
import type { PolicyDocument, Statement } from './document.ts';

/** As written, each once whatever its letter case, in the order of the text. */
export function contextKeys(documents: readonly PolicyDocument[]): string[] {
  const keys = new Map<string, string>();
  for (const document of documents)
    for (const statement of document.statements)
      for (const key of keysOf(statement, document.version === '2012-10-17')) {
        const folded = key.toLowerCase();
        if (!keys.has(folded)) keys.set(folded, key);
      }
  return [...keys.values()];
}

/** Documents of version 2008-10-17 have no variables. */
function keysOf({ resource, conditions }: Statement, hasVariables: boolean): string[] {
  const inTexts = (texts: readonly { readonly value: string }[]): string[] =>
    hasVariables ? texts.flatMap(({ value }) => variablesIn(value)) : [];
  return [
    ...inTexts(resource?.patterns ?? []),
    ...conditions.flatMap(({ key, values }) => [key, ...inTexts(values)]),
  ];
}

/** `${aws:username}` and `${aws:username, 'nobody'}`, but not `${*}`. */
const variablesIn = (text: string): string[] =>
  [...text.matchAll(/\$\{\s*([^}*?$,\s][^},]*?)\s*(?:,[^}]*)?\}/g)].map(([, key = '']) => key);
