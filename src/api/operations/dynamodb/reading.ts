// Reading many items: what Query and Scan have in common.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { invalid, type Attributes } from './attribute-value.ts';
import { attributesIn as attributesOfCondition, holds, type Condition } from './condition.ts';
import type { Path } from './expression.ts';
import { attributesIn, itemName, keyGiven, type Given, type NamedItem } from './item.ts';
import { projected } from './path.ts';
import type { FoundTable } from './table.ts';

interface Reading {
  readonly Limit?: number;
  readonly Select?: string;
  readonly ExclusiveStartKey?: Given;
}

interface Expressions {
  readonly FilterExpression?: Condition;
  readonly ProjectionExpression?: readonly Path[];
}

export interface Read {
  readonly Items?: readonly Attributes[];
  readonly Count: number;
  readonly ScannedCount: number;
  readonly LastEvaluatedKey?: Attributes;
}

/** The attributes that are read; what is not asked for in particular is asked for as a whole. */
export const selectOf = ({ Select }: Reading, { ProjectionExpression }: Expressions): string =>
  Select ?? (ProjectionExpression ? 'SPECIFIC_ATTRIBUTES' : 'ALL_ATTRIBUTES');

export const attributesRead = ({
  FilterExpression,
  ProjectionExpression,
}: Expressions): readonly string[] => [
  ...(FilterExpression ? attributesOfCondition(FilterExpression) : []),
  ...(ProjectionExpression ?? []).map(([name]) => name),
];

export function selectError({ Select }: Reading, { ProjectionExpression }: Expressions): AwsError | null {
  if (Select === 'ALL_PROJECTED_ATTRIBUTES')
    return invalid(
      'One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
    );
  if (Select === 'SPECIFIC_ATTRIBUTES' && !ProjectionExpression)
    return invalid(
      'One or more parameter values were invalid: Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  return ProjectionExpression && Select !== undefined && Select !== 'SPECIFIC_ATTRIBUTES'
    ? invalid(`Cannot specify the ProjectionExpression when choosing to get ${Select}`)
    : null;
}

/**
 * As many items as the limit says are looked at, and only then filtered. DynamoDB stops after 1 MB of them besides. Where
 * the limit has stopped it, it does not know whether anything follows, and says where it was all the same.
 * @param items In the order of `compare`: one that the page before ended with may be gone by now.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.Pagination
 */
export function read(
  { table }: FoundTable,
  items: readonly NamedItem[],
  compare: (a: NamedItem, b: NamedItem) => number,
  { Limit = Infinity, ExclusiveStartKey, Select }: Reading,
  { FilterExpression, ProjectionExpression }: Expressions,
): Result<Read, AwsError> {
  const start = ExclusiveStartKey && keyGiven(table.key, attributesIn(ExclusiveStartKey));
  if (start && !start.ok) return err(invalid('The provided starting key is invalid'));
  const before = start && { name: itemName(table.key, start.value), item: start.value };
  const after = before ? items.filter((one) => compare(one, before) <= 0).length : 0;
  const seen = items.slice(after, after + Limit);
  const found = seen.filter(({ item }) => !FilterExpression || holds(FilterExpression, item));
  const last = seen.length === Limit ? seen.at(-1) : undefined;
  const key =
    last &&
    keyOf(
      last.item,
      table.key.map(({ name }) => name),
    );
  return ok({
    ...(Select !== 'COUNT' && {
      Items: found.map(({ item }) => (ProjectionExpression ? projected(item, ProjectionExpression) : item)),
    }),
    Count: found.length,
    ScannedCount: seen.length,
    ...(key && { LastEvaluatedKey: key }),
  });
}

const keyOf = (item: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
