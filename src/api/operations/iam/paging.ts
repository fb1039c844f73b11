// Pages: how the lists of IAM are cut.
import type { Sequence } from '../../../account/sequence.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { pageBehind, type Compare } from '../../pages.ts';

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

const invalidMarker = () => err(awsError('ValidationError', 'Invalid Marker.'));

/**
 * A page of a list that comes with the call or has one item at most, and what is said of it. The marker is opaque to callers;
 * one that was made up is refused.
 */
export function pageOf<Item>(
  items: Sequence<Item>,
  { Marker, MaxItems = USUAL }: Paging,
): Result<Cut<Item>, AwsError> {
  if (Marker !== undefined && !/^\d{1,9}$/.test(Marker)) return invalidMarker();
  const start = Number(Marker ?? 0);
  const end = start + MaxItems;
  return ok({
    items: items.slice(start, end),
    page: end < items.length ? { IsTruncated: true, Marker: String(end) } : { IsTruncated: false },
  });
}

/** The same of a list that may change between two pages, as `pageBehind` cuts it. */
export function pageAfter<Item>(
  items: Sequence<Item>,
  { Marker, MaxItems = USUAL }: Paging,
  placeOf: (item: Item) => string,
  compare?: Compare,
): Result<Cut<Item>, AwsError> {
  const cut = pageBehind(items, { token: Marker, most: MaxItems }, placeOf, compare);
  if (!cut) return invalidMarker();
  const page: Page = cut.next === null ? { IsTruncated: false } : { IsTruncated: true, Marker: cut.next };
  return ok({ items: cut.items, page });
}
