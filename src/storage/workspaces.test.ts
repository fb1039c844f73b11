// The store: what was written comes back, all of it and in order.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { event } from '../../tests/fixtures/event.ts';
import {
  eventsOf,
  library,
  notesIn,
  Profile,
  read,
  renamed,
  session,
  value,
  Writer,
} from '../../tests/storage/store.ts';
import { NO_ACTIVITY } from '../account/activity.ts';
import { callEntry, replay, type Journal } from '../account/journal.ts';
import { SIGNED_OUT } from '../session/facts.ts';
import { readEarlier } from './reading.ts';
import { TRAVEL } from './travel.ts';
import type { Store } from './workspaces.ts';
import { MOST_CHANGES, MOST_COMMITS } from './writing.ts';

/** All entries, from the first, as they come in from a load and what it leaves for later. */
async function wholeJournal(store: Store, id: string): Promise<Journal> {
  let { entries, from } = value(await store.load(id));
  while (from > 2) {
    const earlier = value(await store.earlier(id, from));
    entries = [...earlier.entries, ...entries];
    from = earlier.from;
  }
  return entries;
}

test('everything comes back in another store on the same scope', async () => {
  const profile = new Profile();
  const first = await profile.open();
  const writer = await Writer.make(first);
  const { id } = writer;
  const nothing = { activity: NO_ACTIVITY, entries: [], from: 2, loss: null };
  expect(value(await first.load(id))).toEqual({
    ...nothing,
    id,
    revision: 1,
    scenario: library,
    session: SIGNED_OUT,
    ahead: 0,
  });
  await writer.commit([read('a'), read('b')], renamed('Changed'));
  await writer.put('new');
  await writer.read('c');
  // No close: a crash closes nothing either.
  const second = await profile.open();
  const loaded = value(await second.load(id));
  expect(loaded).toMatchObject({ id, revision: 4, session, from: 2, loss: null });
  expect(loaded.scenario).toEqual(writer.scenario);
  expect(notesIn(loaded.scenario)).toBe('new');
  expect(eventsOf(loaded.entries)).toEqual(['a', 'b', 'put-new', 'c']);
  expect(replay(library.world, loaded.entries)).toEqual(writer.scenario.world);
  expect(value(await second.list())).toEqual([
    { id, title: 'Changed', changed: expect.any(Number) as number, events: 4 },
  ]);
});

test('undo, redo and gaps come back as they are', async () => {
  const profile = new Profile();
  const store = await profile.open();
  const { entry } = callEntry(library.world, event('a'), []);
  const step = { id: 's', time: '2026-11-22T10:00:00Z', eventID: 'a', eventName: 'GetObject' };
  const entries: Journal = [
    entry,
    { kind: 'undo', ...step, changes: [], inverse: [] },
    { kind: 'redo', ...step, changes: [], inverse: [] },
    { kind: 'gap', event: null },
    { kind: 'gap', event: event('old') },
  ];
  const { id } = value(await store.create(library, entries));
  expect(value(await (await profile.open()).load(id)).entries).toEqual(entries);
  expect(value(await store.list())[0]?.events).toBe(2);
});

test('the newest entries come at once, the others batch by batch, all in order', async () => {
  const profile = new Profile();
  const store = await profile.open();
  const entries = Array.from({ length: 3_000 }, (_, at) => read(`e${at}`));
  // A history that is stored all at once, and then one commit after the other.
  const { id, revision } = value(await store.create(library, entries.slice(0, 2_700)));
  let seen = revision;
  for (const entry of entries.slice(2_700)) {
    const commit = { workspace: id, revision: seen, scenario: library, session, ahead: 0, entries: [entry] };
    seen = value(await store.commit(commit)).revision;
  }
  const loaded = value(await store.load(id));
  expect(loaded.entries.length).toBeGreaterThanOrEqual(200);
  expect(loaded.entries.length).toBeLessThan(1_000);
  expect(await wholeJournal(store, id)).toEqual(entries);
  const database = await profile.beneath();
  let { entries: read50, from } = loaded;
  while (from > 2) {
    const earlier = await readEarlier(database, id, from, profile.now(), 50);
    read50 = [...earlier.entries, ...read50];
    from = earlier.from;
  }
  expect(read50).toEqual(entries);
});

test('of a history that came as a file no more is read at first than of one that was lived', async () => {
  const store = await new Profile().open();
  const history = Array.from({ length: 1_500 }, (_, at) => read(`${at}`));
  const { id } = value(await store.create(library, history));
  const { entries, from } = value(await store.load(id));
  expect(entries.length).toBeGreaterThanOrEqual(200);
  expect(entries.length).toBeLessThan(700);
  expect(from).toBeGreaterThan(2);
  expect(eventsOf(await wholeJournal(store, id))).toEqual(eventsOf(history));
});

test('snapshots are taken as the journal grows; two are kept, and all of them lead to today', async () => {
  const profile = new Profile();
  const store = await profile.open();
  const writer = await Writer.make(store);
  const { snapshots } = await profile.beneath();
  const revisions = async () =>
    (await snapshots.toCollection().primaryKeys()).map(([, revision]) => revision);
  for (let at = 0; at < MOST_CHANGES - 1; at++) await writer.put(`${at}`);
  expect(await revisions()).toEqual([0, 1]);
  await writer.put('one more');
  expect(await revisions()).toEqual([1, MOST_CHANGES + 1]);
  await writer.expectWhole(await profile.open());
  for (let at = 0; at < MOST_CHANGES + 3; at++) await writer.put(`again ${at}`);
  expect(await revisions()).toEqual([MOST_CHANGES + 1, 2 * MOST_CHANGES + 1]);
  await writer.expectWhole(await profile.open());
  // What is large is not made again for long, either.
  for (let at = 0; at < 3; at++) await writer.put('x'.repeat(60_000 + at));
  expect((await revisions()).at(-1)).toBeGreaterThan(2 * MOST_CHANGES + 1);
  await writer.expectWhole(await profile.open());
});

test('reading alone leads to a snapshot in the end, or it would all have to be read at once', async () => {
  const profile = new Profile();
  const store = await profile.open();
  const writer = await Writer.make(store);
  for (let at = 0; at < MOST_COMMITS; at++) await writer.read(`e${at}`);
  const { snapshots } = await profile.beneath();
  expect(await snapshots.count()).toBe(2);
  expect(await wholeJournal(store, writer.id)).toHaveLength(MOST_COMMITS);
});

test('the list has the newest change first', async () => {
  const store = await new Profile().open();
  const one = await Writer.make(store, renamed('One'));
  const two = await Writer.make(store, renamed('Two'));
  expect(value(await store.list()).map(({ title }) => title)).toEqual(['Two', 'One']);
  await one.read('a');
  expect(value(await store.list()).map(({ title }) => title)).toEqual(['One', 'Two']);
  expect(two.id).not.toBe(one.id);
});

test('what was open last is remembered, until it is gone', async () => {
  const profile = new Profile();
  const store = await profile.open();
  expect(value(await store.lastOpen())).toBeNull();
  const { id } = value(await store.create(library));
  value(await store.setLastOpen(id));
  expect(value(await (await profile.open()).lastOpen())).toBe(id);
  value(await store.remove(id));
  expect(value(await store.lastOpen())).toBeNull();
  value(await store.setLastOpen(null));
  expect(value(await store.lastOpen())).toBeNull();
});

test('removing one workspace leaves nothing of it, and the others alone', async () => {
  const profile = new Profile();
  const store = await profile.open();
  const [gone, kept] = [await Writer.make(store), await Writer.make(store)];
  for (const writer of [gone, kept]) await writer.put('x');
  value(await store.remove(gone.id));
  expect(await store.load(gone.id)).toMatchObject({ ok: false, error: { kind: 'missing' } });
  await kept.expectWhole(store);
  const { journal, snapshots, sessions } = await profile.beneath();
  expect([await journal.count(), await snapshots.count(), await sessions.count()]).toEqual([1, 2, 1]);
});

test('copies of the app under other paths keep apart', async () => {
  await Writer.make(await new Profile().open());
  expect(value(await (await new Profile().open()).list())).toEqual([]);
});

test('the table of what may travel names every field that is stored', async () => {
  const profile = new Profile();
  const store = await profile.open();
  const writer = await Writer.make(store);
  await writer.read('a');
  value(await store.setLastOpen(writer.id));
  value(await store.changeKeyring(writer.id, (keyring) => keyring));
  const { dexie, sessions } = await profile.beneath();
  await sessions.put({ workspace: writer.id, facts: 'damaged' as never });
  await store.load(writer.id);
  await writer.read('b');
  const stored = await Promise.all(
    dexie.tables.map(async (table) => {
      const [record] = (await table.toArray()) as object[];
      return [table.name, Object.keys(record ?? {}).sort()];
    }),
  );
  const named = Object.entries(TRAVEL).map(([table, fields]) => [table, Object.keys(fields).sort()]);
  expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(named));
});
