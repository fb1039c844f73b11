// Usage of managed policies: who of an account has them attached or as a boundary.
import type { Account, Group, Role, User } from '../../../account/world.ts';
import { valuesOf } from '../../../account/table.ts';
import type { Arn } from '../../../aws/arn.ts';

export interface Usage {
  readonly attached: number;
  readonly boundary: number;
}

export const UNUSED: Usage = { attached: 0, boundary: 0 };

export const isUsed = ({ attached, boundary }: Usage): boolean => attached + boundary > 0;

const identitiesOf = ({ users, groups, roles }: Account): readonly (User | Group | Role)[] => [
  ...valuesOf(users),
  ...valuesOf(groups),
  ...valuesOf(roles),
];

/** Groups have none. */
export const boundaryOf = (identity: User | Group | Role): Arn | null =>
  'boundary' in identity ? identity.boundary : null;

/** Counts once, for as many policies as are asked about. */
export function usageIn(account: Account): (arn: Arn) => Usage {
  const attached = new Map<Arn, number>();
  const boundaries = new Map<Arn, number>();
  for (const identity of identitiesOf(account)) {
    for (const arn of identity.attached) attached.set(arn, (attached.get(arn) ?? 0) + 1);
    const boundary = boundaryOf(identity);
    if (boundary !== null) boundaries.set(boundary, (boundaries.get(boundary) ?? 0) + 1);
  }
  return (arn) => ({ attached: attached.get(arn) ?? 0, boundary: boundaries.get(arn) ?? 0 });
}

/** Whether an identity uses a policy in the way that a `PolicyUsageFilter` names, or in any when there is none. */
export const uses =
  (arn: Arn, filter: string | undefined) =>
  (identity: User | Group | Role): boolean =>
    (filter !== 'PermissionsBoundary' && identity.attached.includes(arn)) ||
    (filter !== 'PermissionsPolicy' && boundaryOf(identity) === arn);
