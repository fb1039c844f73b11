// The database: its name, its tables, and opening it without ever harming data of a newer build.
import { Dexie, type Table } from 'dexie';
import { err, ok, type Result } from '../aws/result.ts';
import { errorWhileOpening, storageError, type StorageError } from './errors.ts';
import type {
  EventRecord,
  SessionRecord,
  SetAsideRecord,
  SettingRecord,
  WorkspaceRecord,
} from './records.ts';

/** Of the tables, not of the scenarios in them. */
export const DATABASE_VERSION = 1;

/** Dexie counts in tenths of what the browser counts in. */
const nativeVersion = (version: number): number => version * 10;

/** Databases are per origin; copies of the app under several paths of one host keep apart by the path. */
export const databaseName = (scope: string): string => `rolecall:${scope}`;

/** What is read is unknown until a schema has believed it; what is written is typed. */
export interface Database {
  readonly dexie: Dexie;
  /** Without telling `onClosed`. */
  readonly close: () => void;
  readonly workspaces: Table<unknown, string, WorkspaceRecord>;
  readonly events: Table<unknown, [string, number, number], EventRecord>;
  readonly sessions: Table<unknown, string, SessionRecord>;
  readonly setAside: Table<unknown, number, SetAsideRecord>;
  readonly settings: Table<unknown, string, SettingRecord>;
}

/**
 * Opens the database of a scope, the path under which the app is served.
 *
 * When another tab brings a newer build, or the browser takes the database away, the connection closes for good and
 * `onClosed` is told: Dexie on its own would reopen the new database with the old tables. Writes are flushed to the disk,
 * so that a crash right after a commit loses nothing.
 */
export async function openDatabase(
  scope: string,
  onClosed: () => void,
): Promise<Result<Database, StorageError>> {
  const name = databaseName(scope);
  try {
    // Looked up first: Dexie would open a newer database, and add what it misses there.
    const found = (await indexedDB.databases()).find((each) => each.name === name);
    if ((found?.version ?? 0) > nativeVersion(DATABASE_VERSION)) return err(storageError('newerVersion'));

    const dexie = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
    dexie.version(DATABASE_VERSION).stores({
      workspaces: 'id',
      events: '[workspace+revision+position], workspace',
      sessions: 'workspace',
      setAside: '++id',
      settings: 'name',
    });
    dexie.on('versionchange', () => {
      dexie.close();
      // Ends the matter: what Dexie does by itself would close, too, but leave the door open.
      return false;
    });
    const blocked = new Promise<'blocked'>((resolve) => {
      dexie.on('blocked', () => resolve('blocked'));
    });
    if ((await Promise.race([dexie.open(), blocked])) === 'blocked') {
      dexie.close();
      return err(storageError('blocked'));
    }
    dexie.on('close', onClosed);
    return ok({
      dexie,
      close() {
        dexie.on.close.unsubscribe(onClosed);
        dexie.close();
      },
      workspaces: dexie.table<unknown, string, WorkspaceRecord>('workspaces'),
      events: dexie.table<unknown, [string, number, number], EventRecord>('events'),
      sessions: dexie.table<unknown, string, SessionRecord>('sessions'),
      setAside: dexie.table<unknown, number, SetAsideRecord>('setAside'),
      settings: dexie.table<unknown, string, SettingRecord>('settings'),
    });
  } catch (thrown) {
    return err(errorWhileOpening(thrown));
  }
}
