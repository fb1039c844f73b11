// iam:TagInstanceProfile: adds tags to an instance profile, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { profileChanges } from './entity-changes.ts';
import { INSTANCE_PROFILE_NAME, TAGS } from './parameters.ts';
import { settingTags, tagError, tagQuotaError, withTags } from './tags.ts';

/**
 * Here the letter case of keys counts.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagInstanceProfile.html
 */
export const TagInstanceProfile = operation({
  name: 'iam:TagInstanceProfile',
  readOnly: false,
  cli: 'iam tag-instance-profile',
  parameters: { InstanceProfileName: INSTANCE_PROFILE_NAME, Tags: TAGS },
  authorization: (world, caller, { InstanceProfileName, Tags }) => [
    {
      action: 'iam:TagInstanceProfile',
      resource: arnOf(world, caller, 'instance-profile', InstanceProfileName),
      ...settingTags(Tags),
    },
  ],
  perform: (scene, { InstanceProfileName, Tags }) => {
    const found = existing(scene, 'instance-profile', InstanceProfileName);
    if (!found.ok) return found;
    const tags = withTags(found.value.entity.tags, Tags, 'kept');
    const refused = tagError(Tags, 'kept') ?? tagQuotaError(tags);
    return refused ? err(refused) : ok({ output: {}, changes: profileChanges(found.value, { tags }) });
  },
});
