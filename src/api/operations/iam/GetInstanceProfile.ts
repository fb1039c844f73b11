// iam:GetInstanceProfile: an instance profile with the role in it.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { shownProfile } from './instance-profile.ts';
import { INSTANCE_PROFILE_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html */
export const GetInstanceProfile = operation({
  name: 'iam:GetInstanceProfile',
  readOnly: true,
  cli: 'iam get-instance-profile',
  parameters: { InstanceProfileName: INSTANCE_PROFILE_NAME },
  authorization: (world, caller, { InstanceProfileName }) => [
    {
      action: 'iam:GetInstanceProfile',
      resource: arnOf(world, caller, 'instance-profile', InstanceProfileName),
    },
  ],
  perform: (scene, { InstanceProfileName }) => {
    const found = existing(scene, 'instance-profile', InstanceProfileName);
    if (!found.ok) return found;
    const { account, entity } = found.value;
    return ok({ output: { InstanceProfile: shownProfile(account, entity) }, changes: [] });
  },
});
