// Reading: the parts of a stored workspace, each believed by its schema or set aside.
import * as v from 'valibot';
import type { Activity } from '../account/activity.ts';
import { eventOf, replay, worldAt, type Journal, type JournalEntry } from '../account/journal.ts';
import type { World } from '../account/world.ts';
import type { Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { parseScenario, parseScenarioText } from '../scenario/parse.ts';
import { plainScenario, printScenario } from '../scenario/print.ts';
import { SCENARIO_VERSION, type Scenario, type ScenarioError } from '../scenario/scenario.ts';
import { SIGNED_OUT, type SessionFacts } from '../session/facts.ts';
import { ofWorkspace, type Database } from './database.ts';
import {
  journalHeaderSchema,
  readCommit,
  sessionSchema,
  snapshotSchema,
  type WorkspaceHeader,
} from './records.ts';
import { keepAside } from './set-aside.ts';
import { readUsage } from './usage-schema.ts';

export const detailOf = (error: ScenarioError): string => ('detail' in error ? error.detail : error.kind);

/**
 * The scenario after entries, as the one door lets it through. Entries come from a database or a file and may be anything
 * in the form of changes: what they make of the world is believed only here.
 */
export const replayed = (scenario: Scenario, entries: Journal): Result<Scenario, string> =>
  entries.every(changesNothing) ? ok(scenario) : believed(scenario, () => replay(scenario.world, entries));

/** The scenario before entries that led to this one; in the same way. */
export const steppedBack = (scenario: Scenario, entries: Journal): Result<Scenario, string> =>
  // Who was handed out is not part of the world, and what it names may not have been there yet.
  believed({ ...scenario, handout: [] }, () => worldAt(scenario.world, entries));

const changesNothing = (entry: JournalEntry): boolean => entry.kind !== 'gap' && entry.changes.length === 0;

function believed(scenario: Scenario, make: () => World | null): Result<Scenario, string> {
  let text: string;
  try {
    const world = make();
    if (!world) return err('What was done is not known whole.');
    text = printScenario({ ...scenario, world });
  } catch {
    return err('A change is not in a form that can be made.');
  }
  const parsed = parseScenarioText(text);
  return parsed.ok ? parsed : err(detailOf(parsed.error));
}

type Unread = { readonly kind: 'newerVersion' } | { readonly kind: 'damaged'; readonly detail: string };

export interface Snapshot {
  readonly revision: number;
  readonly scenario: Scenario;
  /** Null: it is not kept there, or cannot be read. */
  readonly usage: Activity | null;
  /** Whether it is the newest, in the version of today. Otherwise a new one is due. */
  readonly current: boolean;
}

/**
 * The newest snapshot that can be read, under the title and story of today. Newer ones that cannot be read are moved
 * aside, unless none can: then the whole workspace has to be.
 */
export async function readSnapshot(
  database: Database,
  header: WorkspaceHeader,
  now: Instant,
): Promise<Result<Snapshot, Unread>> {
  const { snapshots } = database;
  const stored = ofWorkspace(snapshots, header.id);
  const records = (await stored.toArray()).reverse();
  const keys = (await stored.primaryKeys()).reverse();
  let detail: string | null = null;
  for (const [at, record] of records.entries()) {
    const read = v.safeParse(snapshotSchema, record);
    const parsed: Result<Scenario, ScenarioError> =
      read.success && revisionOf(read.output) <= header.revision
        ? snapshotScenario(read.output.scenario, header)
        : err({ kind: 'damaged', detail: 'A snapshot is damaged.' });
    if (!parsed.ok) {
      // Not damaged, only ahead of this build: it stays where the newer build will look for it.
      if (parsed.error.kind === 'tooNew') return err({ kind: 'newerVersion' });
      detail ??= detailOf(parsed.error);
      continue;
    }
    if (at > 0) {
      const reason =
        'A snapshot of the account could not be read. The account was made again from the one before it; nothing is missing.';
      await keepAside(database, header.id, reason, now, { snapshots: records.slice(0, at) });
      await snapshots.bulkDelete(keys.slice(0, at));
    }
    const known = v.parse(snapshotSchema, record);
    const revision = revisionOf(known);
    const usage = readUsage(known.usage);
    return ok({
      revision,
      scenario: parsed.value,
      usage,
      current:
        at === 0 &&
        usage !== null &&
        revision === header.snapshot.revision &&
        header.version === SCENARIO_VERSION,
    });
  }
  return err({ kind: 'damaged', detail: detail ?? 'There is no snapshot of the account.' });
}

/** The revision whose scenario it holds. */
const revisionOf = ({ revision, of }: v.InferOutput<typeof snapshotSchema>): number => of ?? revision;

function snapshotScenario(stored: unknown, header: WorkspaceHeader): Result<Scenario, ScenarioError> {
  let document: unknown = stored;
  if (typeof stored === 'string') {
    try {
      document = JSON.parse(stored);
    } catch {
      return err({ kind: 'damaged', detail: 'The text of a snapshot breaks off or is not JSON.' });
    }
  }
  if (typeof document !== 'object' || document === null) return parseScenario(document);
  const { title, story, handout, directories } = header;
  // These are in the form of their version, and only documents as a whole are brought to a newer one.
  const same = 'version' in document && document.version === header.version;
  const parsed = parseScenario({
    ...document,
    title,
    story,
    ...(same && { handout, ...(directories !== undefined && { directories }) }),
  });
  // A snapshot older than the record, as which it is by now: no journal makes the directories again. Their form has been
  // the same since there are any.
  return parsed.ok && !same && directories !== undefined
    ? parseScenario({ ...plainScenario(parsed.value), directories })
    : parsed;
}

export interface ReadJournal {
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
  /** The entries again, by revision. */
  readonly commits: readonly { readonly revision: number; readonly entries: readonly JournalEntry[] }[];
  /** The first revision that is missing or cannot be read; null: all are here. */
  readonly broken: number | null;
}

/** The commits after a revision, up to the first that cannot be read. Moves nothing. */
export async function readCommits(
  { journal }: Database,
  workspace: string,
  after: number,
  newest: number,
): Promise<Result<ReadJournal, 'newerVersion'>> {
  const records = await ofWorkspace(journal, workspace, after + 1, newest + 1).toArray();
  const commits: { revision: number; entries: readonly JournalEntry[] }[] = [];
  for (let revision = after + 1; revision <= newest; revision++) {
    const record = records[revision - after - 1];
    if (isNewer(record)) return err('newerVersion');
    const read = readCommit(record);
    if (!read.success || read.output.revision !== revision)
      return ok({ commits, entries: commits.flatMap(({ entries }) => entries), broken: revision });
    commits.push({ revision, entries: read.output.entries });
  }
  return ok({ commits, entries: commits.flatMap(({ entries }) => entries), broken: null });
}

/** A form of change that a newer build knows is no damage. */
function isNewer(record: unknown): boolean {
  const outside = v.safeParse(journalHeaderSchema, record);
  return outside.success && outside.output.version > SCENARIO_VERSION;
}

export interface Earlier {
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
  /** The revision with which they begin; 2: there are none before them. */
  readonly from: number;
  /** What could not be read and is now kept aside, in sentences; null when nothing. */
  readonly loss: string | null;
}

/** Entries that are read at a time: few enough that nobody waits for a click in between. */
const BATCH = 2_000;
/** Commits to begin with. How many entries they have tells how many to go on with: a history that came by file has many. */
const PROBE = 4;

/**
 * Entries before a revision, at least `batch` if there are so many. What cannot be read leaves a gap and is moved aside;
 * the others are not held up.
 */
export async function readEarlier(
  database: Database,
  workspace: string,
  before: number,
  now: Instant,
  batch = BATCH,
): Promise<Earlier> {
  let entries: readonly JournalEntry[] = [];
  let unread: readonly Unreadable[] = [];
  let from = before;
  for (let due = PROBE; from > 2 && entries.length < batch;) {
    const start = Math.max(2, from - due);
    const stored = ofWorkspace(database.journal, workspace, start, from);
    const records = await stored.toArray();
    const commits = records.map(readCommit);
    const whole = records.length === from - start && commits.every(({ success }) => success);
    // Where something is missing or damaged, only the keys tell what stands where.
    const keys = whole ? [] : await stored.primaryKeys();
    const part = partOf(start, from, records, commits, keys);
    entries = joined(part.entries, entries);
    unread = [...part.unread, ...unread];
    from = start;
    due = Math.ceil(((batch - entries.length) * (before - from)) / Math.max(1, entries.length));
  }
  if (unread.length === 0) return { entries, from, loss: null };
  const which = unread.length === 1 ? 'One entry' : `${unread.length} entries`;
  const reason = `${which} of the activity list could not be read. The account itself is whole.`;
  await keepAside(database, workspace, reason, now, { journal: unread.map(({ record }) => record) });
  await database.journal.bulkDelete(unread.map(({ key }) => key));
  const loss = `${reason} What was there is kept aside unchanged, for download from the start page.`;
  return { entries, from, loss };
}

const GAP: JournalEntry = { kind: 'gap', event: null };

const isGap = (entry: JournalEntry | undefined): boolean => entry?.kind === 'gap' && eventOf(entry) === null;

/** One gap after another is one gap. */
const joined = (earlier: Journal, later: Journal): Journal =>
  isGap(earlier.at(-1)) && isGap(later[0]) ? [...earlier, ...later.slice(1)] : [...earlier, ...later];

interface Unreadable {
  readonly record: unknown;
  readonly key: [string, number];
}

/** What the records from one revision to before another say. No keys: all are there, and can be read. */
function partOf(
  from: number,
  before: number,
  records: readonly unknown[],
  commits: readonly ReturnType<typeof readCommit>[],
  keys: readonly [string, number][],
): { readonly entries: Journal; readonly unread: readonly Unreadable[] } {
  const entries: JournalEntry[] = [];
  const unread: Unreadable[] = [];
  const add = (entry: JournalEntry): void => {
    if (!isGap(entry) || !isGap(entries.at(-1))) entries.push(entry);
  };
  let expected = from;
  for (const [at, commit] of commits.entries()) {
    const key = keys[at];
    const revision = key?.[1] ?? expected;
    if (revision !== expected || !commit.success) add(GAP);
    if (commit.success) commit.output.entries.forEach(add);
    else if (key && !isNewer(records[at])) unread.push({ record: records[at], key });
    expected = revision + 1;
  }
  if (expected < before) add(GAP);
  return { entries, unread };
}

/** Who was signed in; signed out when that cannot be read. */
export async function readSession(
  database: Database,
  workspace: string,
  now: Instant,
): Promise<SessionFacts> {
  const { sessions } = database;
  const record = await sessions.get(workspace);
  if (record === undefined) return SIGNED_OUT;
  const read = v.safeParse(sessionSchema, record);
  if (read.success) return read.output.facts;
  const reason = 'Who was signed in could not be read, so nobody is.';
  await keepAside(database, workspace, reason, now, { session: record });
  await sessions.delete(workspace);
  return SIGNED_OUT;
}
