// Usage: what a journal tells of the use of credentials, kept beside it so that no call reads the whole of it.
import { withEvent } from '../account/activity-of-events.ts';
import { NO_ACTIVITY, type Activity } from '../account/activity.ts';
import { eventOf, type Journal } from '../account/journal.ts';

export class Usage {
  #journal: Journal = [];
  #activity: Activity = NO_ACTIVITY;

  /** A journal that goes on where the last one ended costs only what is new in it. */
  of(journal: Journal): Activity {
    const known = this.#journal.length;
    const goesOn =
      known <= journal.length &&
      this.#journal[0] === (known === 0 ? undefined : journal[0]) &&
      this.#journal[known - 1] === (known === 0 ? undefined : journal[known - 1]);
    const fresh = goesOn ? journal.slice(known) : journal;
    this.#activity = fresh.reduce(
      (activity, entry) => {
        const event = eventOf(entry);
        return event ? withEvent(activity, event) : activity;
      },
      goesOn ? this.#activity : NO_ACTIVITY,
    );
    this.#journal = journal;
    return this.#activity;
  }
}
