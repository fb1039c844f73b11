// Usage: known right after opening, whole, however much of the history is not read yet and whatever is damaged.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { event } from '../../tests/fixtures/event.ts';
import { library, Profile, read, session, value, Writer } from '../../tests/storage/store.ts';
import { NO_ACTIVITY, type Activity } from '../account/activity.ts';
import { withEntries } from '../account/activity-of-events.ts';
import type { Journal, JournalEntry } from '../account/journal.ts';
import { lookup } from '../account/table.ts';
import { memoryStore } from './memory.ts';
import type { SnapshotRecord } from './records.ts';
import { readUsage } from './usage-schema.ts';
import type { Store } from './workspaces.ts';
import { MOST_COMMITS } from './writing.ts';

const KEY = 'AKIAUSEDLONGAGO00000';

/** A call with a key that is used but once. */
const once = (day: number): JournalEntry => {
  const made = event(`once-${day}`);
  const eventTime = `2026-10-${String(day).padStart(2, '0')}T09:00:00Z`;
  return {
    kind: 'call',
    event: { ...made, eventTime, userIdentity: { ...made.userIdentity, type: 'IAMUser', accessKeyId: KEY } },
    changes: [],
    inverse: [],
  };
};

/** The key is used, and then so much is done that its use is long ago when the workspace is opened. */
async function longAgo(): Promise<{ profile: Profile; writer: Writer; all: Journal }> {
  const profile = new Profile();
  const writer = await Writer.make(await profile.open());
  const all = [once(1), ...Array.from({ length: MOST_COMMITS + 300 }, (_, at) => read(`e${at}`))];
  for (const entry of all) await writer.commit([entry]);
  return { profile, writer, all };
}

const usedAt = ({ accessKeys }: Activity): string | undefined => lookup(accessKeys, KEY)?.date;
const activityIn = async (store: Store, id: string): Promise<Activity> =>
  value(await store.load(id)).activity;

test('what was used long ago is known before the history is read', async () => {
  const { profile, writer, all } = await longAgo();
  const loaded = value(await (await profile.open()).load(writer.id));
  expect(loaded.from).toBeGreaterThan(2);
  expect(loaded.activity).toEqual(withEntries(NO_ACTIVITY, all));
  expect(usedAt(loaded.activity)).toBe('2026-10-01T09:00:00Z');
  expect(usedAt(withEntries(NO_ACTIVITY, loaded.entries))).toBeUndefined();
});

test.each<[string, (snapshot: SnapshotRecord) => object]>([
  ['an older build wrote the snapshots', ({ usage: _none, ...snapshot }) => snapshot],
  ['it is damaged', (snapshot) => ({ ...snapshot, usage: { accessKeys: 7 } })],
])('where %s, it is worked out of the journal, once', async (_why, change) => {
  const { profile, writer, all } = await longAgo();
  const { snapshots } = await profile.beneath();
  for (const one of await snapshots.toArray())
    await snapshots.put(change(one as SnapshotRecord) as SnapshotRecord);
  const store = await profile.open();
  expect(await activityIn(store, writer.id)).toEqual(withEntries(NO_ACTIVITY, all));
  const newest = (await snapshots.toArray()).at(-1) as SnapshotRecord;
  expect(readUsage(newest.usage)).toEqual(withEntries(NO_ACTIVITY, all));
  expect(await activityIn(store, writer.id)).toEqual(withEntries(NO_ACTIVITY, all));
});

test('a snapshot that cannot be read takes nothing of it along', async () => {
  const { profile, writer, all } = await longAgo();
  const { snapshots } = await profile.beneath();
  const newest = (await snapshots.toArray()).at(-1) as SnapshotRecord;
  expect(newest.revision).toBeGreaterThan(1);
  await snapshots.put({ ...newest, scenario: '{' });
  expect(await activityIn(await profile.open(), writer.id)).toEqual(withEntries(NO_ACTIVITY, all));
});

test('a record that cannot be read tells nothing, and takes no other along', async () => {
  const { profile, writer } = await longAgo();
  const { journal, snapshots } = await profile.beneath();
  await journal.put({ workspace: writer.id, revision: 40, entries: 'none' } as never);
  for (const one of await snapshots.toArray()) {
    const { usage: _none, ...older } = one as SnapshotRecord;
    await snapshots.put(older);
  }
  expect(usedAt(await activityIn(await profile.open(), writer.id))).toBe('2026-10-01T09:00:00Z');
});

test('what comes with a backup counts', async () => {
  const store = await new Profile().open();
  const { id } = value(await store.create(library, [once(1), read('a')]));
  expect(usedAt(await activityIn(store, id))).toBe('2026-10-01T09:00:00Z');
});

test('later uses count, from other tabs as well', async () => {
  const profile = new Profile();
  const [here, there] = [await profile.open(), await profile.open()];
  const writer = await Writer.make(here);
  await writer.commit([once(1)]);
  await Writer.on(there, writer.id, writer.revision).commit([once(2)]);
  expect(usedAt(await activityIn(here, writer.id))).toBe('2026-10-02T09:00:00Z');
});

test('where the browser keeps nothing it is known as well', async () => {
  const { now } = new Profile();
  const store = memoryStore({ now, newId: () => 'id' });
  const { id, revision } = value(await store.create(library, [once(1)]));
  value(
    await store.commit({ workspace: id, revision, scenario: library, session, ahead: 0, entries: [once(2)] }),
  );
  expect(usedAt(await activityIn(store, id))).toBe('2026-10-02T09:00:00Z');
});
