// Pages: how the lists of SNS are cut, a hundred at a time.
import type { Sequence } from '../../../account/sequence.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { pageBehind } from '../../pages.ts';
import { invalidParameter } from './topic.ts';

export const NEXT_TOKEN = { type: 'text', event: 'nextToken', required: false } as const;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: { readonly NextToken?: string };
}

const MOST = 100;

/**
 * A token that no page gave is refused with the exception that the model of the lists has for it, in words that follow those
 * for other parameters: AWS documents none. An empty one begins at the start.
 * @param placeOf As for `pageBehind`.
 */
export function pageOf<Item>(
  items: Sequence<Item>,
  token: string | undefined,
  placeOf: (item: Item) => string,
): Result<Page<Item>, AwsError> {
  const cut = pageBehind(items, { token: token === '' ? undefined : token, most: MOST }, placeOf);
  if (!cut) return err(invalidParameter('NextToken'));
  return ok({ items: cut.items, next: cut.next === null ? {} : { NextToken: cut.next } });
}
