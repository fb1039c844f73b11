// Opening the database: of a newer build, held by an old tab, refused by the browser; each is told, and nothing is harmed.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { Profile } from '../../tests/storage/store.ts';
import { databaseName, DATABASE_VERSION } from './database.ts';
import { openStore } from './workspaces.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('closing on purpose is nothing to report', async () => {
  const onClosed = vi.fn();
  const store = await new Profile().open(onClosed);
  store.close();
  expect(onClosed).not.toHaveBeenCalled();
  expect(await store.list()).toMatchObject({ ok: false, error: { kind: 'closed' } });
});

test('a database of a newer build is left exactly as it is', async () => {
  const profile = new Profile();
  const newer = new Dexie(databaseName(profile.scope));
  newer.version(DATABASE_VERSION + 1).stores({ somethingElse: 'id' });
  await newer.open();
  newer.close();
  const opened = await openStore(profile.options());
  expect(opened).toMatchObject({ ok: false, error: { kind: 'newerVersion' } });
  expect(!opened.ok && opened.error.message).toContain('Nothing was changed. Reload the page');
  const after = (await indexedDB.databases()).find(({ name }) => name === databaseName(profile.scope));
  expect(after?.version).toBe((DATABASE_VERSION + 1) * 10);
});

test('an old tab that does not let go: which tab to close is told', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const profile = new Profile();
  const old = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(databaseName(profile.scope), 1);
    request.onsuccess = () => resolve(request.result);
  });
  const opened = await openStore(profile.options());
  expect(opened).toMatchObject({ ok: false, error: { kind: 'blocked' } });
  expect(!opened.ok && opened.error.message).toContain('Close that tab, then reload this one.');
  old.close();
});

const refusing = (thrown: () => unknown) => ({
  databases: () => Promise.resolve([]),
  open: () => {
    throw thrown();
  },
});

test.each<[string, unknown]>([
  ['there is no database at all', undefined],
  ['the browser denies it', refusing(() => new DOMException('The operation is insecure.', 'SecurityError'))],
  [
    'a private window allows no changes',
    refusing(() => new DOMException('A mutation operation was attempted.', 'InvalidStateError')),
  ],
  [
    'not even what there is may be asked',
    { databases: () => Promise.reject(new DOMException('Denied.', 'UnknownError')) },
  ],
])('%s: why, and what to do, is told', async (_what, factory) => {
  vi.stubGlobal('indexedDB', factory);
  vi.spyOn(Dexie.dependencies, 'indexedDB', 'get').mockReturnValue(factory as never);
  const opened = await openStore(new Profile().options());
  expect(opened).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  expect(!opened.ok && opened.error.message).toContain('Allow site data, or use another window');
});
