// How old an account is: by itself, and as the migration to version 5 finds it.
import { expect, test } from 'vitest';
import { accountCreated, LONG_AGO } from './account-created.ts';
import { migrate, MIGRATIONS } from './migrate.ts';

test.each([
  ['nothing', [], LONG_AGO],
  [
    'nothing with a date',
    [{}, null, 7, 'created', [{ created: '2020-01-01T00:00:00Z' }], { created: 'never' }],
    LONG_AGO,
  ],
  [
    'the earliest',
    [{ created: '2026-03-01T00:00:00Z' }, { created: '2025-03-01T00:00:00.5Z' }],
    '2025-03-01T00:00:00.5Z',
  ],
  ['before anything else was known', [{ created: '2019-03-01T00:00:00Z' }], '2019-03-01T00:00:00Z'],
])('%s', (_what, things, expected) => {
  expect(accountCreated(things)).toBe(expected);
});

const migrated = (account: object, members: unknown = {}): unknown => {
  const world = {
    organization: { members },
    accounts: { '111122223333': { id: '111122223333', ...account } },
  };
  const { world: after } = migrate({ version: 4, world }, 4, MIGRATIONS, 5) as { world: typeof world };
  return (after.accounts['111122223333'] as { readonly created?: unknown }).created;
};
const OLD = { created: '2025-06-01T00:00:00Z' };
const NEWER = { created: '2025-07-01T00:00:00Z' };

test.each([
  ['an entity', { users: { ada: NEWER, bob: OLD }, roles: { Reading: NEWER } }, OLD.created],
  [
    'the password of the root user',
    { users: { ada: NEWER }, root: { login: OLD, accessKeys: [NEWER] } },
    OLD.created,
  ],
  [
    'a key of the root user',
    { users: { ada: NEWER }, root: { login: null, accessKeys: [NEWER, OLD] } },
    OLD.created,
  ],
  ['a user called leaf', { users: { leaf: OLD } }, OLD.created],
  ['nothing', { users: {} }, LONG_AGO],
  ['something damaged', { users: 7, roles: null }, LONG_AGO],
])('an account of version 4 is as old as %s', (_what, account, expected) => {
  expect(migrated(account)).toBe(expected);
});

test('it is not younger than its membership', () => {
  const members = { '111122223333': { joined: '2024-01-01T00:00:00Z' } };
  expect(migrated({ users: { ada: OLD } }, members)).toBe('2024-01-01T00:00:00Z');
  expect(migrated({ users: { ada: OLD } }, { '111122223333': { joined: '2026-05-01T00:00:00Z' } })).toBe(
    OLD.created,
  );
  expect(migrated({ users: { ada: OLD } }, 7)).toBe(OLD.created);
});

test('what says when it was made is believed', () => {
  expect(migrated({ created: '2022-01-01T00:00:00Z', users: { ada: OLD } })).toBe('2022-01-01T00:00:00Z');
});
