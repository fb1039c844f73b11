// Set aside: what could not be read is moved here untouched, with the reason, and can be downloaded.
import * as v from 'valibot';
import { epochMillis, type Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { ofWorkspace, type Database } from './database.ts';
import { storageError, type StorageError } from './errors.ts';
import type { Download } from './file.ts';
import { setAsideSchema } from './records.ts';

export interface SetAside {
  readonly id: string;
  /** The workspace it was part of. */
  readonly workspace: string;
  /** One sentence for a person. */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** Adds to what is kept aside. Removing it from its place is for the same transaction of the caller. */
export async function keepAside(
  { setAside }: Database,
  workspace: string,
  reason: string,
  now: Instant,
  content: unknown,
): Promise<void> {
  await setAside.add({ workspace, reason, when: epochMillis(now), content });
}

/**
 * Moves a workspace with all that belongs to it. Must run inside a transaction over all tables, so that a record is
 * at every moment either in its place or here.
 */
export async function setWorkspaceAside(
  database: Database,
  workspace: string,
  reason: string,
  now: Instant,
): Promise<void> {
  const { workspaces, journal, snapshots, sessions, keyrings } = database;
  await keepAside(database, workspace, reason, now, {
    workspace: await workspaces.get(workspace),
    session: await sessions.get(workspace),
    keyring: await keyrings.get(workspace),
    snapshots: await ofWorkspace(snapshots, workspace).toArray(),
    journal: await ofWorkspace(journal, workspace).toArray(),
  });
  await removeWorkspace(database, workspace);
}

/** Must run inside a transaction, as `setWorkspaceAside`. */
export async function removeWorkspace(
  { workspaces, journal, snapshots, sessions, keyrings }: Database,
  workspace: string,
): Promise<void> {
  await workspaces.delete(workspace);
  await sessions.delete(workspace);
  await keyrings.delete(workspace);
  await ofWorkspace(snapshots, workspace).delete();
  await ofWorkspace(journal, workspace).delete();
}

/** Oldest first. */
export async function listSetAside({ setAside }: Database): Promise<SetAside[]> {
  const found: SetAside[] = [];
  await setAside.each((record) => {
    const read = v.safeParse(setAsideSchema, record);
    if (!read.success) return;
    const { id, workspace, reason, when } = read.output;
    found.push({ id: String(id), workspace, reason, when });
  });
  return found;
}

/** The record as a file, exactly as it was found. */
export async function readSetAside(
  { setAside }: Database,
  id: string,
): Promise<Result<Download, StorageError>> {
  const record = await setAside.get(Number(id));
  if (record === undefined) return err(storageError('missing'));
  // What JSON has no form for is written as text; nothing of it may be lost in silence.
  const text = JSON.stringify(
    record,
    (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
    2,
  );
  return ok({
    name: `set-aside-${id}.rolecall.json`,
    blob: new Blob([text], { type: 'application/json' }),
  });
}
