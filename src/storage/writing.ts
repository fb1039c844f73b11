// Writing: what a commit puts into the database, and when it takes a snapshot.
import * as v from 'valibot';
import type { Activity } from '../account/activity.ts';
import { withEntries } from '../account/activity-of-events.ts';
import type { Change } from '../account/change.ts';
import { eventOf, type JournalEntry } from '../account/journal.ts';
import { epochMillis, type Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { changeFault } from '../scenario/change-faults.ts';
import { parseScenarioText } from '../scenario/parse.ts';
import { printScenario } from '../scenario/print.ts';
import { SCENARIO_VERSION, type Scenario } from '../scenario/scenario.ts';
import type { SessionFacts } from '../session/facts.ts';
import { ofWorkspace, type Database } from './database.ts';
import { storageError, type StorageError } from './errors.ts';
import { entrySchema } from './journal-schema.ts';
import { detailOf } from './reading.ts';
import { snapshotSchema, type JournalRecord, type WorkspaceHeader, type WorkspaceRecord } from './records.ts';
import { plainUsage, readUsage } from './usage-schema.ts';
import { usageAt } from './usage.ts';

/** A snapshot is due after so many entries that changed the world: making them again then takes a moment at most. */
export const MOST_CHANGES = 100;
/** And after so many commits of any kind: what is read at once stays short. */
export const MOST_COMMITS = 500;
/** And when the journal since has outgrown the world, but never for less than this. */
const FEW_CHARACTERS = 100_000;

/** Known to be sound: what only reads leaves the very same scenario, which need not be looked at again. */
const known = new WeakSet<Scenario>();

/** A scenario that has just come through the door. */
export function isSound<Given extends Scenario>(scenario: Given): Given {
  known.add(scenario);
  return scenario;
}

/** Nothing is written that this same build would refuse to read. */
export function sound(scenario: Scenario): Result<Scenario, StorageError> {
  if (known.has(scenario)) return ok(scenario);
  const parsed = parseScenarioText(printScenario(scenario));
  if (!parsed.ok) return err(storageError('unsound', detailOf(parsed.error)));
  return ok(isSound(scenario));
}

/** Made from what was sound by changes of which each writes only what could be read again. */
const wellMade = new WeakSet<Scenario>();

/**
 * The same of a commit on a scenario that is sound. What its changes write is looked at, not the whole world, which may
 * hold thousands of entities; that is looked at whenever a snapshot is taken of it.
 */
export function soundCommit(
  scenario: Scenario,
  entries: readonly JournalEntry[],
): Result<Scenario, StorageError> {
  if (known.has(scenario) || wellMade.has(scenario)) return ok(scenario);
  const changes = changesIn(entries).flat();
  if (changes.length === 0) return sound(scenario);
  for (const change of changes) {
    const fault = changeFault(change);
    if (fault !== null) return err(storageError('unsound', fault));
  }
  wellMade.add(scenario);
  return ok(scenario);
}

/** The entries as plain copies, if they could be read back. */
export function soundEntries(entries: readonly JournalEntry[]): Result<JournalEntry[], StorageError> {
  const read = v.safeParse(v.array(entrySchema), entries);
  return read.success ? ok(read.output) : err(storageError('unsound', 'An entry of the journal is damaged.'));
}

export const eventsIn = (entries: readonly JournalEntry[]): number =>
  entries.filter((entry) => eventOf(entry) !== null).length;

/** The changes of each entry that has any. */
const changesIn = (entries: readonly JournalEntry[]): (readonly Change[])[] =>
  entries.flatMap((entry) => (entry.kind !== 'gap' && entry.changes.length > 0 ? [entry.changes] : []));

/** How far the clock has to be ahead so that nothing new is earlier than what is in the journal already. */
export const aheadOf = (entries: readonly JournalEntry[], now: Instant): number => {
  const newest = entries.findLast((entry) => eventOf(entry) !== null);
  const time = newest && eventOf(newest)?.eventTime;
  return time === undefined ? 0 : Math.max(0, Math.ceil((epochMillis(time) - epochMillis(now)) / 1000));
};

export const journalRecord = (
  workspace: string,
  revision: number,
  entries: readonly JournalEntry[],
): JournalRecord => ({ workspace, revision, version: SCENARIO_VERSION, entries });

interface Next {
  readonly scenario: Scenario;
  readonly entries: readonly JournalEntry[];
  readonly session: SessionFacts;
  readonly ahead: number;
}

/** The next commit, or why not. Must run inside a transaction over all tables, in which `before` has been read. */
export async function writeCommit(
  database: Database,
  before: WorkspaceHeader,
  { scenario, entries, session, ahead }: Next,
  now: Instant,
): Promise<Result<number, StorageError>> {
  const { id } = before;
  const revision = before.revision + 1;
  const made = changesIn(entries);
  const since = {
    changes: before.since.changes + made.length,
    characters: before.since.characters + (made.length === 0 ? 0 : JSON.stringify(made).length),
  };
  const due =
    since.changes >= MOST_CHANGES ||
    since.characters > Math.max(before.snapshot.characters, FEW_CHARACTERS) ||
    revision - before.snapshot.revision >= MOST_COMMITS;
  if (due) {
    const whole = sound(scenario);
    if (!whole.ok) return whole;
  }
  await database.journal.add(journalRecord(id, revision, entries));
  await database.sessions.put({ workspace: id, facts: session });
  const next = {
    ...headerOf(id, revision, scenario, ahead, now),
    events: before.events + eventsIn(entries),
    snapshot: before.snapshot,
    since,
  };
  if (due)
    await writeSnapshot(database, next, scenario, withEntries(await usageOf(database, before), entries));
  else await database.workspaces.put(next);
  return ok(revision);
}

/** The activity as of a record: that of its snapshot, and what was done since. */
async function usageOf(database: Database, { id, revision, snapshot }: WorkspaceHeader): Promise<Activity> {
  const read = v.safeParse(snapshotSchema, await database.snapshots.get([id, snapshot.revision]));
  const activity = read.success ? readUsage(read.output.usage) : null;
  return usageAt(database, id, revision, activity && { revision: snapshot.revision, activity });
}

/** Everything of a record but what it counts. */
export const headerOf = (id: string, revision: number, scenario: Scenario, ahead: number, now: Instant) => ({
  id,
  revision,
  version: SCENARIO_VERSION,
  title: scenario.title,
  story: scenario.story,
  handout: scenario.handout,
  directories: scenario.directories,
  changed: epochMillis(now),
  ahead,
});

/** Where the copy of the first snapshot is kept: before every revision that there is. */
const COPY = 0;

/**
 * Writes a snapshot at the revision of `record`, and `record` as one that builds on it. The snapshot before is kept, and
 * with it a way to today should this one turn out to be damaged; older ones go.
 */
export async function writeSnapshot(
  { workspaces, snapshots }: Database,
  record: WorkspaceRecord,
  scenario: Scenario,
  activity: Activity,
): Promise<void> {
  const { id: workspace, revision } = record;
  const text = printScenario(scenario);
  const usage = plainUsage(activity);
  await snapshots.put({ workspace, revision, scenario: text, usage });
  const earlier = await ofWorkspace(snapshots, workspace, 0, revision).primaryKeys();
  await snapshots.bulkDelete(earlier.slice(0, -1));
  // The first has none before it, and would be all there is of the account: it is kept twice.
  if (earlier.length === 0)
    await snapshots.put({ workspace, revision: COPY, of: revision, scenario: text, usage });
  await workspaces.put({
    ...record,
    snapshot: { revision, characters: text.length },
    since: { changes: 0, characters: 0 },
  });
}
