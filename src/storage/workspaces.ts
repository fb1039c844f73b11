// The store of workspaces: every write is one transaction, everything read comes through the door of `parseScenario`.
import { liveQuery } from 'dexie';
import * as v from 'valibot';
import type { ApiEvent } from '../account/event.ts';
import { epochMillis, type Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { plainScenario } from '../scenario/print.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Scenario, ScenarioError } from '../scenario/scenario.ts';
import type { SessionFacts } from '../session/facts.ts';
import { openDatabase, type Database } from './database.ts';
import { errorWhileUsing, storageError, type StorageError } from './errors.ts';
import type { Download } from './file.ts';
import { readEvents, readSession } from './reading.ts';
import {
  settingSchema,
  workspaceSchema,
  type EventRecord,
  type WorkspaceHeader,
  type WorkspaceRecord,
} from './records.ts';
import { listSetAside, readSetAside, setWorkspaceAside, type SetAside } from './set-aside.ts';

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

export interface LoadedWorkspace {
  readonly id: string;
  /** To be named by the next commit. */
  readonly revision: number;
  readonly scenario: Scenario;
  readonly session: SessionFacts;
  /** Oldest first. */
  readonly events: readonly ApiEvent[];
}

export interface Commit {
  readonly workspace: string;
  /** The revision that the writer has seen. */
  readonly revision: number;
  readonly scenario: Scenario;
  /** Only the new ones, oldest first. */
  readonly events: readonly ApiEvent[];
  readonly session: SessionFacts;
}

type Answer<Value> = Promise<Result<Value, StorageError>>;

/** Nothing here throws or rejects; every answer is a value or a named error. */
export interface Store {
  /** Newest change first. */
  list(): Answer<readonly StoredWorkspace[]>;
  /** What cannot be read is set aside: the whole workspace (`setAside`), or else its unreadable events or session. */
  load(id: string): Answer<LoadedWorkspace>;
  /** A new workspace, nobody signed in. */
  create(scenario: Scenario): Answer<{ readonly id: string; readonly revision: number }>;
  /** World, events and session together or not at all; refused as `conflict` when another tab wrote in the meantime. */
  commit(commit: Commit): Answer<{ readonly revision: number }>;
  remove(id: string): Answer<void>;
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
  const opened = await openDatabase(options.scope, options.onClosed);
  return opened.ok ? ok(storeOver(opened.value, options)) : opened;
}

function storeOver(database: Database, { now, newId }: StoreOptions): Store {
  const { dexie, workspaces, events, sessions, settings } = database;

  /** One transaction over all tables: whatever is thrown inside undoes all of it. */
  const atomically = async <Value>(mode: 'r' | 'rw', work: () => Answer<Value>): Answer<Value> => {
    try {
      return await dexie.transaction(mode, dexie.tables, work);
    } catch (thrown) {
      return err(errorWhileUsing(thrown));
    }
  };

  const eventsOf = (id: string) => events.where('workspace').equals(id);

  return {
    list: () =>
      atomically('rw', async () => {
        const found: WorkspaceHeader[] = [];
        const unread: string[] = [];
        await workspaces.each((record, { primaryKey }) => {
          const read = v.safeParse(workspaceSchema, record);
          if (read.success) found.push(read.output);
          else unread.push(primaryKey);
        });
        for (const id of unread) await setWorkspaceAside(database, id, DAMAGED, now());
        found.sort((a, b) => b.changed - a.changed);
        const listed: StoredWorkspace[] = [];
        for (const { id, title, changed } of found)
          listed.push({ id, title, changed, events: await eventsOf(id).count() });
        return ok(listed);
      }),

    load: (id) =>
      atomically('rw', async () => {
        const record = await workspaces.get(id);
        if (record === undefined) return err(storageError('missing'));
        const giveUp = async (reason: string) => {
          await setWorkspaceAside(database, id, reason, now());
          return err(storageError('setAside', reason));
        };
        const read = v.safeParse(workspaceSchema, record);
        if (!read.success) return giveUp(DAMAGED);
        const parsed = parseScenario(read.output.scenario);
        // Not damaged, only ahead of this build: it stays where the newer build will look for it.
        if (!parsed.ok && parsed.error.kind === 'tooNew') return err(storageError('newerVersion'));
        if (!parsed.ok) return giveUp(detailOf(parsed.error));
        return ok({
          id,
          revision: read.output.revision,
          scenario: parsed.value,
          session: await readSession(database, id, now()),
          events: await readEvents(database, id, now()),
        });
      }),

    async create(scenario) {
      const checked = sound(scenario);
      if (!checked.ok) return checked;
      const id = newId();
      return atomically('rw', async () => {
        await workspaces.add(recordOf(id, 1, checked.value, now()));
        return ok({ id, revision: 1 });
      });
    },

    async commit({ workspace, revision, scenario, events: fresh, session }) {
      const checked = sound(scenario);
      if (!checked.ok) return checked;
      return atomically('rw', async () => {
        const record = await workspaces.get(workspace);
        if (record === undefined) return err(storageError('missing'));
        const before = v.safeParse(workspaceSchema, record);
        if (!before.success) return err(storageError('failed', DAMAGED));
        if (before.output.revision !== revision) return err(storageError('conflict'));
        const next = revision + 1;
        await workspaces.put(recordOf(workspace, next, checked.value, now()));
        await events.bulkAdd(
          fresh.map((event, position): EventRecord => ({ workspace, revision: next, position, event })),
        );
        await sessions.put({ workspace, facts: session });
        return ok({ revision: next });
      });
    },

    remove: (id) =>
      atomically('rw', async () => {
        await workspaces.delete(id);
        await sessions.delete(id);
        await eventsOf(id).delete();
        return ok(undefined);
      }),

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

const detailOf = (error: ScenarioError): string => ('detail' in error ? error.detail : error.kind);

/** Nothing is written that this same build would refuse to read. The copy is plain, as the database wants it. */
function sound(scenario: Scenario): Result<Scenario, StorageError> {
  const parsed = parseScenario(plainScenario(scenario));
  return parsed.ok ? parsed : err(storageError('unsound', detailOf(parsed.error)));
}

const recordOf = (id: string, revision: number, scenario: Scenario, now: Instant): WorkspaceRecord => ({
  id,
  revision,
  title: scenario.title,
  changed: epochMillis(now),
  scenario: plainScenario(scenario),
});
