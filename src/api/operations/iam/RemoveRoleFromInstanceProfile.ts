// iam:RemoveRoleFromInstanceProfile: takes the role out of an instance profile.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { profileChanges } from './entity-changes.ts';
import { INSTANCE_PROFILE_NAME, ROLE_NAME } from './parameters.ts';
import { modifiableRole } from './role.ts';

/**
 * A role that is not in the profile is answered like one that is not there; which words AWS has for it is not known.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveRoleFromInstanceProfile.html
 */
export const RemoveRoleFromInstanceProfile = operation({
  name: 'iam:RemoveRoleFromInstanceProfile',
  readOnly: false,
  cli: 'iam remove-role-from-instance-profile',
  parameters: { InstanceProfileName: INSTANCE_PROFILE_NAME, RoleName: ROLE_NAME },
  authorization: (world, caller, { InstanceProfileName }) => [
    {
      action: 'iam:RemoveRoleFromInstanceProfile',
      resource: arnOf(world, caller, 'instance-profile', InstanceProfileName),
    },
  ],
  perform: (scene, { InstanceProfileName, RoleName }) => {
    const found = existing(scene, 'instance-profile', InstanceProfileName);
    if (!found.ok) return found;
    const role = modifiableRole(scene, RoleName);
    if (!role.ok) return role;
    if (found.value.entity.role !== role.value.entity.name)
      return err(awsError('NoSuchEntity', `The role with name ${RoleName} cannot be found.`));
    return ok({ output: {}, changes: profileChanges(found.value, { role: null }) });
  },
});
