// Last accessed: what the activity tells of the use of one service by some users and roles.
import type { Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { Activity, ServiceUse } from './activity.ts';
import { groupsOf, roleArn, userArn } from './find.ts';
import { entry } from './record.ts';
import { lookup, sortedValues } from './table.ts';
import type { Account, Role, User } from './world.ts';

/** A user or role that may have used a service. */
export interface Accessor {
  readonly kind: 'USER' | 'ROLE';
  readonly arn: Arn;
  readonly name: string;
  readonly id: string;
  readonly path: string;
}

export const userAccessor = (account: Account, user: User): Accessor => ({
  kind: 'USER',
  arn: userArn(account, user),
  name: user.name,
  id: user.id,
  path: user.path,
});

export const roleAccessor = (account: Account, role: Role): Accessor => ({
  kind: 'ROLE',
  arn: roleArn(account, role),
  name: role.name,
  id: role.id,
  path: role.path,
});

/** Who has a managed policy, directly or through a group. */
export function accessorsWith(account: Account, policy: Arn): Accessor[] {
  const has = ({ attached }: { readonly attached: readonly Arn[] }): boolean => attached.includes(policy);
  return [
    ...sortedValues(account.users)
      .filter((user) => has(user) || groupsOf(account, user).some(has))
      .map((user) => userAccessor(account, user)),
    ...sortedValues(account.roles)
      .filter(has)
      .map((role) => roleAccessor(account, role)),
  ];
}

export interface Access {
  readonly by: Accessor;
  readonly use: ServiceUse;
}

/** Of those who have used the service, newest first. */
export const accessesOf = (
  { services }: Activity,
  accessors: readonly Accessor[],
  service: string,
): readonly Access[] =>
  accessors
    .flatMap((by): Access[] => {
      const use = lookup(services, `${by.id}/${service}`);
      return use ? [{ by, use }] : [];
    })
    .sort((a, b) => compareDates(b.use.date, a.use.date));

/** The names of all actions that were asked for, each with who did so last. */
export function actionAccesses(accesses: readonly Access[]): ReadonlyMap<string, Access & { date: Instant }> {
  const newest = new Map<string, Access & { date: Instant }>();
  for (const access of accesses) {
    for (const action of Object.keys(access.use.actions)) {
      const date = entry(access.use.actions, action);
      const before = newest.get(action);
      if (date !== undefined && (!before || compareDates(before.date, date) < 0))
        newest.set(action, { ...access, date });
    }
  }
  return newest;
}

/** Instants of events are all written alike. */
export const compareDates = (a: Instant, b: Instant): number => (a < b ? -1 : a > b ? 1 : 0);
