// dynamodb:BatchWriteItem: writes and removes items of one or several tables.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { operation, type Scene } from '../../operation.ts';
import type { InputOf, ValueOf } from '../../parameters.ts';
import { accessKeys, leadingOf } from './access.ts';
import { invalid } from './attribute-value.ts';
import {
  ATTRIBUTES,
  attributesError,
  attributesIn,
  itemAt,
  itemName,
  itemSizeError,
  keyGiven,
  keyWithin,
  storedItem,
} from './item.ts';
import { itemChange, namedTable, spaceError, tableNameError, tableOf, type FoundTable } from './table.ts';

const MOST_WRITES = 25;

const WRITE = {
  type: 'structure',
  members: {
    PutRequest: {
      type: 'structure',
      event: 'putRequest',
      required: false,
      members: { Item: { ...ATTRIBUTES, event: 'item', required: true } },
    },
    DeleteRequest: {
      type: 'structure',
      event: 'deleteRequest',
      required: false,
      members: { Key: { ...ATTRIBUTES, event: 'key', required: true } },
    },
  },
} as const;

type Write = ValueOf<typeof WRITE>;

const PARAMETERS = {
  RequestItems: {
    type: 'map',
    event: 'requestItems',
    required: true,
    minItems: 1,
    maxItems: MOST_WRITES,
    keys: { min: 1, max: 1024 },
    of: { type: 'list', minItems: 1, maxItems: MOST_WRITES, of: WRITE },
  },
} as const;

type Requests = InputOf<typeof PARAMETERS>['RequestItems'];

/**
 * One permission for each table; those to put and to delete single items are not asked for. All is written at once, so
 * nothing is left unprocessed.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
 */
export const BatchWriteItem = operation({
  name: 'dynamodb:BatchWriteItem',
  readOnly: false,
  dataEvent: true,
  cli: 'dynamodb batch-write-item',
  parameters: PARAMETERS,
  validate: ({ RequestItems }) => requestError(RequestItems),
  authorization: (world, caller, { RequestItems }, env) =>
    Object.entries(RequestItems).map(([name, writes]) => {
      const { arn, found } = namedTable(world, caller, env, name);
      const items = writes.map((write) => attributesIn(givenIn(write)));
      return {
        action: 'dynamodb:BatchWriteItem',
        resource: arn,
        context: accessKeys({
          leading: items.flatMap((item) => leadingOf(found?.table.key, item)),
          attributes: items.flatMap((item) => Object.keys(item)),
        }),
      };
    }),
  perform: (scene, { RequestItems }) => {
    const changes: ReturnType<typeof itemChange>[] = [];
    for (const [name, writes] of Object.entries(RequestItems)) {
      const made = changesIn(scene, name, writes);
      if (!made.ok) return made;
      changes.push(...made.value);
    }
    return ok({ output: { UnprocessedItems: {} }, changes });
  },
});

const givenIn = ({ PutRequest, DeleteRequest }: Write) => PutRequest?.Item ?? DeleteRequest?.Key ?? {};

function requestError(requests: Requests): AwsError | null {
  const all = Object.entries(requests);
  if (all.reduce((sum, [, writes]) => sum + writes.length, 0) > MOST_WRITES)
    return invalid('Too many items requested for the BatchWriteItem call');
  for (const [name, writes] of all) {
    const refused =
      tableNameError(name) ??
      writes
        .map((write) => {
          const isOne = (write.PutRequest === undefined) !== (write.DeleteRequest === undefined);
          return isOne
            ? attributesError(givenIn(write))
            : invalid('Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest');
        })
        .find((fault) => fault !== null);
    if (refused) return refused;
  }
  return null;
}

function changesIn(
  scene: Scene,
  tableName: string,
  writes: readonly Write[],
): Result<readonly ReturnType<typeof itemChange>[], AwsError> {
  const found = tableOf(scene, tableName);
  if (!found.ok) return found;
  const changes: ReturnType<typeof itemChange>[] = [];
  for (const write of writes) {
    const change = changeOf(found.value, write);
    if (!change.ok) return change;
    changes.push(change.value);
  }
  if (new Set(changes.map(({ key }) => key)).size < changes.length)
    return err(invalid('Provided list of item keys contains duplicates'));
  const { table } = found.value;
  const full = spaceError(found.value, {
    items: changes.filter(({ key, value }) => value !== null && !itemAt(table, key)).length,
    characters: changes.reduce((sum, { value }) => sum + (value?.length ?? 0), 0),
  });
  // What is not there needs not be taken out.
  return full ? err(full) : ok(changes.filter(({ key, value }) => value !== null || itemAt(table, key)));
}

function changeOf(
  found: FoundTable,
  { PutRequest, DeleteRequest }: Write,
): Result<ReturnType<typeof itemChange>, AwsError> {
  const { key } = found.table;
  if (!PutRequest) {
    const given = keyGiven(key, attributesIn(DeleteRequest?.Key ?? {}));
    return given.ok ? ok(itemChange(found, itemName(key, given.value), null)) : given;
  }
  const item = attributesIn(PutRequest.Item);
  const within = keyWithin(key, item);
  if (!within.ok) return within;
  const tooLarge = itemSizeError(item);
  return tooLarge ? err(tooLarge) : ok(itemChange(found, itemName(key, item), storedItem(item)));
}
