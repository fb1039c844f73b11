// iam:AddRoleToInstanceProfile: puts a role into an instance profile, which has room for one.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { profileChanges } from './entity-changes.ts';
import { INSTANCE_PROFILE_NAME, ROLE_NAME } from './parameters.ts';
import { modifiableRole } from './role.ts';

/**
 * Who does this hands the role to EC2, and so needs to be allowed to pass it. The trust policy of the role is not looked
 * at. No page of AWS tells the text for a role that is in the profile already.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html
 */
export const AddRoleToInstanceProfile = operation({
  name: 'iam:AddRoleToInstanceProfile',
  readOnly: false,
  cli: 'iam add-role-to-instance-profile',
  parameters: { InstanceProfileName: INSTANCE_PROFILE_NAME, RoleName: ROLE_NAME },
  authorization: (world, caller, { InstanceProfileName, RoleName }) => [
    {
      action: 'iam:AddRoleToInstanceProfile',
      resource: arnOf(world, caller, 'instance-profile', InstanceProfileName),
    },
    {
      action: 'iam:PassRole',
      resource: arnOf(world, caller, 'role', RoleName),
      context: {
        'iam:PassedToService': 'ec2.amazonaws.com',
        'iam:AssociatedResourceArn': `arn:aws:ec2:*:${caller.account}:instance/*`,
      },
    },
  ],
  perform: (scene, { InstanceProfileName, RoleName }) => {
    const found = existing(scene, 'instance-profile', InstanceProfileName);
    if (!found.ok) return found;
    const role = modifiableRole(scene, RoleName);
    if (!role.ok) return role;
    const { role: before } = found.value.entity;
    if (before === role.value.entity.name)
      return err(
        awsError(
          'EntityAlreadyExists',
          `Role ${before} is already in instance profile ${found.value.entity.name}.`,
        ),
      );
    if (before !== null)
      return err(awsError('LimitExceeded', 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1'));
    return ok({ output: {}, changes: profileChanges(found.value, { role: role.value.entity.name }) });
  },
});
