// Requests to create accounts: how they are kept.
import type { Change } from '../../../account/change.ts';
import type { AccountCreation, Organization } from '../../../account/organization.ts';
import { sizeOf, valuesOf } from '../../../account/table.ts';

/** As many as a scenario holds. AWS keeps them for some months. */
const MAX_CREATIONS = 1000;

/** Keeps a request, in place of the oldest when there are too many. */
export function recording({ creations }: Organization, creation: AccountCreation): Change[] {
  const kept: Change = {
    kind: 'organizationPartSet',
    table: 'creations',
    key: creation.id,
    value: creation,
  };
  if (sizeOf(creations) < MAX_CREATIONS) return [kept];
  const oldest = valuesOf(creations).reduce((first, one) => (one.requested < first.requested ? one : first));
  return [{ kind: 'organizationPartSet', table: 'creations', key: oldest.id, value: null }, kept];
}
