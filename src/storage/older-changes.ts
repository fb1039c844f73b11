// Older changes: a journal that an older build wrote, with its changes in the form of today.
import { isTable, valuesOf } from '../account/table.ts';
import { accountCreated } from '../scenario/account-created.ts';

/** A record of JSON of which nothing has been believed yet. */
type Raw = Readonly<Record<string, unknown>>;

/** When an account was made, where that is known already. */
export type KnownAccounts = (id: unknown) => string | undefined;

const NOTHING_KNOWN: KnownAccounts = () => undefined;

/**
 * The entries of a commit or a backup of the version of the scenario format that it names, for the schema to believe. What is
 * not as expected is left as it is.
 *
 * - Version 3 knew the changes that version 4 did: directories, which came with it, no change touches.
 * - Version 5: an account that is put into the world knows when it was made.
 */
export const changesOfToday = (
  entries: unknown,
  version: number,
  known: KnownAccounts = NOTHING_KNOWN,
): unknown =>
  version < 5 && Array.isArray(entries)
    ? entries.map((entry: unknown) => (isRaw(entry) ? entryOfToday(entry, known) : entry))
    : entries;

const entryOfToday = (entry: Raw, known: KnownAccounts): Raw => ({
  ...entry,
  ...('changes' in entry && { changes: withDates(entry['changes'], known) }),
  ...('inverse' in entry && { inverse: withDates(entry['inverse'], known) }),
});

const withDates = (changes: unknown, known: KnownAccounts): unknown =>
  Array.isArray(changes) ? changes.map((change: unknown) => withDate(change, known)) : changes;

function withDate(change: unknown, known: KnownAccounts): unknown {
  if (!isRaw(change) || change['kind'] !== 'accountPut' || !isRaw(change['value'])) return change;
  const { value } = change;
  const created = known(value['id']) ?? accountCreated(Object.values(value).filter(isRaw).flatMap(thingsIn));
  return { ...change, value: { created, ...value } };
}

/** In a change the tables of an account are as they are in a world. */
const thingsIn = (field: Raw): unknown[] => (isTable(field) ? valuesOf(field) : Object.values(field).flat());

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
