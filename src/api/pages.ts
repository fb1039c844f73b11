// Pages: a list that may change between two of them, cut so that the next goes on behind what was shown last.
import { decode, encode } from 'js-base64';
import { compareNames } from '../account/record.ts';
import type { Sequence } from '../account/sequence.ts';
import { base64Bytes } from './base64.ts';

/** Two places, as the numbers of `Array.sort`. */
export type Compare = (a: string, b: string) => number;

/** For lists that begin with what is last or newest. */
export const fromTheEnd: Compare = (a, b) => compareNames(b, a);

export interface CutBehind<Item> {
  readonly items: readonly Item[];
  /** What the next page is asked for with; null on the last. */
  readonly next: string | null;
}

/**
 * The page behind the last item that was shown, whether that is still there or not.
 * @param token What the page before gave; undefined: the first page.
 * @param placeOf A text by which the list is in order, as `compare` has it. Only places are compared, so that none has to be
 * of an item that is still there.
 * @returns Null for a token that no page has given.
 */
export function pageBehind<Item>(
  items: Sequence<Item>,
  { token, most }: { readonly token: string | undefined; readonly most: number },
  placeOf: (item: Item) => string,
  compare: Compare = compareNames,
): CutBehind<Item> | null {
  const after = token === undefined ? null : placeIn(token);
  if (after === undefined) return null;
  const start = after === null ? 0 : countUpTo(items, (item) => compare(placeOf(item), after) <= 0);
  const shown = items.slice(start, start + most);
  const last = shown.at(-1);
  const isCut = last !== undefined && start + shown.length < items.length;
  return { items: shown, next: isCut ? encode(AFTER + placeOf(last)) : null };
}

const AFTER = 'after ';

/** Undefined for what no page has given. */
function placeIn(token: string): string | undefined {
  if (base64Bytes(token) === null) return undefined;
  const text = decode(token);
  return text.startsWith(AFTER) ? text.slice(AFTER.length) : undefined;
}

/** How many items there are until one that is beyond; those behind it are, too. */
function countUpTo<Item>(items: Sequence<Item>, isWithin: (item: Item) => boolean): number {
  let least = 0;
  let most = items.length;
  while (least < most) {
    const middle = (least + most) >> 1;
    const [item] = items.slice(middle, middle + 1);
    if (item !== undefined && isWithin(item)) least = middle + 1;
    else most = middle;
  }
  return least;
}
