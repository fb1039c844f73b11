// Faults of the disk: killed between any two writes, or full at any of them, nothing that was committed is lost.
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { duringFault, type Fault } from '../../tests/storage/faults.ts';
import { library, notesIn, Profile, read, value, Writer } from '../../tests/storage/store.ts';
import { dump, fillVersion1, OLD } from '../../tests/storage/version-1.ts';
import type { Result } from '../aws/result.ts';
import { databaseName } from './database.ts';
import type { StorageError } from './errors.ts';
import { openStore, type Store } from './workspaces.ts';
import { MOST_CHANGES } from './writing.ts';

// Every write is tried in turn, each in a database of its own: a busy machine takes long.
vi.setConfig({ testTimeout: 60_000 });

const FAULTS: readonly Fault[] = ['kill', 'full'];
const KINDS: Readonly<Record<Fault, string>> = { kill: 'failed', full: 'quotaExceeded' };

type Act = (store: Store, writer: Writer) => Promise<Result<unknown, StorageError>>;

const commit: Act = (store, writer) => store.commit(writer.next('new'));

/** A workspace with a few commits, so that the next change takes a snapshot and an old one goes, and another workspace. */
async function filled(changes = 3) {
  const profile = new Profile();
  const store = await profile.open();
  await Writer.make(store);
  const writer = await Writer.make(store);
  for (let at = 0; at < changes; at++) await writer.put(`${at}`);
  return { profile, store, writer };
}

describe.each(FAULTS)('%s', (fault) => {
  test.each<[string, number, Act]>([
    ['a commit', 3, commit],
    ['a commit that takes a snapshot, and drops the one before the last', 2 * MOST_CHANGES - 1, commit],
    ['a new workspace with a history', 1, (store) => store.create(library, [read('a'), read('b')])],
    ['removing a workspace', 3, (store, { id }) => store.remove(id)],
    ['remembering what is open', 1, (store, { id }) => store.setLastOpen(id)],
  ])('%s: at any write, all is as before, and why is told', async (_what, changes, act) => {
    let tried = 0;
    for (let nth = 1; ; nth++) {
      const { profile, store, writer } = await filled(changes);
      const before = await profile.everything();
      const committed = writer.scenario;
      const { struck, value: answer } = await duringFault(nth, fault, () => act(store, writer));
      if (!struck) {
        expect(answer.ok).toBe(true);
        break;
      }
      tried++;
      expect(answer).toMatchObject({ ok: false, error: { kind: KINDS[fault] } });
      expect(await profile.everything()).toEqual(before);
      // Another tab, or the same after a reload, has everything, and goes on.
      const again = await profile.open();
      expect(value(await again.load(writer.id)).scenario).toEqual(committed);
      expect((await act(again, writer)).ok).toBe(true);
    }
    expect(tried).toBeGreaterThan(0);
  });

  test('mending what is damaged: cut short at any write, it is mended the next time', async () => {
    let tried = 0;
    for (let nth = 1; ; nth++) {
      const { profile, store, writer } = await filled();
      const { journal, snapshots } = await profile.beneath();
      await journal.update([writer.id, 4], { entries: 'damaged' as never });
      await snapshots.put({ workspace: writer.id, revision: 4, scenario: 'damaged' });
      const before = await profile.everything();
      const { struck, value: answer } = await duringFault(nth, fault, () => store.load(writer.id));
      if (struck) {
        tried++;
        expect(answer.ok).toBe(false);
        expect(await profile.everything()).toEqual(before);
      }
      const loaded = struck ? value(await (await profile.open()).load(writer.id)) : value(answer);
      expect(notesIn(loaded.scenario)).toBe('1');
      expect(loaded.loss).not.toBeNull();
      expect(value(await store.setAsideRecords())).toHaveLength(2);
      if (!struck) break;
    }
    expect(tried).toBeGreaterThan(3);
  });

  test('bringing an old database up to date: cut short at any write, it is as it was, and done the next time', async () => {
    let tried = 0;
    for (let nth = 1; ; nth++) {
      const profile = new Profile();
      const name = databaseName(profile.scope);
      await fillVersion1(name);
      const before = await dump(name);
      const { struck, value: answer } = await duringFault(nth, fault, () => openStore(profile.options()));
      if (struck) {
        tried++;
        expect(answer).toMatchObject({
          ok: false,
          error: { kind: fault === 'full' ? 'quotaExceeded' : 'upgradeFailed' },
        });
        expect(await dump(name)).toEqual(before);
      }
      const store = struck ? await profile.open() : value(answer);
      expect(value(await store.load(OLD)).scenario).toEqual(library);
      if (!struck) break;
    }
    expect(tried).toBeGreaterThan(5);
  });
});
