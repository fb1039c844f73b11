// The activity list of a journal: its events and, between them, what was undone and redone.
import { eventOf, type CallEntry, type Journal, type StepEntry } from '../account/journal.ts';
import type { Activity } from '../ui/shared/workspace.ts';

/** Newest first. */
export function activityOf(journal: Journal): readonly Activity[] {
  const items: Activity[] = [];
  for (let at = journal.length - 1; at >= 0; at--) {
    const entry = journal[at];
    const event = entry ? eventOf(entry) : null;
    if (event) items.push({ kind: 'event', event });
    if (entry?.kind !== 'undo' && entry?.kind !== 'redo') continue;
    const { kind, id, time, eventID, eventName } = entry;
    items.push({ kind, id, time, eventID, eventName });
  }
  return items;
}

/** The name of the call that an entry is about. */
export const calledIn = (entry: CallEntry | StepEntry): string =>
  entry.kind === 'call' ? entry.event.eventName : entry.eventName;
