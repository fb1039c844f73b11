// Pages: how the lists of Organizations are cut.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { invalidInput } from '../../invalid-input.ts';

interface Paging {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; empty on the last. */
  readonly page: { readonly NextToken?: string };
}

const MOST = 20;

/** A page of a list. Tokens are opaque to callers; one that was made up is refused. */
export function pageOf<Item>(
  items: readonly Item[],
  { NextToken, MaxResults = MOST }: Paging,
): Result<Page<Item>, AwsError> {
  if (NextToken !== undefined && !/^\d{1,9}$/.test(NextToken))
    return err(invalidInput('INVALID_PAGINATION_TOKEN'));
  const start = Number(NextToken ?? 0);
  const end = start + MaxResults;
  return ok({
    items: items.slice(start, end),
    page: end < items.length ? { NextToken: String(end) } : {},
  });
}
