// Pages: how the lists of IAM are cut.
import { decode, encode } from 'js-base64';
import { compareNames } from '../../../account/record.ts';
import type { Sequence } from '../../../account/sequence.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { base64Bytes } from '../../base64.ts';
import { awsError } from '../../errors.ts';

export interface Paging {
  readonly Marker?: string;
  readonly MaxItems?: number;
}

export interface Page {
  readonly IsTruncated: boolean;
  /** Where the next page begins; only on pages that are cut. */
  readonly Marker?: string;
}

interface Cut<Item> {
  readonly items: readonly Item[];
  readonly page: Page;
}

const USUAL = 100;

const isMarker = (text: string): boolean => /^\d{1,9}$/.test(text);

/**
 * A page of a list that comes with the call or has one item at most, and what is said of it. The marker is opaque to callers;
 * one that was made up is refused.
 */
export const pageOf = <Item>(items: Sequence<Item>, paging: Paging): Result<Cut<Item>, AwsError> =>
  paging.Marker === undefined || isMarker(paging.Marker)
    ? ok(pageFrom(items, paging))
    : err(awsError('ValidationError', 'Invalid Marker.'));

/**
 * The same of a list that may change between two pages: the next one goes on behind the last item that was shown, whether
 * that is still there or not.
 * @param placeOf A text by which the list is in order, as `compare` has it. Only places are compared, so that none has to be
 * of an item that is still there.
 */
export function pageAfter<Item>(
  items: Sequence<Item>,
  { Marker, MaxItems = USUAL }: Paging,
  placeOf: (item: Item) => string,
  compare: Compare = compareNames,
): Result<Cut<Item>, AwsError> {
  const after = Marker === undefined ? null : placeIn(Marker);
  if (after === undefined) return err(awsError('ValidationError', 'Invalid Marker.'));
  const start = after === null ? 0 : countUpTo(items, (item) => compare(placeOf(item), after) <= 0);
  const shown = items.slice(start, start + MaxItems);
  const last = shown.at(-1);
  const page: Page =
    last !== undefined && start + shown.length < items.length
      ? { IsTruncated: true, Marker: encode(AFTER + placeOf(last)) }
      : { IsTruncated: false };
  return ok({ items: shown, page });
}

/** Two places, as the numbers of `Array.sort`. */
type Compare = (a: string, b: string) => number;

/** For lists that begin with what is last or newest. */
export const fromTheEnd: Compare = (a, b) => compareNames(b, a);

const AFTER = 'after ';

/** Undefined for what no page has given. */
function placeIn(marker: string): string | undefined {
  if (base64Bytes(marker) === null) return undefined;
  const text = decode(marker);
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

/** For services whose words for a marker that was made up nobody knows: it begins at the start. */
export function pageFrom<Item>(items: Sequence<Item>, { Marker, MaxItems = USUAL }: Paging): Cut<Item> {
  const start = Marker !== undefined && isMarker(Marker) ? Number(Marker) : 0;
  const end = start + MaxItems;
  return {
    items: items.slice(start, end),
    page: end < items.length ? { IsTruncated: true, Marker: String(end) } : { IsTruncated: false },
  };
}
