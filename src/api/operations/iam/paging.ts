// Pages: how the lists of IAM are cut.
import type { Sequence } from '../../../account/sequence.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
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

/** A page of a list, and what is said of it. The marker is opaque to callers; one that was made up is refused. */
export const pageOf = <Item>(items: Sequence<Item>, paging: Paging): Result<Cut<Item>, AwsError> =>
  paging.Marker === undefined || isMarker(paging.Marker)
    ? ok(pageFrom(items, paging))
    : err(awsError('ValidationError', 'Invalid Marker.'));

/** For services whose words for a marker that was made up nobody knows: it begins at the start. */
export function pageFrom<Item>(items: Sequence<Item>, { Marker, MaxItems = USUAL }: Paging): Cut<Item> {
  const start = Marker !== undefined && isMarker(Marker) ? Number(Marker) : 0;
  const end = start + MaxItems;
  return {
    items: items.slice(start, end),
    page: end < items.length ? { IsTruncated: true, Marker: String(end) } : { IsTruncated: false },
  };
}
