// The store of workspaces: every write is one transaction, everything read comes through the door of `parseScenario`.
import { liveQuery } from 'dexie';
import * as v from 'valibot';
import { NO_ACTIVITY } from '../account/activity.ts';
import { withEntries } from '../account/activity-of-events.ts';
import type { Directories } from '../account/directories.ts';
import type { JournalEntry } from '../account/journal.ts';
import type { Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SessionFacts } from '../session/facts.ts';
import { EMPTY_KEYRING, type Keyring } from '../session/keyring.ts';
import { openDatabase, type Database } from './database.ts';
import { changeKeyring, readKeyring } from './keyrings.ts';
import { errorWhileUsing, storageError, type StorageError } from './errors.ts';
import type { Download } from './file.ts';
import { loadWorkspace, type LoadedWorkspace } from './loading.ts';
import { readCommits, readEarlier, readSession, replayed, type Earlier } from './reading.ts';
import { keyringRecordSchema, settingSchema, workspaceSchema, type WorkspaceHeader } from './records.ts';
import {
  listSetAside,
  readSetAside,
  removeWorkspace,
  setWorkspaceAside,
  type SetAside,
} from './set-aside.ts';
import {
  eventsIn,
  aheadOf,
  headerOf,
  isSound,
  journalRecord,
  MOST_COMMITS,
  sound,
  soundCommit,
  soundEntries,
  writeCommit,
  writeSnapshot,
} from './writing.ts';

export interface StoreOptions {
  /** The path under which the app is served: two copies on one host must not share data. */
  readonly scope: string;
  readonly now: () => Instant;
  /** A new UUID. */
  readonly newId: () => string;
  /** Told once when this tab can no longer save: a newer build has taken over in another, or site data was cleared. */
  readonly onClosed: () => void;
}

export interface StoredWorkspace {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  readonly events: number;
}

export interface Commit {
  readonly workspace: string;
  /** The revision that the writer has seen. */
  readonly revision: number;
  /** As it is after the entries. */
  readonly scenario: Scenario;
  /** Only the new ones, oldest first. */
  readonly entries: readonly JournalEntry[];
  readonly session: SessionFacts;
  /** Seconds by which the clock of the workspace is ahead of the real one. */
  readonly ahead: number;
}

/** A workspace as a tab knows it. */
export type Known = Pick<Commit, 'workspace' | 'revision' | 'scenario'>;

/** What other tabs have written. */
export type News =
  /** On top of what was known. */
  | ({ readonly kind: 'more' } & Pick<
      LoadedWorkspace,
      'revision' | 'scenario' | 'session' | 'ahead' | 'entries'
    >)
  /** In place of what was known. */
  | ({ readonly kind: 'whole' } & LoadedWorkspace);

type Answer<Value> = Promise<Result<Value, StorageError>>;

/** Nothing here throws or rejects; every answer is a value or a named error. */
export interface Store {
  /** Newest change first. */
  list(): Answer<readonly StoredWorkspace[]>;
  /**
   * What is damaged is set aside: at best a snapshot, which costs nothing, or entries of the activity list; otherwise what
   * was done since (`loss`); at worst the whole workspace (`setAside`).
   */
  load(id: string): Answer<LoadedWorkspace>;
  /** Some of the entries before a revision that `load` or this has named as the first. */
  earlier(id: string, before: number): Answer<Earlier>;
  /** A new workspace, nobody signed in; with a history, if it has one, that leads to its scenario. */
  create(
    scenario: Scenario,
    entries?: readonly JournalEntry[],
  ): Answer<{ readonly id: string; readonly revision: number }>;
  /** World, journal and session together or not at all; refused as `conflict` when another tab wrote in the meantime. */
  commit(commit: Commit): Answer<{ readonly revision: number }>;
  /** What was written since; only what is new is read, as far as that is possible. */
  news(known: Known): Answer<News>;
  remove(id: string): Answer<void>;
  /** What is kept beside a workspace; empty when that could not be read, which is set aside then. */
  keyring(workspace: string): Answer<Keyring>;
  /** Changes it as it is by now, whatever other tabs have done to it. */
  changeKeyring(workspace: string, change: (keyring: Keyring) => Keyring): Answer<Keyring>;
  /** Tells the keyring of a workspace, now and whenever any tab changes it. The result ends that. */
  followKeyring(workspace: string, onKeyring: (keyring: Keyring) => void): () => void;
  /**
   * Tells the revision of a workspace, now and whenever any tab of this browser writes to it; null when it is gone.
   * The result ends that.
   */
  follow(id: string, onRevision: (revision: number | null) => void): () => void;
  /** The workspace that was open last; null when there is none or it is gone. */
  lastOpen(): Answer<string | null>;
  setLastOpen(id: string | null): Answer<void>;
  setAsideRecords(): Answer<readonly SetAside[]>;
  downloadSetAside(id: string): Answer<Download>;
  close(): void;
}

export async function openStore(options: StoreOptions): Answer<Store> {
  const opened = await openDatabase(options.scope, options.onClosed, options.now);
  return opened.ok ? ok(storeOver(opened.value, options)) : opened;
}

/** Directories of another tab are news that no entry tells of. */
const alike = (stored: unknown, known: Directories): boolean =>
  JSON.stringify(stored) === JSON.stringify(known);

/** Entries of one record, when a history is stored all at once. */
const CHUNK = 100;

function storeOver(database: Database, { now, newId }: StoreOptions): Store {
  const { dexie, workspaces, journal, keyrings, settings } = database;

  /** One transaction over all tables: whatever is thrown inside undoes all of it. */
  const atomically = async <Value>(mode: 'r' | 'rw', work: () => Answer<Value>): Answer<Value> => {
    try {
      return await dexie.transaction(mode, dexie.tables, work);
    } catch (thrown) {
      return err(errorWhileUsing(thrown));
    }
  };

  const load = async (id: string): Answer<LoadedWorkspace> => {
    const record = await workspaces.get(id);
    if (record === undefined) return err(storageError('missing'));
    const header = v.safeParse(workspaceSchema, record);
    if (header.success) return loadWorkspace(database, header.output, now());
    await setWorkspaceAside(database, id, DAMAGED, now());
    return err(storageError('setAside', DAMAGED));
  };

  return {
    list: () =>
      atomically('rw', async () => {
        const found: WorkspaceHeader[] = [];
        const records = await workspaces.toArray();
        const ids = await workspaces.toCollection().primaryKeys();
        for (const [at, id] of ids.entries()) {
          const read = v.safeParse(workspaceSchema, records[at]);
          if (read.success) found.push(read.output);
          else await setWorkspaceAside(database, id, DAMAGED, now());
        }
        found.sort((a, b) => b.changed - a.changed);
        return ok(found.map(({ id, title, changed, events }) => ({ id, title, changed, events })));
      }),

    load: (id) => atomically('rw', () => load(id)),

    earlier: (id, before) => atomically('rw', async () => ok(await readEarlier(database, id, before, now()))),

    async create(scenario, entries = []) {
      const checked = sound(scenario);
      if (!checked.ok) return checked;
      const history = soundEntries(entries);
      if (!history.ok) return history;
      const id = newId();
      return atomically('rw', async () => {
        const records = chunks(history.value).map((chunk, at) => journalRecord(id, at + 2, chunk));
        const revision = records.length + 1;
        await journal.bulkAdd(records);
        const record = {
          ...headerOf(id, revision, scenario, aheadOf(entries, now()), now()),
          events: eventsIn(entries),
          snapshot: { revision, characters: 0 },
          since: { changes: 0, characters: 0 },
        };
        await writeSnapshot(database, record, scenario, withEntries(NO_ACTIVITY, history.value));
        return ok({ id, revision });
      });
    },

    async commit({ workspace, revision, scenario, entries, session, ahead }) {
      const checked = soundCommit(scenario, entries);
      if (!checked.ok) return checked;
      const fresh = soundEntries(entries);
      if (!fresh.ok) return fresh;
      return atomically('rw', async () => {
        const record = await workspaces.get(workspace);
        if (record === undefined) return err(storageError('missing'));
        const before = v.safeParse(workspaceSchema, record);
        if (!before.success) return err(storageError('failed', DAMAGED));
        if (before.output.revision !== revision) return err(storageError('conflict'));
        const next = { scenario, entries: fresh.value, session, ahead };
        const written = await writeCommit(database, before.output, next, now());
        return written.ok ? ok({ revision: written.value }) : written;
      });
    },

    news: (known) =>
      atomically('rw', async (): Answer<News> => {
        const { workspace, revision } = known;
        const header = v.safeParse(workspaceSchema, await workspaces.get(workspace));
        const ahead = header.success ? header.output.revision - revision : 0;
        const same = header.success && alike(header.output.directories, known.scenario.directories);
        if (header.success && same && ahead > 0 && ahead <= MOST_COMMITS) {
          const read = await readCommits(database, workspace, revision, header.output.revision);
          if (read.ok && read.value.broken === null) {
            const { title, story, revision: newest } = header.output;
            const { entries } = read.value;
            const made = replayed({ ...known.scenario, title, story: String(story) }, entries);
            if (made.ok) {
              const session = await readSession(database, workspace, now());
              const { ahead } = header.output;
              const scenario = isSound(made.value);
              return ok({ kind: 'more', revision: newest, scenario, session, ahead, entries });
            }
          }
        }
        const loaded = await load(workspace);
        return loaded.ok ? ok({ kind: 'whole', ...loaded.value }) : loaded;
      }),

    remove: (id) =>
      atomically('rw', async () => {
        await removeWorkspace(database, id);
        return ok(undefined);
      }),

    keyring: (id) => atomically('rw', async () => ok(await readKeyring(database, id, now()))),

    changeKeyring: (id, change) => atomically('rw', () => changeKeyring(database, id, change, now())),

    followKeyring(id, onKeyring) {
      // What is damaged is mended when it is read or changed; a closed connection is told elsewhere.
      const subscription = liveQuery(() => keyrings.get(id)).subscribe({
        next: (record) => {
          const read = v.safeParse(keyringRecordSchema, record);
          onKeyring(read.success ? read.output.keyring : EMPTY_KEYRING);
        },
        error: () => {},
      });
      return () => subscription.unsubscribe();
    },

    follow(id, onRevision) {
      const revision = async (): Promise<number | null> => {
        const read = v.safeParse(workspaceSchema, await workspaces.get(id));
        return read.success ? read.output.revision : null;
      };
      // A closed connection ends the watch; that it was closed is told elsewhere.
      const subscription = liveQuery(revision).subscribe({ next: onRevision, error: () => {} });
      return () => subscription.unsubscribe();
    },

    lastOpen: () =>
      atomically('r', async () => {
        const setting = v.safeParse(settingSchema, await settings.get('lastOpen'));
        if (!setting.success) return ok(null);
        const there = await workspaces.where('id').equals(setting.output.value).count();
        return ok(there > 0 ? setting.output.value : null);
      }),

    setLastOpen: (id) =>
      atomically('rw', async () => {
        if (id === null) await settings.delete('lastOpen');
        else await settings.put({ name: 'lastOpen', value: id });
        return ok(undefined);
      }),

    setAsideRecords: () => atomically('r', async () => ok(await listSetAside(database))),

    downloadSetAside: (id) => atomically('r', () => readSetAside(database, id)),

    close: database.close,
  };
}

const DAMAGED = 'Its record is damaged.';

function chunks(entries: readonly JournalEntry[]): (readonly JournalEntry[])[] {
  const made: (readonly JournalEntry[])[] = [];
  for (let at = 0; at < entries.length; at += CHUNK) made.push(entries.slice(at, at + CHUNK));
  return made;
}
