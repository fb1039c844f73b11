// The schema of usage: what a journal tells of the use of credentials, as it is kept with a snapshot.
import * as v from 'valibot';
import type { Activity } from '../account/activity.ts';
import { recordOf, tableOf } from '../account/table.ts';

/** The activity as it is kept: plain records in place of tables. */
export type StoredUsage = ReturnType<typeof plainUsage>;

export const plainUsage = ({ accessKeys, passwords, roles, services, deletedQueues }: Activity) => ({
  accessKeys: recordOf(accessKeys),
  passwords: recordOf(passwords),
  roles: recordOf(roles),
  services: recordOf(services),
  deletedQueues: recordOf(deletedQueues),
});

const byName = <Value>(value: v.GenericSchema<unknown, Value>) => v.record(v.string(), value);
const used = { date: v.string(), region: v.string() };

const usageSchema = v.object({
  accessKeys: byName(v.object({ ...used, service: v.string() })),
  passwords: byName(v.string()),
  roles: byName(v.object(used)),
  services: byName(v.object({ ...used, actions: byName(v.string()) })),
  deletedQueues: byName(v.string()),
});

/** Null: an older build wrote the snapshot, or it is damaged. The journal tells it again. */
export function readUsage(stored: unknown): Activity | null {
  const read = v.safeParse(usageSchema, stored);
  if (!read.success) return null;
  const { accessKeys, passwords, roles, services, deletedQueues } = read.output;
  return {
    accessKeys: tableOf(accessKeys),
    passwords: tableOf(passwords),
    roles: tableOf(roles),
    services: tableOf(services),
    deletedQueues: tableOf(deletedQueues),
  };
}
