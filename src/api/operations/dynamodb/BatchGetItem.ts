// dynamodb:BatchGetItem: reads items of one or several tables by their keys.
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { operation } from '../../operation.ts';
import type { InputOf } from '../../parameters.ts';
import { accessKeys, leadingOf } from './access.ts';
import { invalid, type Attributes } from './attribute-value.ts';
import { readExpressions } from './expression.ts';
import { ATTRIBUTES, attributesError, attributesIn, itemAt, itemName, keyGiven } from './item.ts';
import { CONSISTENT_READ, expression, NAMES } from './parameters.ts';
import { projected } from './path.ts';
import { readProjection } from './projection.ts';
import { namedTable, tableNameError, tableOf } from './table.ts';

const MOST_KEYS = 100;

const READERS = { ProjectionExpression: readProjection } as const;

const PARAMETERS = {
  RequestItems: {
    type: 'map',
    event: 'requestItems',
    required: true,
    minItems: 1,
    maxItems: MOST_KEYS,
    keys: { min: 1, max: 1024 },
    of: {
      type: 'structure',
      members: {
        Keys: {
          type: 'list',
          event: 'keys',
          required: true,
          minItems: 1,
          maxItems: MOST_KEYS,
          of: ATTRIBUTES,
        },
        ConsistentRead: CONSISTENT_READ,
        ProjectionExpression: expression('projectionExpression'),
        ExpressionAttributeNames: NAMES,
      },
    },
  },
} as const;

type Requests = InputOf<typeof PARAMETERS>['RequestItems'];

/**
 * One permission for each table. All keys are read at once, so none are left unprocessed.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 */
export const BatchGetItem = operation({
  name: 'dynamodb:BatchGetItem',
  readOnly: true,
  dataEvent: true,
  cli: 'dynamodb batch-get-item',
  parameters: PARAMETERS,
  validate: ({ RequestItems }) => requestError(RequestItems),
  authorization: (world, caller, { RequestItems }, env) =>
    Object.entries(RequestItems).map(([name, request]) => {
      const { arn, found } = namedTable(world, caller, env, name);
      const keys = request.Keys.map(attributesIn);
      const read = readExpressions(request, READERS);
      const paths = read.ok ? read.value.ProjectionExpression : undefined;
      return {
        action: 'dynamodb:BatchGetItem',
        resource: arn,
        context: accessKeys({
          leading: keys.flatMap((key) => leadingOf(found?.table.key, key)),
          attributes: [...keys.flatMap((key) => Object.keys(key)), ...(paths ?? []).map(([first]) => first)],
          select: paths ? 'SPECIFIC_ATTRIBUTES' : 'ALL_ATTRIBUTES',
        }),
      };
    }),
  perform: (scene, { RequestItems }) => {
    const responses: [string, readonly Attributes[]][] = [];
    for (const [name, request] of Object.entries(RequestItems)) {
      const found = tableOf(scene, name);
      if (!found.ok) return found;
      const { table } = found.value;
      const read = readExpressions(request, READERS);
      if (!read.ok) return read;
      const { ProjectionExpression: paths } = read.value;
      const names: string[] = [];
      for (const given of request.Keys) {
        const key = keyGiven(table.key, attributesIn(given));
        if (!key.ok) return key;
        names.push(itemName(table.key, key.value));
      }
      if (new Set(names).size < names.length)
        return err(invalid('Provided list of item keys contains duplicates'));
      const items = names.map((one) => itemAt(table, one)).filter((item) => item !== null);
      responses.push([name, paths ? items.map((item) => projected(item, paths)) : items]);
    }
    return ok({ output: { Responses: Object.fromEntries(responses), UnprocessedKeys: {} }, changes: [] });
  },
});

function requestError(requests: Requests): AwsError | null {
  const all = Object.entries(requests);
  if (all.reduce((sum, [, { Keys }]) => sum + Keys.length, 0) > MOST_KEYS)
    return invalid('Too many items requested for the BatchGetItem call');
  for (const [name, request] of all) {
    const refused = tableNameError(name) ?? request.Keys.map(attributesError).find((fault) => fault !== null);
    if (refused) return refused;
    const read = readExpressions(request, READERS);
    if (!read.ok) return read.error;
  }
  return null;
}
