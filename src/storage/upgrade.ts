// Upgrades: how a database that an older build made becomes one of today. What they cannot read they set aside.
import type { Transaction } from 'dexie';
import * as v from 'valibot';
import type { JournalEntry } from '../account/journal.ts';
import { epochMillis, type Instant } from '../aws/instant.ts';
import { SCENARIO_VERSION } from '../scenario/scenario.ts';
import { apiEventSchema } from './event-schema.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A workspace of version 1: the scenario was one record, written anew with each commit. */
const oldWorkspace = v.object({
  id: v.string(),
  revision: count,
  title: v.string(),
  changed: v.number(),
  scenario: v.unknown(),
});

/** An event of version 1, a record of its own. */
const oldEvent = v.object({
  workspace: v.string(),
  revision: count,
  position: count,
  event: apiEventSchema,
});

/**
 * Version 2 keeps snapshots and a journal in place of one record for the world and one for each event. The scenario is
 * moved as it stands: whether it can be read is found out when it is opened. What the events changed was not kept, so the
 * journal has gaps for them: they are listed, and cannot be undone. Runs within the transaction that changes the tables:
 * all of it happens or nothing does.
 */
export async function toVersion2(transaction: Transaction, now: Instant): Promise<void> {
  const table = (name: string) => transaction.table<unknown, unknown>(name);
  const workspaces = table('workspaces');
  const events = table('events');
  const sessions = table('sessions');
  const keepAside = (workspace: unknown, reason: string, content: unknown) =>
    table('setAside').add({ workspace: String(workspace), reason, when: epochMillis(now), content });

  for (const id of await workspaces.toCollection().primaryKeys()) {
    const ofWorkspace = events.where('workspace').equals(String(id));
    const record = await workspaces.get(id);
    const found = await ofWorkspace.toArray();
    await ofWorkspace.delete();
    const read = v.safeParse(oldWorkspace, record);
    if (!read.success) {
      const session = await sessions.get(id);
      await keepAside(id, 'Its record is damaged.', { workspace: record, session, events: found });
      await workspaces.delete(id);
      await sessions.delete(id);
      continue;
    }
    const { revision, title, changed, scenario } = read.output;
    const raw: Readonly<Record<string, unknown>> = isObject(scenario) ? scenario : {};
    const { byRevision, unread, total } = grouped(found);
    if (unread.length > 0) {
      const reason = `${unread.length === 1 ? 'One event' : `${unread.length} events`} of the activity list could not be read.`;
      await keepAside(id, reason, { events: unread });
    }
    await workspaces.put({
      id,
      revision,
      version: typeof raw['version'] === 'number' ? raw['version'] : SCENARIO_VERSION,
      title,
      story: raw['story'] ?? '',
      handout: raw['handout'] ?? [],
      changed,
      ahead: 0,
      events: total,
      snapshot: { revision, characters: 0 },
      since: { changes: 0, characters: 0 },
    });
    await table('snapshots').add({ workspace: id, revision, scenario });
    await table('journal').bulkAdd(
      [...byRevision].map(([at, entries]) => ({
        workspace: id,
        revision: at,
        version: SCENARIO_VERSION,
        entries,
      })),
    );
  }
  const orphans = await events.toArray();
  if (orphans.length > 0)
    await keepAside('', 'Events of a workspace that is not there.', { events: orphans });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Events by the commit that wrote them, as they came: in order. */
function grouped(records: readonly unknown[]) {
  const byRevision = new Map<number, JournalEntry[]>();
  const unread: unknown[] = [];
  let total = 0;
  for (const record of records) {
    const read = v.safeParse(oldEvent, record);
    if (!read.success) {
      unread.push(record);
      continue;
    }
    const { revision, event } = read.output;
    const entries = byRevision.get(revision) ?? [];
    entries.push({ kind: 'gap', event });
    byRevision.set(revision, entries);
    total++;
  }
  return { byRevision, unread, total };
}
