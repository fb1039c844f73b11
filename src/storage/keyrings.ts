// Keyrings in the database: read through their schema, and changed within the transaction that has read them.
import * as v from 'valibot';
import type { Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { EMPTY_KEYRING, keyringSchema, type Keyring } from '../session/keyring.ts';
import type { Database } from './database.ts';
import { storageError, type StorageError } from './errors.ts';
import { keyringRecordSchema } from './records.ts';
import { keepAside } from './set-aside.ts';

/** Empty where there is none, or none that could be read: that goes aside. Must run inside a transaction over all tables. */
export async function readKeyring(database: Database, workspace: string, now: Instant): Promise<Keyring> {
  const { keyrings } = database;
  const record = await keyrings.get(workspace);
  if (record === undefined) return EMPTY_KEYRING;
  const read = v.safeParse(keyringRecordSchema, record);
  if (read.success) return read.output.keyring;
  const reason = 'The profiles that were kept here could not be read.';
  await keepAside(database, workspace, reason, now, { keyring: record });
  await keyrings.delete(workspace);
  return EMPTY_KEYRING;
}

/** Must run inside a transaction, as `readKeyring`. What could not be read back is not written. */
export async function changeKeyring(
  database: Database,
  workspace: string,
  change: (keyring: Keyring) => Keyring,
  now: Instant,
): Promise<Result<Keyring, StorageError>> {
  if ((await database.workspaces.where('id').equals(workspace).count()) === 0)
    return err(storageError('missing'));
  const changed = v.safeParse(keyringSchema, change(await readKeyring(database, workspace, now)));
  if (!changed.success) {
    const detail =
      'A profile has a name of its own without brackets, and settings of one line each in small letters.';
    return err(storageError('unsound', detail));
  }
  const keyring = changed.output;
  await database.keyrings.put({ workspace, keyring });
  return ok(keyring);
}
