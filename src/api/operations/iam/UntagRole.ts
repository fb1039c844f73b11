// iam:UntagRole: takes tags away from a role.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf } from './entities.ts';
import { roleChanges } from './entity-changes.ts';
import { ROLE_NAME, TAG_KEYS } from './parameters.ts';
import { describableRole } from './role.ts';
import { removingTags, withoutTags } from './tags.ts';

/**
 * Keys that the role does not have are no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html
 */
export const UntagRole = operation({
  name: 'iam:UntagRole',
  readOnly: false,
  cli: 'iam untag-role',
  parameters: { RoleName: ROLE_NAME, TagKeys: TAG_KEYS },
  authorization: (world, caller, { RoleName, TagKeys }) => [
    { action: 'iam:UntagRole', resource: arnOf(world, caller, 'role', RoleName), ...removingTags(TagKeys) },
  ],
  perform: (scene, { RoleName, TagKeys }) => {
    const found = describableRole(scene, RoleName);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.entity.tags, TagKeys, 'ignored');
    return ok({ output: {}, changes: roleChanges(found.value, { tags }) });
  },
});
