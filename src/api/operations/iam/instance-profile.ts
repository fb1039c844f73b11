// Instance profiles as their operations meet them: each with the role that is in it.
import { findRole } from '../../../account/find.ts';
import type { Account, InstanceProfile } from '../../../account/world.ts';
import { awsError } from '../../errors.ts';
import { shownInstanceProfile, type ShownInstanceProfile } from './shapes.ts';

const roleIn = (account: Account, { role }: InstanceProfile) =>
  role === null ? null : findRole(account, role);

export const shownProfile = (account: Account, profile: InstanceProfile): ShownInstanceProfile =>
  shownInstanceProfile(account, profile, roleIn(account, profile));

/** As lists show it: without tags. */
export const listedProfile = (
  account: Account,
  profile: InstanceProfile,
): Omit<ShownInstanceProfile, 'Tags'> => shownProfile(account, { ...profile, tags: {} });

/** Neither of the two can be deleted while the role is in the profile. */
export const roleInProfile = () =>
  awsError('DeleteConflict', 'Cannot delete entity, must remove roles from instance profile first.');
