// Pages: how the lists of Secrets Manager are cut.

interface Paging {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

const USUAL = 100;

/** The token is opaque to callers; one that was made up begins at the start. */
export function pageOf<Item>(
  items: readonly Item[],
  { MaxResults = USUAL, NextToken }: Paging,
): { readonly items: readonly Item[]; readonly page: { readonly NextToken?: string } } {
  const start = NextToken !== undefined && /^\d{1,9}$/.test(NextToken) ? Number(NextToken) : 0;
  const end = start + MaxResults;
  return {
    items: items.slice(start, end),
    page: end < items.length ? { NextToken: String(end) } : {},
  };
}
