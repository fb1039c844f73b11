// iam:UntagUser: takes tags away from a user.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { userChanges } from './entity-changes.ts';
import { EXISTING_USER_NAME, TAG_KEYS } from './parameters.ts';
import { removingTags, withoutTags } from './tags.ts';

/**
 * Keys that the user does not have are no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html
 */
export const UntagUser = operation({
  name: 'iam:UntagUser',
  readOnly: false,
  cli: 'iam untag-user',
  parameters: { UserName: EXISTING_USER_NAME, TagKeys: TAG_KEYS },
  authorization: (world, caller, { UserName, TagKeys }) => [
    { action: 'iam:UntagUser', resource: arnOf(world, caller, 'user', UserName), ...removingTags(TagKeys) },
  ],
  perform: (scene, { UserName, TagKeys }) => {
    const found = existing(scene, 'user', UserName);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.entity.tags, TagKeys, 'ignored');
    return ok({ output: {}, changes: userChanges(found.value, { tags }) });
  },
});
