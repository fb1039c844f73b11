// iam:UntagInstanceProfile: takes tags away from an instance profile.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { profileChanges } from './entity-changes.ts';
import { INSTANCE_PROFILE_NAME, TAG_KEYS } from './parameters.ts';
import { removingTags, withoutTags } from './tags.ts';

/**
 * Keys that the instance profile does not have are no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagInstanceProfile.html
 */
export const UntagInstanceProfile = operation({
  name: 'iam:UntagInstanceProfile',
  readOnly: false,
  cli: 'iam untag-instance-profile',
  parameters: { InstanceProfileName: INSTANCE_PROFILE_NAME, TagKeys: TAG_KEYS },
  authorization: (world, caller, { InstanceProfileName, TagKeys }) => [
    {
      action: 'iam:UntagInstanceProfile',
      resource: arnOf(world, caller, 'instance-profile', InstanceProfileName),
      ...removingTags(TagKeys),
    },
  ],
  perform: (scene, { InstanceProfileName, TagKeys }) => {
    const found = existing(scene, 'instance-profile', InstanceProfileName);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.entity.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: profileChanges(found.value, { tags }) });
  },
});
