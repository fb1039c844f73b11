// Usage: what the journal of a workspace tells of the use of credentials, up to one of its revisions.
import { NO_ACTIVITY, type Activity } from '../account/activity.ts';
import { withEntries } from '../account/activity-of-events.ts';
import { ofWorkspace, type Database } from './database.ts';
import { readCommit } from './records.ts';

/** Commits that are looked at together: as many as fit well into memory. */
const BATCH = 1_000;

/**
 * The activity at a revision, from that at an earlier one; null: from none, so that the whole journal is read. What in it
 * cannot be read tells nothing.
 */
export async function usageAt(
  { journal }: Database,
  workspace: string,
  revision: number,
  before: { readonly revision: number; readonly activity: Activity } | null,
): Promise<Activity> {
  let activity = before?.activity ?? NO_ACTIVITY;
  for (let from = (before?.revision ?? 0) + 1; from <= revision; from += BATCH) {
    const below = Math.min(from + BATCH, revision + 1);
    for (const record of await ofWorkspace(journal, workspace, from, below).toArray()) {
      const read = readCommit(record);
      if (read.success) activity = withEntries(activity, read.output.entries);
    }
  }
  return activity;
}
