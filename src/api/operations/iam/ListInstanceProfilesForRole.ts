// iam:ListInstanceProfilesForRole: the instance profiles that a role is in.
import { profilesOfRole, valuesNamed } from '../../../account/indexes.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { listedProfile } from './instance-profile.ts';
import { inOrder } from './listing.ts';
import { pageOf } from './paging.ts';
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
    const holding = valuesNamed(
      account.instanceProfiles,
      profilesOfRole(account.instanceProfiles, entity.name),
    );
    const { items, page } = pageOf(inOrder(holding), paging);
    return ok({
      output: { InstanceProfiles: items.map((profile) => listedProfile(account, profile)), ...page },
      changes: [],
    });
  },
});
