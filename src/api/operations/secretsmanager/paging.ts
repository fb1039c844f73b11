// Pages: how the lists of Secrets Manager are cut.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { pageBehind, type Compare } from '../../pages.ts';

interface Paging {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; empty on the last. */
  readonly page: { readonly NextToken?: string };
}

const USUAL = 100;

/**
 * A token that no page gave is refused with the exception that the model has for it, and with what the documentation says of
 * that exception: its own words are not known.
 * @param placeOf As for `pageBehind`.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html#API_ListSecrets_Errors
 */
export function pageOf<Item>(
  items: readonly Item[],
  { MaxResults = USUAL, NextToken }: Paging,
  placeOf: (item: Item) => string,
  compare?: Compare,
): Result<Page<Item>, AwsError> {
  const cut = pageBehind(items, { token: NextToken, most: MaxResults }, placeOf, compare);
  if (!cut) return err(awsError('InvalidNextTokenException', 'The NextToken value is invalid.'));
  return ok({ items: cut.items, page: cut.next === null ? {} : { NextToken: cut.next } });
}
