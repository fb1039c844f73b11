// iam:ListInstanceProfilesForRole: the instance profiles that a role is in.
import { place, profilesHolding } from '../../../account/orders.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { listedProfile } from './instance-profile.ts';
import { pageAfter } from './paging.ts';
import { PAGING, ROLE_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html */
export const ListInstanceProfilesForRole = operation({
  name: 'iam:ListInstanceProfilesForRole',
  readOnly: true,
  cli: 'iam list-instance-profiles-for-role',
  parameters: { RoleName: ROLE_NAME, ...PAGING },
  authorization: (world, caller, { RoleName }) => [
    { action: 'iam:ListInstanceProfilesForRole', resource: arnOf(world, caller, 'role', RoleName) },
  ],
  perform: (scene, { RoleName, ...paging }) => {
    const found = existing(scene, 'role', RoleName);
    if (!found.ok) return found;
    const { account, entity } = found.value;
    const cut = pageAfter(profilesHolding(account.instanceProfiles, entity.name), paging, place);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { InstanceProfiles: items.map((profile) => listedProfile(account, profile)), ...page },
      changes: [],
    });
  },
});
