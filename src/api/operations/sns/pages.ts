// Pages: how the lists of SNS are cut, a hundred at a time.
import type { Sequence } from '../../../account/sequence.ts';
import { pageFrom as cutFrom } from '../iam/paging.ts';

export const NEXT_TOKEN = { type: 'text', event: 'nextToken', required: false } as const;

export function pageFrom<Item>(
  items: Sequence<Item>,
  token: string | undefined,
): { readonly items: readonly Item[]; readonly next: { readonly NextToken?: string } } {
  const { items: shown, page } = cutFrom(items, token === undefined ? {} : { Marker: token });
  return { items: shown, next: page.Marker === undefined ? {} : { NextToken: page.Marker } };
}
