// iam:DeleteInstanceProfile: removes an instance profile without a role.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { roleInProfile } from './instance-profile.ts';
import { INSTANCE_PROFILE_NAME } from './parameters.ts';

/**
 * Whether instances use it is not asked.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteInstanceProfile.html
 */
export const DeleteInstanceProfile = operation({
  name: 'iam:DeleteInstanceProfile',
  readOnly: false,
  cli: 'iam delete-instance-profile',
  parameters: { InstanceProfileName: INSTANCE_PROFILE_NAME },
  authorization: (world, caller, { InstanceProfileName }) => [
    {
      action: 'iam:DeleteInstanceProfile',
      resource: arnOf(world, caller, 'instance-profile', InstanceProfileName),
    },
  ],
  perform: (scene, { InstanceProfileName }) => {
    const found = existing(scene, 'instance-profile', InstanceProfileName);
    if (!found.ok) return found;
    const {
      account: { id },
      entity: { name, role },
    } = found.value;
    if (role !== null) return err(roleInProfile());
    return ok({
      output: {},
      changes: [{ kind: 'entitySet', account: id, table: 'instanceProfiles', name, value: null }],
    });
  },
});
