// What the tests of the store share: a scenario, a session, entries, and stores on a database of their own.
import 'fake-indexeddb/auto';
import { expect } from 'vitest';
import sample from '../scenario/samples/v1/library.json' with { type: 'json' };
import { callEntry, eventOf, type Journal, type JournalEntry } from '../../src/account/journal.ts';
import type { Change } from '../../src/account/change.ts';
import { EMPTY, lookup } from '../../src/account/table.ts';
import type { World } from '../../src/account/world.ts';
import type { Result } from '../../src/aws/result.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { SIGNED_OUT } from '../../src/session/facts.ts';
import { consoleLink, opened } from '../../src/session/session.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { openStore, type Commit, type Store, type StoreOptions } from '../../src/storage/workspaces.ts';
import { event } from '../fixtures/event.ts';
import { bucketIn } from '../fixtures/world.ts';

export const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const library: Scenario = value(parseScenario(sample));
export const renamed = (title: string): Scenario => ({ ...library, title });

export const ACCOUNT = '111122223333';
export const session = opened(
  SIGNED_OUT,
  consoleLink(
    { kind: 'user', account: ACCOUNT, name: 'ada' },
    '2026-11-22T10:00:00Z',
    'ASIAAAAABBBBCCCCDDDD',
  ),
  'ASIAAAAABBBBCCCCDDDD',
);

/** The entry of a call that only reads. */
export const read = (eventID: string): JournalEntry => ({
  kind: 'call',
  event: event(eventID),
  changes: [],
  inverse: [],
});

export const putNotes = (body: string): Change => ({
  kind: 'partSet',
  account: ACCOUNT,
  table: 'buckets',
  name: 'quiet-archive',
  part: 'objects',
  key: 'notes',
  value: {
    key: 'notes',
    version: 'null',
    body,
    contentType: 'text/plain',
    modified: '2026-11-22T10:00:00Z',
    owner: null,
    acl: [],
    tags: {},
    kmsKey: null,
  },
});

/** What `putNotes` wrote last; undefined before. */
export const notesIn = ({ world }: { readonly world: World }): string | undefined =>
  lookup(bucketIn(world, 'quiet-archive', ACCOUNT)?.objects ?? EMPTY, 'notes')?.body;

export const eventsOf = (entries: Journal): readonly (string | undefined)[] =>
  entries.map((entry) => eventOf(entry)?.eventID);

/** A browser profile of its own, with a clock that ticks once a second. */
export class Profile {
  readonly scope = `/test-${Math.random()}/`;
  #seconds = 0;
  #ids = 0;

  options(onClosed = (): void => {}): StoreOptions {
    return { scope: this.scope, now: this.now, newId: () => `id-${this.#ids++}`, onClosed };
  }
  now = (): string => new Date(Date.UTC(2026, 10, 22, 10, 0, this.#seconds++)).toISOString();

  async open(onClosed?: () => void): Promise<Store> {
    return value(await openStore(this.options(onClosed)));
  }
  /** The database under the store, for looking and for damaging. */
  async beneath(): Promise<Database> {
    return value(await openDatabase(this.scope, () => {}, this.now));
  }
  /** Everything in the database, for before and after. */
  async everything(): Promise<unknown> {
    const { dexie } = await this.beneath();
    const tables = await Promise.all(dexie.tables.map(async (table) => [table.name, await table.toArray()]));
    dexie.close();
    return tables;
  }
}

/** A tab that writes, remembering where it is. */
export class Writer {
  readonly id: string;
  readonly store: Store;
  scenario: Scenario;
  revision: number;
  private constructor(store: Store, id: string, revision: number, scenario: Scenario) {
    this.store = store;
    this.id = id;
    this.revision = revision;
    this.scenario = scenario;
  }

  static on(store: Store, id: string, revision: number, scenario = library): Writer {
    return new Writer(store, id, revision, scenario);
  }

  static async make(store: Store, scenario = library): Promise<Writer> {
    const { id, revision } = value(await store.create(scenario));
    return new Writer(store, id, revision, scenario);
  }
  /** Commits entries that change nothing. */
  async read(...eventIDs: readonly string[]): Promise<void> {
    await this.commit(eventIDs.map(read));
  }
  /** Commits a change. */
  async put(body: string): Promise<void> {
    const { scenario, entries } = this.next(body);
    await this.commit(entries, scenario);
  }
  /** A commit of a change, not made yet. */
  next(body: string): Commit {
    const { id: workspace, revision } = this;
    const { world, entry } = callEntry(this.scenario.world, event(`put-${body}`), [putNotes(body)]);
    return {
      workspace,
      revision,
      scenario: { ...this.scenario, world },
      session,
      ahead: 0,
      entries: [entry],
    };
  }
  async commit(entries: Journal, scenario = this.scenario): Promise<void> {
    const { id: workspace, revision } = this;
    const written = value(
      await this.store.commit({ workspace, revision, scenario, session, ahead: 0, entries }),
    );
    this.revision = written.revision;
    this.scenario = scenario;
  }
  /** Everything that was committed, as another store finds it. */
  async expectWhole(store: Store): Promise<void> {
    const loaded = value(await store.load(this.id));
    expect(loaded.scenario).toEqual(this.scenario);
    expect(loaded.loss).toBeNull();
  }
}
