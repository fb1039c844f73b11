// Backups: a whole workspace as a file, its journal included, and back through a door of its own.
import * as v from 'valibot';
import { makeChanges } from '../account/inverse.ts';
import type { Journal, JournalEntry } from '../account/journal.ts';
import { entry as entryIn } from '../account/record.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { parseScenario } from '../scenario/parse.ts';
import { printScenario } from '../scenario/print.ts';
import { SCENARIO_VERSION, type Scenario, type ScenarioError } from '../scenario/scenario.ts';
import { bytesOf, fileName, MAX_BYTES, readScenarioFile, textOf, type Download } from './file.ts';
import { entrySchema } from './journal-schema.ts';
import { changesOfToday, type KnownAccounts } from './older-changes.ts';
import { replayed, steppedBack } from './reading.ts';
import type { Shareable } from './travel.ts';

/** A workspace without who is signed in: credentials are in no file. */
export interface Backup {
  readonly scenario: Scenario;
  /** Oldest first. */
  readonly entries: Journal;
}

const BACKUP_FORMAT = 'rolecall-backup';

/** The file, named after the title, for example `bookshop-playground.rolecall-backup.json`. */
export function backupFile<Given extends Backup>({ scenario, entries }: Shareable<Given>): Download {
  // The version is that of the scenario format: changes hold parts of a world.
  const head = `"format":"${BACKUP_FORMAT}","version":${SCENARIO_VERSION}`;
  const text = `{${head},"scenario":${printScenario(scenario)},"entries":${JSON.stringify(entries)}}`;
  return {
    name: fileName(scenario.title, 'rolecall-backup'),
    blob: new Blob([text], { type: 'application/json' }),
  };
}

const backupSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  scenario: v.unknown(),
  entries: v.array(v.unknown()),
});

/** A backup holds an account that a file of its own may hold, and every document that was ever saved in it. */
export const MAX_BACKUP_BYTES = 8 * MAX_BYTES;

/** What is in a file that somebody chose. */
export interface Found {
  readonly scenario: Scenario;
  /** The journal of a backup; null: it is the file of a scenario. */
  readonly history: Journal | null;
}

/** Reads a file of either kind: it says itself, with its first words, which it is. */
export async function readFile(file: Blob): Promise<Result<Found, ScenarioError>> {
  if (!(await startsAsBackup(file))) {
    const read = await readScenarioFile(file);
    return read.ok ? ok({ scenario: read.value, history: null }) : read;
  }
  const bytes = await bytesOf(file, MAX_BACKUP_BYTES);
  if (!bytes.ok) return bytes;
  let input: unknown;
  try {
    input = JSON.parse(textOf(bytes.value) ?? '');
  } catch {
    return damaged('The text breaks off or is not JSON.');
  }
  const read = parseBackup(input);
  return read.ok ? ok({ scenario: read.value.scenario, history: read.value.entries }) : read;
}

async function startsAsBackup(file: Blob): Promise<boolean> {
  try {
    return /^\s*\{\s*"format"\s*:\s*"rolecall-backup"/.test(await file.slice(0, 100).text());
  } catch {
    // It cannot be read; whoever reads it whole says so.
    return false;
  }
}

/**
 * Reads a backup that may be anything. The scenario passes its own door, each entry its schema; and the entries have to
 * lead from a sound world to that of the scenario. What takes them back is worked out anew and not believed: undo would
 * otherwise do what nobody did.
 *
 * - `foreign`: not a backup at all
 * - `tooNew`: of a later build
 * - `damaged`: says what of it is
 */
export function parseBackup(input: unknown): Result<Backup, ScenarioError> {
  if (typeof input !== 'object' || input === null || !('format' in input) || input.format !== BACKUP_FORMAT)
    return err({ kind: 'foreign', detail: 'It does not say that it is a Rolecall backup.' });
  const outside = v.safeParse(backupSchema, input);
  if (!outside.success) return damaged('It is not in the form of a backup.');
  const { version, scenario: document, entries: unread } = outside.output;
  if (version > SCENARIO_VERSION) return err({ kind: 'tooNew', version });
  const scenario = parseScenario(document);
  if (!scenario.ok) return scenario;

  const entries: JournalEntry[] = [];
  for (const [at, entry] of ofToday(unread, version, scenario.value).entries()) {
    const read = v.safeParse(entrySchema, entry);
    if (!read.success) return damaged(`entries › ${at + 1}: is not an entry of a journal.`);
    entries.push(read.output);
  }
  const gap = entries.findLastIndex(({ kind }) => kind === 'gap') + 1;
  const led = ledFrom(scenario.value, entries.slice(gap));
  if (!led.ok) return damaged(`entries: ${led.error}`);
  return ok({ scenario: scenario.value, entries: [...entries.slice(0, gap), ...led.value] });
}

/** The entries with inverses worked out anew, if they lead from some account to this one. */
function ledFrom(scenario: Scenario, entries: Journal): Result<Journal, string> {
  const first = steppedBack(scenario, entries);
  if (!first.ok) return err(`do not lead back to an account. ${first.error}`);
  const last = replayed(first.value, entries);
  if (!last.ok || printScenario(last.value) !== printScenario({ ...scenario, handout: [] }))
    return err('do not lead to the account that they come with.');
  let { world } = first.value;
  const anew = entries.map((entry) => {
    if (entry.kind === 'gap') return entry;
    const made = makeChanges(world, entry.changes);
    world = made.world;
    return { ...entry, inverse: made.inverse };
  });
  return ok(anew);
}

/** The oldest version whose changes can be brought along. */
const FIRST_KEPT = 3;

function ofToday(entries: readonly unknown[], version: number, { world }: Scenario): readonly unknown[] {
  if (version < FIRST_KEPT) return entries.map(withoutChanges);
  // They have to lead to these very accounts.
  const known: KnownAccounts = (id) =>
    typeof id === 'string' ? entryIn(world.accounts, id)?.created : undefined;
  const changed = changesOfToday(entries, version, known);
  return Array.isArray(changed) ? changed : entries;
}

/** Changes in the form of a version before that cannot be made any more: what was done stays in the list, and for good. */
function withoutChanges(entry: unknown): unknown {
  const known = typeof entry === 'object' && entry !== null && 'event' in entry;
  return { kind: 'gap', event: known ? entry.event : null };
}

const damaged = (detail: string): Result<never, ScenarioError> => err({ kind: 'damaged', detail });
