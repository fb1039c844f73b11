// Loading: a workspace as it was left: its newest snapshot and the journal after it; what is damaged goes aside.
import type { Activity } from '../account/activity.ts';
import { withEntries } from '../account/activity-of-events.ts';
import type { JournalEntry } from '../account/journal.ts';
import type { Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { SCENARIO_VERSION, type Scenario } from '../scenario/scenario.ts';
import type { SessionFacts } from '../session/facts.ts';
import { ofWorkspace, type Database } from './database.ts';
import { storageError, type StorageError } from './errors.ts';
import {
  readCommits,
  readEarlier,
  readSession,
  readSnapshot,
  replayed,
  type ReadJournal,
} from './reading.ts';
import { readCommit, type WorkspaceHeader } from './records.ts';
import { keepAside, setWorkspaceAside } from './set-aside.ts';
import { usageAt } from './usage.ts';
import { eventsIn, headerOf, isSound, journalRecord, writeSnapshot } from './writing.ts';

export interface LoadedWorkspace {
  readonly id: string;
  /** To be named by the next commit. */
  readonly revision: number;
  readonly scenario: Scenario;
  readonly session: SessionFacts;
  /** What all that was done tells of the use of credentials, `entries` and what was before them. */
  readonly activity: Activity;
  /** Seconds by which its clock is ahead of the real one. */
  readonly ahead: number;
  /** The newest ones, oldest first: enough for a first look. */
  readonly entries: readonly JournalEntry[];
  /** The revision with which they begin; `earlier` has those before it. 2: there are none. */
  readonly from: number;
  /** What could not be read of it and is now kept aside, in a sentence; null when it is whole. */
  readonly loss: string | null;
}

/** Entries to begin with: as many as a list shows at first. */
const FIRST = 200;

/** Must run inside a transaction over all tables: what is mended is mended whole. */
export async function loadWorkspace(
  database: Database,
  header: WorkspaceHeader,
  now: Instant,
): Promise<Result<LoadedWorkspace, StorageError>> {
  const { id } = header;
  if (header.version > SCENARIO_VERSION) return err(storageError('newerVersion'));
  const snapshot = await readSnapshot(database, header, now);
  if (!snapshot.ok) {
    if (snapshot.error.kind === 'newerVersion') return err(storageError('newerVersion'));
    const events = await countedEvents(database, id);
    const reason = `What the account was like is lost: ${snapshot.error.detail} What was done in it is not: ${events === 1 ? '1 event' : `${events} events`} can still be read.`;
    await setWorkspaceAside(database, id, reason, now);
    return err(storageError('setAside', reason));
  }
  const { revision: base, current, usage } = snapshot.value;
  const read = await readCommits(database, id, base, header.revision);
  if (!read.ok) return err(storageError('newerVersion'));
  const { scenario, broken } = madeAgain(snapshot.value.scenario, read.value);

  const commits = read.value.commits.filter(({ revision }) => broken === null || revision < broken);
  let entries: readonly JournalEntry[] = commits.flatMap((commit) => commit.entries);
  const known = usage ?? (await usageAt(database, id, base, null));
  const activity = withEntries(known, entries);
  let from = base + 1;
  let loss: string | null = null;
  if (entries.length < FIRST && from > 2) {
    const earlier = await readEarlier(database, id, from, now, FIRST - entries.length);
    entries = [...earlier.entries, ...entries];
    from = earlier.from;
    loss = earlier.loss;
  }

  let { revision } = header;
  if (broken !== null) {
    loss = await cutOff(database, header, broken, now);
    // Other tabs may have seen the revision that is no more. They find a gap here, and load the whole.
    revision += 1;
    await database.journal.add(journalRecord(id, revision, [{ kind: 'gap', event: null }]));
    entries = [...entries, { kind: 'gap', event: null }];
  }
  if (broken !== null || !current) {
    const record = {
      ...headerOf(id, revision, scenario, header.ahead, now),
      changed: header.changed,
      events: broken === null ? header.events : await countedEvents(database, id),
      snapshot: header.snapshot,
      since: header.since,
    };
    await writeSnapshot(database, record, scenario, activity);
  }
  const session = await readSession(database, id, now);
  const { ahead } = header;
  return ok({ id, revision, scenario: isSound(scenario), session, activity, ahead, entries, from, loss });
}

/** The world of a snapshot with the commits after it, as far as they lead to something sound. */
function madeAgain(
  snapshot: Scenario,
  { commits, entries, broken }: ReadJournal,
): { readonly scenario: Scenario; readonly broken: number | null } {
  const whole = replayed(snapshot, entries);
  if (whole.ok) return { scenario: whole.value, broken };
  // Something in there is damaged, which is rare: commit by commit, to find out what.
  let scenario = snapshot;
  for (const commit of commits) {
    const next = replayed(scenario, commit.entries);
    if (!next.ok) return { scenario, broken: commit.revision };
    scenario = next.value;
  }
  return { scenario, broken };
}

/** Moves the commits from `broken` on aside: they build on what cannot be read. Returns what to tell. */
async function cutOff(
  database: Database,
  header: WorkspaceHeader,
  broken: number,
  now: Instant,
): Promise<string> {
  const gone = ofWorkspace(database.journal, header.id, broken);
  const reason = `What was done from commit ${broken} to ${header.revision} builds on a record that could not be read. The account is as it was before that.`;
  await keepAside(database, header.id, reason, now, { workspace: header, journal: await gone.toArray() });
  await gone.delete();
  return `Something in the stored history of this workspace was damaged. The account is as it was before that: what was done later is kept aside unchanged, for download from the start page.`;
}

/** Counted anew: how many events were among the records that are gone, nobody can say. */
async function countedEvents({ journal }: Database, id: string): Promise<number> {
  const records = await ofWorkspace(journal, id).toArray();
  return records.reduce<number>((sum, record) => {
    const read = readCommit(record);
    return sum + (read.success ? eventsIn(read.output.entries) : 0);
  }, 0);
}
