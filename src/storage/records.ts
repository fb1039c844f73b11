// Records: what the database holds, and the schemas by which records are believed when they come back.
import * as v from 'valibot';
import type { TemporaryKey } from '../account/caller.ts';
import type { SessionFacts } from '../session/facts.ts';
import { apiEventSchema, type StoredEvent } from './event-schema.ts';

/** A whole account world is one record: thousands of entities are then written in milliseconds. */
export interface WorkspaceRecord {
  readonly id: string;
  /** Counts the commits, from 1. Whoever wants to write names the one they have seen. */
  readonly revision: number;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** The document, as `plainScenario` makes it. */
  readonly scenario: object;
}

/** One event of the activity list. Its place is the commit that wrote it and the position in that commit. */
export interface EventRecord {
  readonly workspace: string;
  readonly revision: number;
  readonly position: number;
  readonly event: StoredEvent;
}

export interface SessionRecord {
  readonly workspace: string;
  readonly facts: SessionFacts;
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
  readonly events: EventRecord;
  readonly sessions: SessionRecord;
  readonly setAside: SetAsideRecord;
  readonly settings: SettingRecord;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The scenario inside is for `parseScenario` to believe. */
export const workspaceSchema = v.object({
  id: v.string(),
  revision: count,
  title: v.string(),
  changed: v.number(),
  scenario: v.unknown(),
});

/** A record of which only the outside has been believed. */
export type WorkspaceHeader = v.InferOutput<typeof workspaceSchema>;

export const eventSchema = v.object({
  workspace: v.string(),
  revision: count,
  position: count,
  event: apiEventSchema,
});

/** Those of older builds do not say what they are, nor when the code of an MFA device was given. */
const credentials = v.pipe(
  v.strictObject({
    kind: v.optional(v.literal('console'), 'console'),
    accessKeyId: v.string(),
    issued: v.string(),
    expires: v.string(),
    mfa: v.union([v.nullable(v.string()), v.boolean()]),
  }),
  v.transform(({ mfa, ...key }): TemporaryKey<'console'> => ({
    ...key,
    mfa: typeof mfa === 'boolean' ? (mfa ? key.issued : null) : mfa,
  })),
);

const factsSchema: v.GenericSchema<unknown, SessionFacts> = v.variant('kind', [
  v.strictObject({ kind: v.literal('signedOut') }),
  v.strictObject({
    kind: v.literal('signedIn'),
    caller: v.variant('kind', [
      v.strictObject({ kind: v.literal('root'), account: v.string(), credentials }),
      v.strictObject({
        kind: v.literal('user'),
        account: v.string(),
        name: v.string(),
        id: v.exactOptional(v.string()),
        credentials,
      }),
    ]),
  }),
]);

export const sessionSchema = v.object({ workspace: v.string(), facts: factsSchema });

export const setAsideSchema = v.object({
  id: v.number(),
  workspace: v.string(),
  reason: v.string(),
  when: v.number(),
  content: v.unknown(),
});

export const settingSchema = v.object({ name: v.literal('lastOpen'), value: v.string() });
