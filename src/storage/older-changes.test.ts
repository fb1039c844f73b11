// Journals and backups of older versions: what was done in them can still be made again and taken back.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { event } from '../../tests/fixtures/event.ts';
import { policyText } from '../../tests/fixtures/world.ts';
import { library, Profile, value, Writer } from '../../tests/storage/store.ts';
import type { Change } from '../account/change.ts';
import { callEntry, stepEntry, undoable, type JournalEntry } from '../account/journal.ts';
import { newAccount } from '../account/new-account.ts';
import { tableOf } from '../account/table.ts';
import type { Account, Role } from '../account/world.ts';
import { printScenario } from '../scenario/print.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { backupFile, parseBackup } from './backup.ts';
import { changesOfToday } from './older-changes.ts';
import type { JournalRecord, SnapshotRecord, WorkspaceRecord } from './records.ts';

const ID = '999988887777';
const MADE = '2026-11-20T12:00:00Z';

const role = (name: string, created: string): Role => ({
  name,
  path: '/',
  id: `AROA${name.toUpperCase().padEnd(17, 'A')}`,
  created,
  description: '',
  trust: policyText({
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  }),
  trusted: {},
  maxSessionDuration: 3600,
  boundary: null,
  attached: [],
  inline: {},
  tags: {},
});

const made = (roles: readonly Role[]): Account => ({
  ...newAccount(ID, 'New', 'new@example.com', MADE),
  roles: tableOf(Object.fromEntries(roles.map((each) => [each.name, each]))),
});

const NEW = made([role('Access', MADE), role('Linked', '2026-11-21T12:00:00Z')]);
const put: Change = { kind: 'accountPut', account: ID, value: NEW };

/** Without what version 5 added, wherever it stands. */
const ofVersion4 = <Given>(given: Given): Given =>
  JSON.parse(
    JSON.stringify(given, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('globalTokenVersion' in value)) return value;
      const { created: _none, ...account } = value as Account;
      return account;
    }),
  ) as Given;

/** The library with an account that was made, taken back and made again; then its oldest role was deleted. */
function lived(): { readonly scenario: Scenario; readonly entries: JournalEntry[] } {
  const first = callEntry(library.world, event('made'), [put]);
  const entries: JournalEntry[] = [first.entry];
  let { world } = first;
  for (const id of ['u', 'r']) {
    const last = entries.at(-1);
    if (!last || last.kind === 'gap') throw new Error('nothing to take back');
    const step = stepEntry(world, last, { id, time: '2026-11-23T10:00:00Z' });
    entries.push(step.entry);
    world = step.world;
  }
  const gone: Change = { kind: 'entitySet', account: ID, table: 'roles', name: 'Access', value: null };
  const last = callEntry(world, event('gone'), [gone]);
  return { scenario: { ...library, world: last.world }, entries: [...entries, last.entry] };
}

test('an account that an older build put into the world is as old as the oldest thing in it', () => {
  expect(changesOfToday(ofVersion4(lived().entries).slice(0, 3), 4)).toEqual(lived().entries.slice(0, 3));
});

test.each([
  [
    'many',
    Array.from({ length: 200 }, (_, at) => role(`r${at}`, at === 150 ? MADE : '2026-11-22T00:00:00Z')),
    MADE,
  ],
  ['none', [], '2026-01-01T00:00:00Z'],
])('with %s of its entities', (_many, roles, created) => {
  const entries = [callEntry(library.world, event('made'), [{ ...put, value: made(roles) }]).entry];
  expect(changesOfToday(ofVersion4(entries), 4)).toMatchObject([{ changes: [{ value: { created } }] }]);
});

test.each([
  [null],
  ['entries'],
  [
    [
      null,
      7,
      {},
      { changes: 'none' },
      { changes: [null, { kind: 'accountPut' }], inverse: [{ kind: 'accountPut', value: 7 }] },
    ],
  ],
])('what is in no form that is known is left for the schema: %#', (entries) => {
  expect(changesOfToday(entries, 4)).toEqual(entries);
});

test('a workspace of version 4 opens with all that was done in it', async () => {
  const profile = new Profile();
  const writer = await Writer.make(await profile.open());
  const { scenario, entries } = lived();
  await writer.commit(entries, scenario);
  const { snapshots, journal, workspaces } = await profile.beneath();
  const older = (text: string): string =>
    JSON.stringify({ ...ofVersion4(JSON.parse(text) as object), version: 4 });
  for (const revision of [0, 1]) {
    const snapshot = (await snapshots.get([writer.id, revision])) as SnapshotRecord;
    await snapshots.put({ ...snapshot, scenario: older(snapshot.scenario) });
  }
  const commit = (await journal.get([writer.id, 2])) as JournalRecord;
  await journal.put({ ...ofVersion4(commit), version: 4 });
  await workspaces.put({ ...((await workspaces.get(writer.id)) as WorkspaceRecord), version: 4 });

  const store = await profile.open();
  const loaded = value(await store.load(writer.id));
  expect(loaded).toMatchObject({ loss: null, entries });
  expect(printScenario(loaded.scenario)).toBe(printScenario(scenario));
  // By now in the form of today, and as it was.
  expect(value(await store.load(writer.id))).toEqual(loaded);
});

test('a backup of version 4 comes back with its history', async () => {
  const { scenario, entries } = lived();
  const document = JSON.parse(await backupFile({ scenario, entries }).blob.text()) as Record<string, object>;
  const older = {
    ...ofVersion4(document),
    version: 4,
    scenario: { ...ofVersion4(document['scenario']), version: 4 },
  };
  const found = value(parseBackup(older));
  expect(found.entries.map(({ kind }) => kind)).toEqual(['call', 'undo', 'redo', 'call']);
  // What was in it at first is gone by now, so it is as old as what is left: in its history, too.
  expect(found.scenario.world.accounts[ID]?.created).toBe('2026-11-21T12:00:00Z');
  expect(undoable(found.entries)).toMatchObject({ event: { eventID: 'gone' } });
});
