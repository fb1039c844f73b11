// Fine-grained access: the condition keys that tell which items and attributes a call is about.
import { entry } from '../../../account/record.ts';
import type { DynamoKey } from '../../../account/resources.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import { textOf, type Attributes, type AttributeValue } from './attribute-value.ts';

interface Touched {
  /** Of the partition keys that the call names; left out by calls that name none. */
  readonly leading?: readonly AttributeValue[];
  /** The attributes on the first level that the call names anywhere. */
  readonly attributes?: readonly string[];
  readonly select?: string;
  readonly returnValues?: string;
}

/**
 * `dynamodb:EnclosingOperation` belongs to transactions alone, which are not simulated; so no request has it.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export const accessKeys = ({ leading, attributes, select, returnValues }: Touched): RequestContext => ({
  ...(leading && leading.length > 0 && { 'dynamodb:LeadingKeys': unique(leading.map(textOf)) }),
  ...(attributes && attributes.length > 0 && { 'dynamodb:Attributes': unique(attributes) }),
  ...(select !== undefined && { 'dynamodb:Select': select }),
  ...(returnValues !== undefined && { 'dynamodb:ReturnValues': returnValues }),
});

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** The partition key of an item or key; none where the table is not known, or the item has none. */
export function leadingOf(
  key: readonly DynamoKey[] | undefined,
  item: Attributes,
): readonly AttributeValue[] {
  const value = key?.[0] && entry(item, key[0].name);
  return value ? [value] : [];
}
