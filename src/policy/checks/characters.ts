// Checks of a policy document: characters that AWS takes nowhere in it.
import type { Diagnostic } from '../diagnostic.ts';
import type { Json, JsonScalar } from '../json.ts';
import { fault } from './codes.ts';
import { fix, replacement } from './mend.ts';
import type { Subject } from './subject.ts';

/** What programs for writing put in the place of plain signs, and what is pasted along unseen. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...'‐‑‒–—―−'.split('').map((dash) => [dash, '-'] as const),
  ...'‘’‚′'.split('').map((quote) => [quote, "'"] as const),
  ...'\u2002\u2003\u2007\u2009\u202f\u3000'.split('').map((space) => [space, ' '] as const),
  ['…', '...'],
  ['∗', '*'],
  ['：', ':'],
  ['／', '/'],
]);

/**
 * IAM, STS, Organizations and KMS take tab, line feed, carriage return and U+0020 to U+00FF. Other services keep texts with
 * any character: names of objects may have them.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export function checkCharacters({ text, draft, type, resource }: Subject): readonly Diagnostic[] {
  const takesAll = type === 'endpoint' || (type === 'resource' && resource !== 'key');
  if (takesAll || draft.json === undefined || !/[^\0-\u00ff]/.test(text)) return [];
  return stringsIn(draft.json).flatMap((string) => inString(text, string));
}

/** Outside of strings they are faults of the JSON. */
function stringsIn(json: Json): readonly Pick<JsonScalar, 'from' | 'to'>[] {
  if (json.kind === 'array') return json.items.flatMap(stringsIn);
  if (json.kind === 'object') return json.members.flatMap(({ name, value }) => [name, ...stringsIn(value)]);
  return json.kind === 'string' ? [json] : [];
}

function inString(text: string, { from, to }: Pick<JsonScalar, 'from' | 'to'>): Diagnostic[] {
  return [...text.slice(from + 1, to - 1).matchAll(/[^\0-\u00ff]+/g)].map(({ 0: run, index }) => {
    const span = { from: from + 1 + index, to: from + 1 + index + run.length };
    const plain = [...run].map((letter) => PLAIN.get(letter) ?? '').join('');
    const isMeant = [...run].every((letter) => PLAIN.has(letter));
    const label = isMeant ? `Use ${plain === ' ' ? 'a space' : plain}` : `Take ${named(run)} out`;
    return fault('INVALID_CHARACTER', span, named(run), {
      fixes: [fix(label, replacement(span, isMeant ? plain : ''))],
    });
  });
}

/** What can be seen as it is, with the number of the first; what cannot, by its number alone. */
function named(run: string): string {
  const number = `U+${(run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const [first = ''] = run;
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(run)
    ? `${run}${run === first ? ` (${number})` : ''}`
    : number;
}
