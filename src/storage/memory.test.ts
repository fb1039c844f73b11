// The store without a database behaves as the other does, for as long as it is held.
import { expect, test } from 'vitest';
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
import { SIGNED_OUT } from '../session/facts.ts';
import { EMPTY_KEYRING, type Keyring } from '../session/keyring.ts';
import { memoryStore } from './memory.ts';

const fresh = () => memoryStore(new Profile().options());

test('what was written is there, in order', async () => {
  const store = fresh();
  const writer = await Writer.make(store);
  expect(value(await store.load(writer.id))).toEqual({
    id: writer.id,
    revision: 1,
    activity: NO_ACTIVITY,
    scenario: library,
    session: SIGNED_OUT,
    ahead: 0,
    entries: [],
    from: 2,
    loss: null,
  });
  await writer.commit([read('a'), read('b')], renamed('Changed'));
  await writer.put('new');
  const loaded = value(await store.load(writer.id));
  expect(notesIn(loaded.scenario)).toBe('new');
  expect(eventsOf(loaded.entries)).toEqual(['a', 'b', 'put-new']);
  expect(loaded).toMatchObject({ revision: 3, session, from: 2 });
  expect(value(await store.news({ workspace: writer.id, revision: 1, scenario: library }))).toMatchObject({
    kind: 'whole',
    revision: 3,
  });
  expect(value(await store.earlier(writer.id, 2))).toEqual({ entries: [], from: 2, loss: null });
});

test('lists the newest change first, knows what is open, and forgets what is removed', async () => {
  const store = fresh();
  const [one, other] = [await Writer.make(store, renamed('One')), await Writer.make(store, renamed('Other'))];
  await one.read('a');
  expect(value(await store.list()).map(({ title, events }) => [title, events])).toEqual([
    ['One', 1],
    ['Other', 0],
  ]);
  value(await store.setLastOpen(one.id));
  expect(value(await store.lastOpen())).toBe(one.id);
  value(await store.remove(one.id));
  expect(value(await store.lastOpen())).toBeNull();
  expect(value(await store.list()).map(({ id }) => id)).toEqual([other.id]);
  for (const refused of [await store.load(one.id), await store.commit(one.next('x'))])
    expect(refused).toMatchObject({ ok: false, error: { kind: 'missing' } });
  store.close();
  expect(value(await store.list())).toEqual([]);
});

test('keeps a keyring beside a workspace, and tells who follows it', async () => {
  const store = fresh();
  const { id } = await Writer.make(store);
  const told: Keyring[] = [];
  const end = store.followKeyring(id, (keyring) => told.push(keyring));
  const kept = { ...EMPTY_KEYRING, profiles: [{ name: 'noor', settings: { region: 'us-east-1' } }] };
  const changed = value(await store.changeKeyring(id, () => kept));
  end();
  value(await store.changeKeyring(id, () => EMPTY_KEYRING));
  expect(told).toEqual([EMPTY_KEYRING, changed]);
  expect(value(await store.keyring(id))).toEqual(EMPTY_KEYRING);
  expect(await store.changeKeyring('gone', () => kept)).toMatchObject({ error: { kind: 'missing' } });
});

test('is as strict as the other: nothing unsound, and nothing over what was not seen', async () => {
  const store = fresh();
  expect(await store.create(renamed(''))).toMatchObject({ ok: false, error: { kind: 'unsound' } });
  const writer = await Writer.make(store);
  const stale = writer.next('stale');
  await writer.put('new');
  expect(await store.commit(stale)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  expect(value(await store.setAsideRecords())).toEqual([]);
  expect(await store.downloadSetAside('1')).toMatchObject({ ok: false, error: { kind: 'missing' } });
});
