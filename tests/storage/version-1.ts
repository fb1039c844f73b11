// A database of version 1, filled as the build of that time did: frozen, so that what it left can always be read.
import { Dexie } from 'dexie';
import { event } from '../fixtures/event.ts';
import sample from '../scenario/samples/v1/library.json' with { type: 'json' };
import { session } from './store.ts';

export const OLD = 'old-workspace';

/** Records with the keys that they are filed under. */
export interface OldRecords {
  readonly workspaces: readonly object[];
  readonly events: readonly object[];
  readonly sessions: readonly object[];
  readonly setAside: readonly object[];
  readonly settings: readonly object[];
}

const eventRecord = (workspace: string, revision: number, position: number, eventID: string) => ({
  workspace,
  revision,
  position,
  event: event(eventID),
});

/** Two workspaces; in the first, commits with two events, with none (a sign-out) and with one. */
export const oldRecords: OldRecords = {
  workspaces: [
    { id: OLD, revision: 4, title: sample.title, changed: 1_795_000_000_000, scenario: sample },
    { id: 'other', revision: 1, title: 'Other', changed: 1, scenario: { ...sample, title: 'Other' } },
  ],
  events: [eventRecord(OLD, 2, 0, 'a'), eventRecord(OLD, 2, 1, 'b'), eventRecord(OLD, 4, 0, 'c')],
  sessions: [{ workspace: OLD, facts: session }],
  setAside: [{ workspace: 'gone', reason: 'Its record is damaged.', when: 1, content: { what: 'ever' } }],
  settings: [{ name: 'lastOpen', value: OLD }],
};

export async function fillVersion1(name: string, records: OldRecords = oldRecords): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores({
    workspaces: 'id',
    events: '[workspace+revision+position], workspace',
    sessions: 'workspace',
    setAside: '++id',
    settings: 'name',
  });
  await old.open();
  for (const [table, rows] of Object.entries(records) as [string, readonly object[]][])
    await old.table(table).bulkAdd([...rows]);
  old.close();
}

/** What is in it, and of which version it is. */
export async function dump(name: string): Promise<{ readonly version: number; readonly tables: unknown }> {
  const any = new Dexie(name);
  await any.open();
  const tables = await Promise.all(any.tables.map(async (table) => [table.name, await table.toArray()]));
  const version = any.verno;
  any.close();
  return { version, tables: Object.fromEntries(tables) };
}
