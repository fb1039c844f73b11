// Pages: how the lists of EC2 are cut, once somebody asks for pages.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { pageBehind } from '../../pages.ts';

export const PAGING = {
  MaxResults: { type: 'integer', event: 'maxResults', required: false },
  NextToken: { type: 'text', event: 'nextToken', required: false },
} as const;

interface Paging {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

const LEAST = 5;
const MOST = 1000;

interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; empty on the last. */
  readonly page: { readonly NextToken?: string };
}

/**
 * The number of results is said and checked by EC2 itself: its model has no limits for most of the lists.
 * @param ids What is asked for by its id is not cut.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
 */
export function pagingError(
  { MaxResults }: Paging,
  ids?: readonly string[],
  idSet?: string,
): AwsError | null {
  if (MaxResults === undefined) return null;
  if (idSet !== undefined && ids !== undefined && ids.length > 0)
    return awsError(
      'InvalidParameterCombination',
      `The parameter ${idSet} cannot be used with the parameter maxResults`,
    );
  const value = `Value ( ${MaxResults} ) for parameter maxResults is invalid.`;
  if (MaxResults < LEAST)
    return awsError('InvalidParameterValue', `${value} Expecting a value greater than ${LEAST}.`);
  return MaxResults > MOST
    ? awsError('InvalidParameterValue', `${value} Expecting a value less than ${MOST}.`)
    : null;
}

/**
 * Without a number of results all come at once, up to a thousand. The words for a token that no page gave are those of the
 * list of error codes.
 * @param placeOf As for `pageBehind`.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export function pageOf<Item>(
  items: readonly Item[],
  { MaxResults = MOST, NextToken }: Paging,
  placeOf: (item: Item) => string,
): Result<Page<Item>, AwsError> {
  const cut = pageBehind(items, { token: NextToken, most: MaxResults }, placeOf);
  if (!cut) return err(awsError('InvalidNextToken', 'The specified NextToken is not valid.'));
  return ok({ items: cut.items, page: cut.next === null ? {} : { NextToken: cut.next } });
}
