// Usage: what a journal tells of the use of credentials, kept beside it so that no call reads the whole of it.
import type { Activity } from '../account/activity.ts';
import { withEntries } from '../account/activity-of-events.ts';
import type { Journal, JournalEntry } from '../account/journal.ts';

export class Usage {
  #activity: Activity;
  /** The entries that are in it. */
  readonly #known: WeakSet<JournalEntry>;

  /**
   * @param activity At the end of `loaded`, and of all that was before.
   * @param loaded The newest entries of the journal.
   */
  constructor(activity: Activity, loaded: Journal) {
    this.#activity = activity;
    this.#known = new WeakSet(loaded);
  }

  /**
   * As of the end of a journal that goes on where the last one ended: what is new is last in it. Entries that were made again
   * behind those of another tab count again, since they are later by now.
   */
  of(journal: Journal): Activity {
    let known = journal.length;
    for (; known > 0; known--) {
      const entry = journal[known - 1];
      if (entry && this.#known.has(entry)) break;
    }
    const fresh = journal.slice(known);
    for (const entry of fresh) this.#known.add(entry);
    if (fresh.length > 0) this.#activity = withEntries(this.#activity, fresh);
    return this.#activity;
  }
}
