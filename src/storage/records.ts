// Records: what the database holds, and the schemas by which records are believed when they come back.
import * as v from 'valibot';
import type { Directories } from '../account/directories.ts';
import { SCENARIO_VERSION, type HandoutEntry } from '../scenario/scenario.ts';
import type { SessionFacts } from '../session/facts.ts';
import { factsSchema } from '../session/facts-schema.ts';
import { keyringSchema, type Keyring } from '../session/keyring.ts';
import { entrySchema, type StoredEntry } from './journal-schema.ts';
import type { StoredUsage } from './usage-schema.ts';
import { changesOfToday } from './older-changes.ts';

/** What is said about a workspace. Its world is that of its newest snapshot with the journal after it. */
export interface WorkspaceRecord {
  readonly id: string;
  /** Counts the commits, from 1. Whoever wants to write names the one they have seen. */
  readonly revision: number;
  /** Of the scenario format, in which this record was written. */
  readonly version: number;
  readonly title: string;
  readonly story: string;
  readonly handout: readonly HandoutEntry[];
  readonly directories: Directories;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** Seconds by which the clock of the workspace is ahead of the real one. */
  readonly ahead: number;
  /** How many are in the journal. */
  readonly events: number;
  /** The newest one, and its length. */
  readonly snapshot: { readonly revision: number; readonly characters: number };
  /** What the journal has gained since: entries that changed the world, and their length. */
  readonly since: { readonly changes: number; readonly characters: number };
}

/** One commit. Every commit after the first, which made the workspace, has its record, if only an empty one. */
export interface JournalRecord {
  readonly workspace: string;
  readonly revision: number;
  /** Of the scenario format, in which the changes were written. */
  readonly version: number;
  readonly entries: readonly StoredEntry[];
}

/** The whole scenario at a revision. */
export interface SnapshotRecord {
  readonly workspace: string;
  /** Counts the commits; 0 is the copy of the first snapshot. */
  readonly revision: number;
  /** Of the copy: the revision whose scenario it holds. */
  readonly of?: number;
  /** Its printed text. Databases that an older build made may have it as a value. */
  readonly scenario: string;
  /** What the journal up to there tells of the use of credentials. Older builds did not keep it. */
  readonly usage?: StoredUsage;
}

export interface SessionRecord {
  readonly workspace: string;
  readonly facts: SessionFacts;
}

/** What whoever sits at this browser keeps for a workspace: secrets of access keys among it. */
export interface KeyringRecord {
  readonly workspace: string;
  readonly keyring: Keyring;
}

/** What could not be read, as it was found. */
export interface SetAsideRecord {
  /** Given by the database. */
  readonly id?: number;
  readonly workspace: string;
  /** One sentence for a person. */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly when: number;
  readonly content: unknown;
}

export interface SettingRecord {
  readonly name: 'lastOpen';
  /** The id of a workspace. */
  readonly value: string;
}

/** Every table of the database. */
export interface Stored {
  readonly workspaces: WorkspaceRecord;
  readonly journal: JournalRecord;
  readonly snapshots: SnapshotRecord;
  readonly sessions: SessionRecord;
  readonly keyrings: KeyringRecord;
  readonly setAside: SetAsideRecord;
  readonly settings: SettingRecord;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Story, handout and directories are for `parseScenario` to believe. */
export const workspaceSchema = v.object({
  id: v.string(),
  revision: count,
  version: count,
  title: v.string(),
  story: v.unknown(),
  handout: v.unknown(),
  /** Records of older versions have none. */
  directories: v.exactOptional(v.unknown()),
  changed: v.number(),
  ahead: count,
  events: count,
  snapshot: v.object({ revision: count, characters: count }),
  since: v.object({ changes: count, characters: count }),
});

/** A record of which only the outside has been believed. */
export type WorkspaceHeader = v.InferOutput<typeof workspaceSchema>;

const journalOutside = { workspace: v.string(), revision: count, version: count };

/** Enough to see whether a newer build has written it. */
export const journalHeaderSchema = v.object(journalOutside);

const olderSchema = v.looseObject({
  version: v.pipe(v.number(), v.maxValue(SCENARIO_VERSION - 1)),
  entries: v.unknown(),
});

const journalSchema = v.object({ ...journalOutside, entries: v.array(entrySchema) });

/** One commit as it is kept, in the form of today: an older build may have written it. */
export const readCommit = (record: unknown): v.SafeParseResult<typeof journalSchema> => {
  const outside = v.safeParse(olderSchema, record);
  if (!outside.success) return v.safeParse(journalSchema, record);
  const { version, entries } = outside.output;
  return v.safeParse(journalSchema, { ...outside.output, entries: changesOfToday(entries, version) });
};

/** The scenario is for `parseScenario` to believe, the usage for `readUsage`. */
export const snapshotSchema = v.object({
  workspace: v.string(),
  revision: count,
  of: v.optional(count),
  scenario: v.unknown(),
  usage: v.exactOptional(v.unknown()),
});

export const sessionSchema = v.object({ workspace: v.string(), facts: factsSchema });

export const keyringRecordSchema = v.object({ workspace: v.string(), keyring: keyringSchema });

export const setAsideSchema = v.object({
  id: v.number(),
  workspace: v.string(),
  reason: v.string(),
  when: v.number(),
  content: v.unknown(),
});

export const settingSchema = v.object({ name: v.literal('lastOpen'), value: v.string() });
