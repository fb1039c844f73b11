// Unsaved: what is on the screen and not in the database.
import type { Directories } from '../account/directories.ts';
import type { Journal } from '../account/journal.ts';
import type { SessionFacts } from '../session/facts.ts';
import type { About } from '../ui/shared/workspace.ts';

export interface Unsaved {
  /** Oldest first. */
  readonly entries: Journal;
  /** Null: as it was. */
  readonly session: SessionFacts | null;
  /** Null: as it was. */
  readonly about: About | null;
  /** Null: as they were. */
  readonly directories: Directories | null;
  /** Seconds by which the clock is ahead. Null: as it was. */
  readonly ahead: number | null;
}

export const NOTHING: Unsaved = { entries: [], session: null, about: null, directories: null, ahead: null };

/** What was to be saved, and what has come since. */
export const together = (before: Unsaved, since: Partial<Unsaved>): Unsaved => ({
  entries: [...before.entries, ...(since.entries ?? [])],
  session: since.session ?? before.session,
  about: since.about ?? before.about,
  directories: since.directories ?? before.directories,
  ahead: since.ahead ?? before.ahead,
});
