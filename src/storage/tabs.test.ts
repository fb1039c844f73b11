// Two tabs: one writes at a time, the other is told and follows, and a newer build takes over.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
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
import { databaseName, DATABASE_VERSION } from './database.ts';

test('the second writer is told, and nothing of theirs is written', async () => {
  const profile = new Profile();
  const [first, second] = [await profile.open(), await profile.open()];
  const { id, revision } = value(await first.create(library));
  const mine = {
    workspace: id,
    revision,
    scenario: renamed('Mine'),
    session,
    ahead: 0,
    entries: [read('mine')],
  };
  const theirs = { ...mine, scenario: renamed('Theirs'), entries: [read('theirs')] };
  value(await first.commit(mine));
  expect(await second.commit(theirs)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  const loaded = value(await second.load(id));
  expect([loaded.scenario.title, eventsOf(loaded.entries)]).toEqual(['Mine', ['mine']]);
});

test('of two that write at the same moment, one wins whole', async () => {
  const profile = new Profile();
  const [first, second] = [await profile.open(), await profile.open()];
  const { id, revision } = value(await first.create(library));
  const commit = (name: string) => ({
    workspace: id,
    revision,
    scenario: renamed(name),
    session,
    ahead: 0,
    entries: [read(name)],
  });
  const outcomes = await Promise.all([first.commit(commit('One')), second.commit(commit('Two'))]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const loaded = value(await first.load(id));
  expect(eventsOf(loaded.entries)).toEqual([loaded.scenario.title]);
});

test('a tab that follows gets only what it has not seen', async () => {
  const profile = new Profile();
  const writer = await Writer.make(await profile.open());
  await writer.put('one');
  const other = await profile.open();
  const { revision, scenario } = value(await other.load(writer.id));
  await writer.put('two');
  await writer.read('a', 'b');
  // Not even looked at: neither the world nor what was known before.
  const { snapshots, journal } = await profile.beneath();
  await snapshots.clear();
  await journal.where('[workspace+revision]').belowOrEqual([writer.id, revision]).delete();
  const news = value(await other.news({ workspace: writer.id, revision, scenario }));
  expect(news.kind).toBe('more');
  expect(eventsOf(news.entries)).toEqual(['put-two', 'a', 'b']);
  expect([news.revision, notesIn(news.scenario)]).toEqual([writer.revision, 'two']);
  expect(news.scenario).toEqual(writer.scenario);
});

test('a new title comes with the news', async () => {
  const profile = new Profile();
  const writer = await Writer.make(await profile.open());
  const known = { workspace: writer.id, revision: writer.revision, scenario: library };
  await writer.commit([], { ...library, title: 'Another', story: 'Why?' });
  const { scenario } = value(await (await profile.open()).news(known));
  expect([scenario.title, scenario.story]).toEqual(['Another', 'Why?']);
});

test('where the news do not follow on what is known, the whole is loaded', async () => {
  const profile = new Profile();
  const writer = await Writer.make(await profile.open());
  const known = { workspace: writer.id, revision: writer.revision, scenario: library };
  for (const body of ['one', 'two', 'three']) await writer.put(body);
  const { journal, workspaces } = await profile.beneath();
  await journal.update([writer.id, 3], { entries: 'damaged' as never });
  const news = value(await writer.store.news(known));
  expect(news).toMatchObject({ kind: 'whole', revision: 5 });
  expect(notesIn(news.scenario)).toBe('one');
  // And a tab that knows what is no more gets what is there now.
  const ahead = { workspace: writer.id, revision: 4, scenario: writer.scenario };
  expect(notesIn(value(await writer.store.news(ahead)).scenario)).toBe('one');
  await workspaces.delete(writer.id);
  expect(await writer.store.news(known)).toMatchObject({ ok: false, error: { kind: 'missing' } });
});

test('a workspace that was removed in another tab', async () => {
  const profile = new Profile();
  const store = await profile.open();
  const { id, revision } = value(await store.create(library));
  value(await (await profile.open()).remove(id));
  const commit = { workspace: id, revision, scenario: library, session, ahead: 0, entries: [] };
  expect(await store.commit(commit)).toMatchObject({ ok: false, error: { kind: 'missing' } });
});

test('a newer build takes over: this tab is told, closes, and never writes again', async () => {
  const profile = new Profile();
  const onClosed = vi.fn();
  const store = await profile.open(onClosed);
  const { id, revision } = value(await store.create(library));
  const newer = new Dexie(databaseName(profile.scope));
  newer.version(DATABASE_VERSION + 1).stores({ workspaces: 'id', journal: null, snapshots: null });
  await newer.open();
  expect(onClosed).toHaveBeenCalledOnce();
  const commit = { workspace: id, revision, scenario: library, session, ahead: 0, entries: [] };
  expect(await store.commit(commit)).toMatchObject({ ok: false, error: { kind: 'closed' } });
  expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'closed' } });
  expect(newer.backendDB().version).toBe((DATABASE_VERSION + 1) * 10);
  expect(onClosed).toHaveBeenCalledOnce();
  newer.close();
});
