// iam:ListInstanceProfileTags: the tags of an instance profile.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { pageAfter } from './paging.ts';
import { INSTANCE_PROFILE_NAME, PAGING } from './parameters.ts';
import { tagList } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfileTags.html */
export const ListInstanceProfileTags = operation({
  name: 'iam:ListInstanceProfileTags',
  readOnly: true,
  cli: 'iam list-instance-profile-tags',
  parameters: { InstanceProfileName: INSTANCE_PROFILE_NAME, ...PAGING },
  authorization: (world, caller, { InstanceProfileName }) => [
    {
      action: 'iam:ListInstanceProfileTags',
      resource: arnOf(world, caller, 'instance-profile', InstanceProfileName),
    },
  ],
  perform: (scene, { InstanceProfileName, ...paging }) => {
    const found = existing(scene, 'instance-profile', InstanceProfileName);
    if (!found.ok) return found;
    const cut = pageAfter(tagList(found.value.entity.tags), paging, ({ Key }) => Key);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { Tags: items, ...page }, changes: [] });
  },
});
