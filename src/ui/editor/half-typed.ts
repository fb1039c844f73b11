// Half-typed: what is not held against somebody who is in the middle of a word.
import type { Diagnostic } from '../../policy/diagnostic.ts';
import { outline, type Cursor } from '../../policy/outline.ts';
import type { Span } from '../../policy/span.ts';

/** The next string, word or sign, with the space before it. */
const NEXT = /\s*(?:"(?:[^"\\\n]|\\[^\n])*"?|[^\s"{}[\],:]+|[{}[\],:]|$)/y;

/**
 * What is left to be told while somebody types at a place: nothing that is about the word under the cursor, that what is around
 * it lacks something, or that it does not fit in with what follows. Advice about the statement that is being written waits,
 * unless it was there before. All else remains.
 */
export function withoutHalfTyped(
  text: string,
  at: number,
  found: readonly Diagnostic[],
  before: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (found.length === 0) return found;
  const { cursor } = outline(text, at);
  const word: Span = cursor.token ?? { from: at, to: at };
  NEXT.lastIndex = Math.max(at, word.to);
  NEXT.exec(text);
  const part = { from: startOfPart(cursor, word), to: NEXT.lastIndex };
  const statement = cursor.around.slice(1).find(({ kind }) => kind === 'object');
  return found.filter((one) => {
    if (
      statement &&
      one.severity !== 'error' &&
      meets(one, statement) &&
      !before.some((other) => isSame(one, other))
    )
      return false;
    if (cursor.around.some(({ from }) => from === one.from) && isSign(one)) return false;
    return !meets(one, one.code === 'JSON_SYNTAX_ERROR' ? part : word);
  });
}

/** Where the name begins whose value is typed; else the word, or what stands right before it. */
function startOfPart(cursor: Cursor, word: Span): number {
  const name = cursor.names.at(-1)?.name;
  const isOfName = name && (cursor.expected === 'value' || cursor.expected === 'colon');
  const innermost = cursor.around.at(-1);
  // In a list, the name has its value already.
  if (isOfName && innermost?.kind === 'object') return Math.min(name.from, word.from);
  return Math.min(word.from, Math.max(0, cursor.before - 1));
}

/** Where something is missing from an object or a list, its opening sign is marked. */
const isSign = ({ from, to }: Span): boolean => to - from <= 1;

const isSame = (one: Diagnostic, other: Diagnostic): boolean =>
  one.code === other.code && one.message === other.message;

const meets = (one: Span, other: Span): boolean => one.from <= other.to && other.from <= one.to;
