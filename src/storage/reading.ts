// Reading: the parts of a stored workspace, each believed by its schema or set aside.
import * as v from 'valibot';
import type { ApiEvent } from '../account/event.ts';
import type { Instant } from '../aws/instant.ts';
import { SIGNED_OUT, type SessionFacts } from '../session/facts.ts';
import type { Database } from './database.ts';
import { eventSchema, sessionSchema } from './records.ts';
import { keepAside } from './set-aside.ts';

/** The events of a workspace, oldest first. Those that cannot be read are moved aside; the others are not held up. */
export async function readEvents(database: Database, workspace: string, now: Instant): Promise<ApiEvent[]> {
  const { events } = database;
  const read: ApiEvent[] = [];
  const unread: { record: unknown; key: [string, number, number] }[] = [];
  await events
    .where('workspace')
    .equals(workspace)
    .each((record, { primaryKey }) => {
      const believed = v.safeParse(eventSchema, record);
      if (believed.success) read.push(believed.output.event);
      else unread.push({ record, key: primaryKey });
    });
  if (unread.length > 0) {
    const which = unread.length === 1 ? 'One event' : `${unread.length} events`;
    const reason = `${which} of the activity list could not be read.`;
    await keepAside(database, workspace, reason, now, { events: unread.map(({ record }) => record) });
    await events.bulkDelete(unread.map(({ key }) => key));
  }
  return read;
}

/** Who was signed in; signed out when that cannot be read. */
export async function readSession(
  database: Database,
  workspace: string,
  now: Instant,
): Promise<SessionFacts> {
  const { sessions } = database;
  const record = await sessions.get(workspace);
  if (record === undefined) return SIGNED_OUT;
  const read = v.safeParse(sessionSchema, record);
  if (read.success) return read.output.facts;
  const reason = 'Who was signed in could not be read, so nobody is.';
  await keepAside(database, workspace, reason, now, { session: record });
  await sessions.delete(workspace);
  return SIGNED_OUT;
}
