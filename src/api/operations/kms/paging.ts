// Pages: how the lists of KMS are cut.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { pageBehind } from '../../pages.ts';

export const PAGING = {
  Limit: { type: 'integer', event: 'limit', required: false, least: 1, most: 1000 },
  Marker: {
    type: 'text',
    event: 'marker',
    required: false,
    min: 1,
    max: 1024,
    pattern: '[\\u0020-\\u00FF]*',
  },
} as const;

interface Paging {
  readonly Limit?: number;
  readonly Marker?: string;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: { readonly Truncated: boolean; readonly NextMarker?: string };
}

/** How long the pages of a list are, and can be. */
export interface Length {
  readonly usual: number;
  readonly most: number;
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html */
export const KEYS: Length = { usual: 100, most: 1000 };
/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html */
export const ALIASES_AND_GRANTS: Length = { usual: 50, most: 100 };
/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html */
export const KEY_TAGS: Length = { usual: 50, most: 50 };

/**
 * Whoever asks for more than fits a page has what fits. A marker that no page gave is refused with what the documentation
 * says of that exception: its own words are not known.
 * @param placeOf As for `pageBehind`.
 */
export function pageOf<Item>(
  items: readonly Item[],
  { Limit, Marker }: Paging,
  { usual, most }: Length,
  placeOf: (item: Item) => string,
): Result<Page<Item>, AwsError> {
  const cut = pageBehind(items, { token: Marker, most: Math.min(Limit ?? usual, most) }, placeOf);
  if (!cut)
    return err(
      awsError(
        'InvalidMarkerException',
        'The request was rejected because the marker that specifies where pagination should next begin is not valid.',
      ),
    );
  const page = cut.next === null ? { Truncated: false } : { Truncated: true, NextMarker: cut.next };
  return ok({ items: cut.items, page });
}
