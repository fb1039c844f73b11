// The database: its name, its tables, and opening it without ever harming data of a newer build.
import { Dexie, type Collection, type Table } from 'dexie';
import type { Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { errorWhileOpening, storageError, type StorageError } from './errors.ts';
import type {
  JournalRecord,
  KeyringRecord,
  SessionRecord,
  SetAsideRecord,
  SettingRecord,
  SnapshotRecord,
  WorkspaceRecord,
} from './records.ts';
import { toVersion2 } from './upgrade.ts';

/** Of the tables, not of the scenarios in them. */
export const DATABASE_VERSION = 3;

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
  readonly journal: Table<unknown, [string, number], JournalRecord>;
  readonly snapshots: Table<unknown, [string, number], SnapshotRecord>;
  readonly sessions: Table<unknown, string, SessionRecord>;
  readonly keyrings: Table<unknown, string, KeyringRecord>;
  readonly setAside: Table<unknown, number, SetAsideRecord>;
  readonly settings: Table<unknown, string, SettingRecord>;
}

/**
 * Opens the database of a scope, the path under which the app is served.
 *
 * When another tab brings a newer build, or the browser takes the database away, the connection closes for good and
 * `onClosed` is told: Dexie on its own would reopen the new database with the old tables. Writes are flushed to the disk,
 * so that a crash right after a commit loses nothing. A database of an older build is brought up to date; when that is cut
 * short, it is as it was.
 */
export async function openDatabase(
  scope: string,
  onClosed: () => void,
  now: () => Instant,
): Promise<Result<Database, StorageError>> {
  const name = databaseName(scope);
  let old = false;
  try {
    // Looked up first: Dexie would open a newer database, and add what it misses there.
    const found = (await indexedDB.databases()).find((each) => each.name === name);
    if ((found?.version ?? 0) > nativeVersion(DATABASE_VERSION)) return err(storageError('newerVersion'));
    old = found?.version !== undefined && found.version < nativeVersion(DATABASE_VERSION);

    const dexie = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
    dexie.version(1).stores({
      workspaces: 'id',
      events: '[workspace+revision+position], workspace',
      sessions: 'workspace',
      setAside: '++id',
      settings: 'name',
    });
    dexie
      .version(2)
      .stores({ journal: '[workspace+revision]', snapshots: '[workspace+revision]', events: null })
      .upgrade(async (transaction) => toVersion2(transaction, now()));
    // Version 3 keeps keyrings, too; of a workspace without one nothing is kept.
    dexie.version(DATABASE_VERSION).stores({ keyrings: 'workspace' });
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
      journal: dexie.table<unknown, [string, number], JournalRecord>('journal'),
      snapshots: dexie.table<unknown, [string, number], SnapshotRecord>('snapshots'),
      sessions: dexie.table<unknown, string, SessionRecord>('sessions'),
      keyrings: dexie.table<unknown, string, KeyringRecord>('keyrings'),
      setAside: dexie.table<unknown, number, SetAsideRecord>('setAside'),
      settings: dexie.table<unknown, string, SettingRecord>('settings'),
    });
  } catch (thrown) {
    return err(errorWhileOpening(thrown, old));
  }
}

/** The records of one workspace with a revision from `from` and below `below`, oldest first. */
export const ofWorkspace = <Written>(
  table: Table<unknown, [string, number], Written>,
  workspace: string,
  from = 0,
  below = Infinity,
): Collection<unknown, [string, number], Written> =>
  table.where('[workspace+revision]').between([workspace, from], [workspace, below]);
