// Activity: when credentials, roles and services were used last, and what is gone. It follows from the events, and no undo takes it back.
import type { Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import { EMPTY, lookup, withValue, type Table } from './table.ts';

export interface Activity {
  /** By id. */
  readonly accessKeys: Table<KeyUse>;
  /** Sign-ins to the console, by unique id of the user; root users by the id of their account. */
  readonly passwords: Table<Instant>;
  /** Calls by sessions of a role, by unique id of the role. */
  readonly roles: Table<RoleUse>;
  /** Calls, as `ID/SERVICE` with the unique id of the user or role; root users by the id of their account. */
  readonly services: Table<ServiceUse>;
  /** When queues of SQS were deleted, by their ARN: AWS keeps their names for a minute. */
  readonly deletedQueues: Table<Instant>;
}

export interface KeyUse {
  readonly date: Instant;
  /** `s3` */
  readonly service: string;
  readonly region: string;
}

export interface RoleUse {
  readonly date: Instant;
  readonly region: string;
}

export interface ServiceUse {
  readonly date: Instant;
  readonly region: string;
  /** When each management action was asked for last, by its name without prefix; denied or not. */
  readonly actions: Readonly<Record<string, Instant>>;
}

export const NO_ACTIVITY: Activity = {
  accessKeys: EMPTY,
  passwords: EMPTY,
  roles: EMPTY,
  services: EMPTY,
  deletedQueues: EMPTY,
};

/** One use, as an event tells of it. */
export interface Use {
  readonly date: Instant;
  readonly service: string;
  readonly region: string;
  /** Without prefix; null for work on data, which counts for the service and not for the action. */
  readonly action: string | null;
  readonly by:
    | {
        readonly kind: 'root' | 'user';
        /** `AIDA…`, or the id of the account. */
        readonly id: string;
        readonly accessKeyId: string | null;
      }
    | { readonly kind: 'role'; readonly id: string };
}

export function withUse(activity: Activity, { date, service, region, action, by }: Use): Activity {
  const place = `${by.id}/${service}`;
  const before = lookup(activity.services, place);
  const services = withValue(activity.services, place, {
    date,
    region,
    actions: action === null ? (before?.actions ?? {}) : { ...before?.actions, [action]: date },
  });
  if (by.kind === 'role')
    return { ...activity, services, roles: withValue(activity.roles, by.id, { date, region }) };
  // Temporary keys are nobody's to look after.
  if (!by.accessKeyId?.startsWith('AKIA')) return { ...activity, services };
  const accessKeys = withValue(activity.accessKeys, by.accessKeyId, { date, service, region });
  return { ...activity, services, accessKeys };
}

/** @param id Of the user, or of the account for its root user. */
export const withSignIn = (activity: Activity, id: string, date: Instant): Activity => ({
  ...activity,
  passwords: withValue(activity.passwords, id, date),
});

export const withDeletedQueue = (activity: Activity, arn: Arn, date: Instant): Activity => ({
  ...activity,
  deletedQueues: withValue(activity.deletedQueues, arn, date),
});
