// A database of version 2, filled as the build of that time did: frozen, so that what it left can always be read.
import { Dexie } from 'dexie';
import { event } from '../fixtures/event.ts';
import sample from '../scenario/samples/v3/library.json' with { type: 'json' };
import { session } from './store.ts';

export const OLD = 'old-workspace';

/** One workspace with a snapshot, two commits after it, and a session; what was open, and what was set aside. */
const records: Readonly<Record<string, readonly object[]>> = {
  workspaces: [
    {
      id: OLD,
      revision: 3,
      version: 3,
      title: sample.title,
      story: '',
      handout: [],
      changed: 1_795_000_000_000,
      ahead: 60,
      events: 2,
      snapshot: { revision: 1, characters: 0 },
      since: { changes: 0, characters: 0 },
    },
  ],
  snapshots: [{ workspace: OLD, revision: 1, scenario: sample }],
  journal: ['a', 'b'].map((id, i) => ({
    workspace: OLD,
    revision: 2 + i,
    version: 3,
    entries: [{ kind: 'call', event: event(id), changes: [], inverse: [] }],
  })),
  sessions: [{ workspace: OLD, facts: session }],
  setAside: [{ workspace: 'gone', reason: 'Its record is damaged.', when: 1, content: { what: 'ever' } }],
  settings: [{ name: 'lastOpen', value: OLD }],
};

export async function fillVersion2(name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(2).stores({
    workspaces: 'id',
    journal: '[workspace+revision]',
    snapshots: '[workspace+revision]',
    sessions: 'workspace',
    setAside: '++id',
    settings: 'name',
  });
  await old.open();
  for (const [table, rows] of Object.entries(records)) await old.table(table).bulkAdd([...rows]);
  old.close();
}
