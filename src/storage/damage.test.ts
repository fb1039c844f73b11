// Damaged records: what was committed and can be read is there, the rest is set aside untouched, and each is told.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
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
import { SIGNED_OUT } from '../session/facts.ts';
import type { Store } from './workspaces.ts';
import { MOST_CHANGES } from './writing.ts';

const download = async (store: Store, id: string): Promise<unknown> =>
  JSON.parse(await value(await store.downloadSetAside(id)).blob.text());

/** Every record set aside, as it is downloaded. */
const allAside = async (store: Store) => {
  const records = value(await store.setAsideRecords());
  return Promise.all(records.map(async (one) => ({ ...one, file: await download(store, one.id) })));
};

/** A workspace of two commits: a read, and a write. */
async function filled() {
  const profile = new Profile();
  const store = await profile.open();
  const writer = await Writer.make(store);
  await writer.read('a');
  await writer.put('new');
  return { profile, store, writer, id: writer.id, database: await profile.beneath() };
}

describe('a record of the journal', () => {
  test.each<[string, (record: object) => unknown]>([
    ['that is nonsense', () => ({ revision: 3, entries: 'what?' })],
    ['with an event that is none', (record) => ({ ...record, entries: [{ ...read('x'), event: {} }] })],
    ['with a change of no kind', (record) => ({ ...record, entries: [{ ...read('x'), changes: [{}] }] })],
    [
      'with a change that cannot be applied',
      (record) => ({
        ...record,
        entries: [
          {
            ...read('x'),
            changes: [{ kind: 'objectPut', account: '111122223333', bucket: 'quiet-archive' }],
          },
        ],
      }),
    ],
    [
      'with a change that breaks a rule',
      (record) => ({
        ...record,
        entries: [
          {
            ...read('x'),
            changes: [{ kind: 'accountSet', account: '111122223333', field: 'alias', value: 'NOT AN ALIAS' }],
          },
        ],
      }),
    ],
  ])('%s: what was before it is there, it and what builds on it go aside', async (_what, damaged) => {
    const { profile, store, writer, id, database } = await filled();
    const key: [string, number] = [id, 4];
    await writer.put('damaged');
    await writer.read('after');
    await database.journal.put({
      ...(damaged((await database.journal.get(key)) as object) as object),
      workspace: id,
      revision: 4,
    } as never);
    const gone = await database.journal.where('[workspace+revision]').aboveOrEqual(key).toArray();

    const loaded = value(await store.load(id));
    expect(notesIn(loaded.scenario)).toBe('new');
    expect(eventsOf(loaded.entries)).toEqual(['a', 'put-new', undefined]);
    expect(loaded.loss).toContain('kept aside');
    expect(loaded.session).toEqual(session);
    const [aside, ...more] = await allAside(store);
    expect(more).toEqual([]);
    expect(aside?.reason).toContain('from commit 4 to 5');
    expect(aside?.file).toMatchObject({ content: { journal: gone } });
    expect(value(await store.list())[0]?.events).toBe(2);

    // It is told once, and it goes on from there.
    const { revision, scenario, loss } = value(await (await profile.open()).load(id));
    expect([revision, loss]).toEqual([6, null]);
    expect(scenario).toEqual(loaded.scenario);
    writer.revision = revision;
    writer.scenario = scenario;
    await writer.put('again');
    await writer.expectWhole(await profile.open());
  });

  test('that is missing is like one that is damaged', async () => {
    const { store, writer, id, database } = await filled();
    await writer.put('later');
    await database.journal.delete([id, 3]);
    const { scenario, loss } = value(await store.load(id));
    expect(loss).not.toBeNull();
    expect(notesIn(scenario)).toBeUndefined();
    expect(await allAside(store)).toMatchObject([{ file: { content: { journal: [{ revision: 4 }] } } }]);
  });

  test('long after the first snapshot: what was before it is there, and its history', async () => {
    const { profile, store, writer, id, database } = await filled();
    for (let at = 0; at < MOST_CHANGES + 5; at++) await writer.put(`${at}`);
    await database.journal.update([id, writer.revision - 1], { entries: 'damaged' as never });
    const loaded = value(await store.load(id));
    expect(notesIn(loaded.scenario)).toBe(`${MOST_CHANGES + 2}`);
    expect(loaded.loss).toContain('kept aside');
    expect(loaded.entries).toHaveLength(MOST_CHANGES + 6);
    expect(value(await store.list())[0]?.events).toBe(MOST_CHANGES + 5);
    const again = value(await (await profile.open()).load(id));
    expect(again.scenario).toEqual(loaded.scenario);
    expect(eventsOf(again.entries)).toEqual(eventsOf(loaded.entries));
  });

  test('from before the snapshot costs one entry of the list, and nothing of the account', async () => {
    const { profile, store, writer, id, database } = await filled();
    for (let at = 0; at < MOST_CHANGES; at++) await writer.put(`${at}`);
    const bad = {
      workspace: id,
      revision: 3,
      version: library.version,
      entries: [{ kind: 'call', event: 'what?' }],
    };
    await database.journal.put(bad as never);
    const loaded = value(await store.load(id));
    expect(loaded.loss).toContain('One entry of the activity list could not be read.');
    expect(loaded.scenario).toEqual(writer.scenario);
    expect(loaded.entries.slice(0, 3)).toMatchObject([
      read('a'),
      { kind: 'gap', event: null },
      { kind: 'call' },
    ]);
    const [aside, ...more] = await allAside(store);
    expect(more).toEqual([]);
    expect(aside?.reason).toBe(
      'One entry of the activity list could not be read. The account itself is whole.',
    );
    expect(aside?.file).toMatchObject({ content: { journal: [bad] } });
    // Once.
    expect(value(await (await profile.open()).load(id))).toEqual({ ...loaded, loss: null });
    expect(await allAside(store)).toHaveLength(1);
  });

  test('of a newer build stays where it is, and so does all else', async () => {
    const { profile, store, id, database } = await filled();
    await database.journal.update([id, 3], { version: 99, entries: [{ kind: 'later' }] as never });
    const before = await profile.everything();
    expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'newerVersion' } });
    expect(await profile.everything()).toEqual(before);
  });
});

describe('a snapshot', () => {
  test.each<[string, unknown]>([
    ['cut off', '{"format":"rolecall-scenario","version":2,"ti'],
    ['that breaks a rule', JSON.stringify({ ...library, world: { organization: null, accounts: {} } })],
    ['that is no scenario', null],
  ])('%s: the account comes from the one before it, and nothing is missing', async (_what, damaged) => {
    const { profile, store, writer, id, database } = await filled();
    for (let at = 0; at < MOST_CHANGES + 7; at++) await writer.put(`${at}`);
    const [, newest] = (await database.snapshots.toCollection().primaryKeys()) as [unknown, [string, number]];
    await database.snapshots.put({ workspace: id, revision: newest[1], scenario: damaged as string });
    await writer.expectWhole(store);
    const [aside, ...more] = await allAside(store);
    expect(more).toEqual([]);
    expect(aside?.reason).toContain('nothing is missing');
    expect(aside?.file).toMatchObject({ content: { snapshots: [{ scenario: damaged }] } });
    // And there is a good one again.
    expect(await database.snapshots.count()).toBe(2);
    await database.journal.clear();
    await writer.expectWhole(await profile.open());
  });

  test.each([
    ['lived', []],
    ['with a history that came as a file', [read('x'), read('y')]],
  ])(
    '%s, and the only one: the account comes from its copy, and nothing is missing',
    async (_what, history) => {
      const profile = new Profile();
      const store = await profile.open();
      const { id, revision } = value(await store.create(library, history));
      const writer = Writer.on(store, id, revision);
      await writer.put('new');
      const { snapshots } = await profile.beneath();
      await snapshots.update([id, revision], { scenario: 'damaged' });
      const loaded = value(await store.load(id));
      expect(loaded).toMatchObject({ loss: null, scenario: writer.scenario });
      expect(eventsOf(loaded.entries)).toEqual([...eventsOf(history), 'put-new']);
      const [aside, ...more] = await allAside(store);
      expect(more).toEqual([]);
      expect(aside?.reason).toContain('nothing is missing');
      expect(aside?.file).toMatchObject({ content: { snapshots: [{ revision, scenario: 'damaged' }] } });
      await writer.put('again');
      await writer.expectWhole(await profile.open());
    },
  );

  test('when none can be read, the whole workspace goes aside, untouched', async () => {
    const { store, id, database } = await filled();
    const bad = JSON.stringify({ ...library, title: 'x', handout: 7 });
    await database.snapshots.toCollection().modify({ scenario: bad } as never);
    await database.workspaces.update(id, { handout: 7 as never });
    const record = await database.workspaces.get(id);
    const journal = await database.journal.toArray();
    const loaded = await store.load(id);
    expect(loaded).toMatchObject({ ok: false, error: { kind: 'setAside' } });
    expect(!loaded.ok && loaded.error.message).toContain('handout: must be Array, but is 7.');
    expect(value(await store.list())).toEqual([]);
    expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'missing' } });
    const [aside, ...more] = await allAside(store);
    expect(more).toEqual([]);
    expect(aside).toMatchObject({
      workspace: id,
      reason:
        'What the account was like is lost: handout: must be Array, but is 7. What was done in it is not: 2 events can still be read.',
    });
    expect(aside?.file).toMatchObject({
      content: {
        workspace: record,
        session: { workspace: id, facts: session },
        snapshots: [{ scenario: bad }, { scenario: bad }],
        journal,
      },
    });
    expect(await Promise.all([database.snapshots.count(), database.journal.count()])).toEqual([0, 0]);
  });

  test('of a newer build stays where it is', async () => {
    const { profile, store, id, database } = await filled();
    await database.snapshots.update([id, 1], { scenario: JSON.stringify({ ...library, version: 99 }) });
    const before = await profile.everything();
    expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'newerVersion' } });
    await database.snapshots.update([id, 1], { scenario: JSON.stringify(library) });
    await database.workspaces.update(id, { version: 99 });
    expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'newerVersion' } });
    await database.workspaces.update(id, { version: library.version });
    await database.snapshots.update([id, 1], { scenario: JSON.stringify({ ...library, version: 99 }) });
    expect(await profile.everything()).toEqual(before);
  });
});

describe('a workspace or session', () => {
  test('a record that is no workspace is set aside by the list, which goes on', async () => {
    const { store, id, database } = await filled();
    const other = value(await store.create(renamed('Other')));
    await database.workspaces.update(id, { revision: 'many' as never });
    expect(value(await store.list()).map((each) => each.id)).toEqual([other.id]);
    expect(value(await store.setAsideRecords())).toMatchObject([{ workspace: id }]);
    expect(await allAside(store)).toMatchObject([
      { file: { content: { journal: [{}, {}], snapshots: [{}, {}] } } },
    ]);
  });

  test('an unreadable session goes aside, and nobody is signed in', async () => {
    const { store, id, database } = await filled();
    await database.sessions.put({ workspace: id, facts: { kind: 'signedIn', caller: 'me' } as never });
    expect(value(await store.load(id)).session).toEqual(SIGNED_OUT);
    expect(value(await store.setAsideRecords())).toMatchObject([{ workspace: id }]);
  });

  test('what is not there cannot be downloaded', async () => {
    const store = await new Profile().open();
    expect(await store.downloadSetAside('7')).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });
});

test('nothing is written that could not be read back, and it is said in words', async () => {
  const { profile, store, writer, id } = await filled();
  const before = await profile.everything();
  const commit = {
    workspace: id,
    revision: writer.revision,
    scenario: writer.scenario,
    session,
    ahead: 0,
    entries: [],
  };
  const unsound = await store.commit({
    ...commit,
    scenario: { ...library, world: { organization: null, accounts: {} } },
  });
  expect(unsound).toMatchObject({ ok: false, error: { kind: 'unsound' } });
  expect(!unsound.ok && unsound.error.message).toContain('handout › 1');
  const entries = [read('fine'), { ...read('bad'), event: event('bad', { userAgent: 7 as never }) } as never];
  expect(await store.commit({ ...commit, entries })).toMatchObject({ ok: false, error: { kind: 'unsound' } });
  expect(await store.create(renamed(''))).toMatchObject({ ok: false, error: { kind: 'unsound' } });
  expect(await profile.everything()).toEqual(before);
});
