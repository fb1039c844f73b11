// Tests for faults of single changes: what a scenario takes is taken, what it would refuse is refused, place included.
import { expect, test } from 'vitest';
import harbour from '../../tests/scenario/samples/v5/harbour.json' with { type: 'json' };
import library from '../../tests/scenario/samples/v5/library.json' with { type: 'json' };
import { user } from '../../tests/fixtures/world.ts';
import type { Change } from '../account/change.ts';
import { TABLE_NAMES } from '../account/new-account.ts';
import { entriesOf, isTable, type Table } from '../account/table.ts';
import { changeFault } from './change-faults.ts';
import { parseScenario } from './parse.ts';

const WORLDS = [harbour, library].map((sample) => {
  const parsed = parseScenario(sample);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value.world;
});

/** Every value of a world as the change that writes it, whole and by fields. */
const ACCOUNTS = WORLDS.flatMap(({ accounts }) => Object.values(accounts));
const written = (change: { readonly kind: Change['kind'] } & Readonly<Record<string, unknown>>): Change =>
  change as unknown as Change;

const changes: Change[] = ACCOUNTS.flatMap((account) => [
  written({ kind: 'accountPut', account: account.id, value: account }),
  ...TABLE_NAMES.flatMap((table) => {
    const values: Table<object> = account[table];
    return entriesOf(values).flatMap(([name, value]) => [
      written({ kind: 'entitySet', account: account.id, table, name, value }),
      written({ kind: 'entityPatched', account: account.id, table, name, patch: value }),
      ...Object.entries(value).flatMap(([part, inner]: [string, unknown]) =>
        typeof inner === 'object' && inner !== null && isTable(inner)
          ? entriesOf(inner).map(([key, one]) =>
              written({ kind: 'partSet', account: account.id, table, name, part, key, value: one }),
            )
          : [],
      ),
    ]);
  }),
]);

test('all that a sound world holds', () => {
  expect(changes.length).toBeGreaterThan(50);
  expect(changes.map(changeFault).filter((fault) => fault !== null)).toEqual([]);
  for (const { organization } of WORLDS)
    expect(changeFault({ kind: 'organizationSet', value: organization })).toBeNull();
});

const account = '111122223333';
const at = { account, table: 'users', name: 'x' } as const;

test.each<[string, Change, string]>([
  [
    'an entity with an id that is none',
    { kind: 'entitySet', ...at, value: { ...user('x', []), id: 'x' } },
    'id: must be a unique id that starts with AIDA',
  ],
  [
    'a field',
    { kind: 'entityPatched', ...at, patch: { path: 'x' } },
    'path: must be a path that starts and ends with /',
  ],
  [
    'a field that nobody knows',
    { kind: 'entityPatched', ...at, patch: { shoe: 1 } as never },
    'shoe: is a field that is not known here',
  ],
  [
    'a field of the account',
    { kind: 'accountSet', account, field: 'alias', value: '' },
    'alias: must not be empty',
  ],
  [
    'a document',
    { kind: 'inlinePolicyPut', account, owner: { kind: 'user', name: 'x' }, policy: 'P', document: '{' },
    'P: must be a policy document in JSON',
  ],
  [
    'a part',
    { kind: 'partSet', account, table: 'dynamoTables', name: 'x', part: 'items', key: 'k', value: '' },
    'must have at least 2 characters',
  ],
  [
    'a part of the organization',
    { kind: 'organizationPartSet', table: 'trustedServices', key: 'x', value: { enabled: 'today' } },
    'enabled: must be a moment in UTC like 2026-11-22T10:14:05Z',
  ],
])('%s', (_, change, fault) => expect(changeFault(change)).toBe(fault));

test('to remove something is always in order', () => {
  expect(changeFault({ kind: 'entitySet', ...at, value: null })).toBeNull();
});
