// Pages: how the lists of IAM are cut.

export interface Paging {
  readonly Marker?: string;
  readonly MaxItems?: number;
}

export interface Page {
  readonly IsTruncated: boolean;
  /** Where the next page begins; only on pages that are cut. */
  readonly Marker?: string;
}

const USUAL = 100;

/** A page of a list, and what is said of it. The marker is opaque to callers; one that was made up begins at the start. */
export function pageOf<Item>(
  items: readonly Item[],
  { Marker, MaxItems = USUAL }: Paging,
): { readonly items: readonly Item[]; readonly page: Page } {
  const start = Marker !== undefined && /^\d{1,9}$/.test(Marker) ? Number(Marker) : 0;
  const end = start + MaxItems;
  const cut = end < items.length;
  return {
    items: items.slice(start, end),
    page: cut ? { IsTruncated: true, Marker: String(end) } : { IsTruncated: false },
  };
}
