// The schema of journal entries: by what the history of a workspace is believed when it comes back from a database or a file.
import * as v from 'valibot';
import type { Change } from '../account/change.ts';
import type { JournalEntry } from '../account/journal.ts';
import type { Proven, Same } from '../scenario/same.ts';
import { apiEventSchema } from './event-schema.ts';

/** Complete by type: a change of a new kind does not compile until it is listed. */
const KINDS: Readonly<Record<Change['kind'], true>> = {
  entitySet: true,
  entityPatched: true,
  partSet: true,
  accountSet: true,
  accountPut: true,
  organizationSet: true,
  organizationPatched: true,
  organizationPartSet: true,
  policyVersionCreated: true,
  policyVersionDeleted: true,
  defaultVersionSet: true,
  inlinePolicyPut: true,
};

/**
 * Of a change no more is believed here than its kind. A change is only ever looked at by applying it, and whoever applies
 * changes that were read has the world that comes of it pass the door of `parseScenario` before anybody sees it, as
 * `replayed` does: every value of it then, and the rules between them, are checked once, not change by change.
 */
const isChange = (input: unknown): boolean => {
  if (typeof input !== 'object' || input === null || !('kind' in input)) return false;
  return typeof input.kind === 'string' && Object.hasOwn(KINDS, input.kind);
};

const changes = v.array(v.custom<Change>(isChange, 'must be a change'));

const step = {
  id: v.string(),
  time: v.string(),
  eventID: v.string(),
  eventName: v.string(),
  changes,
  inverse: changes,
};

export const entrySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('call'), event: apiEventSchema, changes, inverse: changes }),
  v.strictObject({ kind: v.picklist(['undo', 'redo']), ...step }),
  v.strictObject({ kind: v.literal('gap'), event: v.nullable(apiEventSchema) }),
]);

/** `JournalEntry`, proven to be what the schema lets through. */
export type StoredEntry = Proven<Same<v.InferOutput<typeof entrySchema>, JournalEntry>, JournalEntry>;
