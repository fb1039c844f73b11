// Pages: how the lists of Organizations are cut.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { invalidInput } from '../../invalid-input.ts';
import { pageBehind } from '../../pages.ts';

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

/**
 * A page of a list. Tokens are opaque to callers; one that was made up is refused.
 * @param placeOf As for `pageBehind`.
 */
export function pageOf<Item>(
  items: readonly Item[],
  { NextToken, MaxResults = MOST }: Paging,
  placeOf: (item: Item) => string,
): Result<Page<Item>, AwsError> {
  const cut = pageBehind(items, { token: NextToken, most: MaxResults }, placeOf);
  if (!cut) return err(invalidInput('INVALID_PAGINATION_TOKEN'));
  return ok({ items: cut.items, page: cut.next === null ? {} : { NextToken: cut.next } });
}
