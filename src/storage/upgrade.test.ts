// The upgrades from versions 1 and 2 of the database: everything that was in it is there afterwards.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { event } from '../../tests/fixtures/event.ts';
import { eventsOf, library, Profile, session, value, Writer } from '../../tests/storage/store.ts';
import { fillVersion1, OLD, oldRecords } from '../../tests/storage/version-1.ts';
import { fillVersion2, OLD as OF_2 } from '../../tests/storage/version-2.ts';
import { NO_DIRECTORIES } from '../account/directories.ts';
import { undoable } from '../account/journal.ts';
import { SCENARIO_VERSION } from '../scenario/scenario.ts';
import { EMPTY_KEYRING } from '../session/keyring.ts';
import { databaseName } from './database.ts';
import type { SnapshotRecord, WorkspaceRecord } from './records.ts';

/** A profile with a database of version 1. */
async function old(records = oldRecords): Promise<Profile> {
  const profile = new Profile();
  await fillVersion1(databaseName(profile.scope), records);
  return profile;
}

test('worlds, events, sessions, what was set aside and what was open: all of it is there', async () => {
  const store = await (await old()).open();
  expect(value(await store.list())).toEqual([
    { id: OLD, title: 'The quiet library', changed: 1_795_000_000_000, events: 3 },
    { id: 'other', title: 'Other', changed: 1, events: 0 },
  ]);
  expect(value(await store.lastOpen())).toBe(OLD);
  expect(value(await store.setAsideRecords())).toMatchObject([{ workspace: 'gone', when: 1 }]);
  const loaded = value(await store.load(OLD));
  expect(loaded).toMatchObject({ revision: 4, session, loss: null });
  expect(loaded.scenario).toEqual(library);
  expect(eventsOf(loaded.entries).filter((id) => id !== undefined)).toEqual(['a', 'b', 'c']);
  expect(value(await store.load('other')).scenario).toEqual({ ...library, title: 'Other' });
});

test('it goes on from there: what is new can be undone, what is old cannot', async () => {
  const profile = await old();
  const store = await profile.open();
  const { revision, scenario, entries } = value(await store.load(OLD));
  expect(undoable(entries)).toBeNull();
  const writer = await Writer.make(store);
  Object.assign(writer, { id: OLD, revision, scenario });
  await writer.put('new');
  await writer.expectWhole(await profile.open());
  const after = value(await (await profile.open()).load(OLD));
  expect(undoable(after.entries)).toMatchObject({ event: { eventID: 'put-new' } });
});

test('what cannot be read goes aside, untouched; the rest is not held up', async () => {
  const damaged = { id: 'damaged', revision: 'many', scenario: 7 };
  const ofDamaged = { workspace: 'damaged', revision: 2, position: 0, event: event('d') };
  const bad = { workspace: OLD, revision: 5, position: 0, event: { eventID: 'bad' } };
  const orphan = { workspace: 'nobody', revision: 2, position: 0, event: event('o') };
  const profile = await old({
    ...oldRecords,
    workspaces: [...oldRecords.workspaces, damaged],
    events: [...oldRecords.events, ofDamaged, bad, orphan],
  });
  const store = await profile.open();
  expect(value(await store.list()).map(({ id }) => id)).toEqual([OLD, 'other']);
  const records = value(await store.setAsideRecords());
  const files = await Promise.all(
    records.map(
      async ({ id }) => JSON.parse(await value(await store.downloadSetAside(id)).blob.text()) as unknown,
    ),
  );
  expect(files).toMatchObject([
    { workspace: 'gone' },
    { workspace: 'damaged', content: { workspace: damaged, events: [ofDamaged] } },
    { workspace: OLD, content: { events: [bad] } },
    { content: { events: [orphan] } },
  ]);
});

test('a scenario of which nothing can be said is kept as it is until it is opened, and then goes aside', async () => {
  const profile = await old({
    ...oldRecords,
    workspaces: [{ id: OLD, revision: 4, title: 'Odd', changed: 1, scenario: 7n }],
  });
  const store = await profile.open();
  expect(await store.load(OLD)).toMatchObject({ ok: false, error: { kind: 'setAside' } });
  const records = value(await store.setAsideRecords());
  const file = await value(await store.downloadSetAside(records.at(-1)?.id ?? '')).blob.text();
  expect(JSON.parse(file)).toMatchObject({ content: { snapshots: [{ scenario: '7n' }] } });
});

/** A workspace whose record and snapshot are as version 3 wrote them, and who wrote it. */
async function ofVersion3() {
  const profile = new Profile();
  const writer = await Writer.make(await profile.open());
  await writer.put('new');
  const database = await profile.beneath();
  const snapshot = await database.snapshots.get([writer.id, 1]);
  const { directories: _none, ...document } = JSON.parse((snapshot as SnapshotRecord).scenario) as Record<
    string,
    unknown
  >;
  const scenario = JSON.stringify({ ...document, version: 3 });
  await database.snapshots.put({ workspace: writer.id, revision: 1, scenario });
  const record = await database.workspaces.get(writer.id);
  return { profile, writer, database, record };
}

test('a workspace of version 3 has no directories, and all that it had', async () => {
  const { profile, writer, database, record } = await ofVersion3();
  const { directories: _none, ...before } = record as WorkspaceRecord;
  await database.workspaces.put({ ...before, version: 3 } as unknown as WorkspaceRecord);
  const loaded = value(await (await profile.open()).load(writer.id));
  expect(loaded).toMatchObject({ loss: null, scenario: { directories: NO_DIRECTORIES } });
  expect(loaded.scenario).toEqual(writer.scenario);
});

test('directories are as they were told last, also over a snapshot that is older than they are', async () => {
  const { profile, writer, database, record } = await ofVersion3();
  const identityCenter = { source: 'urn:a', entityId: 'urn:b', secret: 'c', assignments: [] };
  const directories = { ...NO_DIRECTORIES, identityCenter };
  await database.workspaces.put({ ...(record as WorkspaceRecord), directories });
  const loaded = value(await (await profile.open()).load(writer.id));
  expect(loaded.scenario).toEqual({ ...writer.scenario, directories });
});

test('of version 2 everything is there, with room for a keyring', async () => {
  const profile = new Profile();
  await fillVersion2(databaseName(profile.scope));
  const store = await profile.open();
  expect(value(await store.lastOpen())).toBe(OF_2);
  expect(value(await store.setAsideRecords())).toMatchObject([{ workspace: 'gone', when: 1 }]);
  const loaded = value(await store.load(OF_2));
  expect(loaded).toMatchObject({ revision: 3, ahead: 60, session, loss: null });
  expect(eventsOf(loaded.entries).filter((id) => id !== undefined)).toEqual(['a', 'b']);
  expect(value(await store.keyring(OF_2))).toEqual(EMPTY_KEYRING);
  const profiles = [{ name: 'default', settings: { region: 'eu-west-1' } }];
  value(await store.changeKeyring(OF_2, (keyring) => ({ ...keyring, profiles })));
  expect(value(await (await profile.open()).keyring(OF_2)).profiles).toEqual(profiles);
});

test('the changes of a journal are in the form of today', () => {
  // Fails on purpose when the scenario has a new version. What stands in a journal after its last snapshot is then made
  // again from changes in the form of the version before: bring those along in older-changes.ts, and only then raise
  // this number.
  expect(SCENARIO_VERSION).toBe(5);
});
