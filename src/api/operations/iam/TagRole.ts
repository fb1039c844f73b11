// iam:TagRole: adds tags to a role, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf } from './entities.ts';
import { roleChanges } from './entity-changes.ts';
import { ROLE_NAME, TAGS } from './parameters.ts';
import { describableRole } from './role.ts';
import { settingTags, tagError, tagQuotaError, withTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html */
export const TagRole = operation({
  name: 'iam:TagRole',
  readOnly: false,
  cli: 'iam tag-role',
  parameters: { RoleName: ROLE_NAME, Tags: TAGS },
  authorization: (world, caller, { RoleName, Tags }) => [
    { action: 'iam:TagRole', resource: arnOf(world, caller, 'role', RoleName), ...settingTags(Tags) },
  ],
  perform: (scene, { RoleName, Tags }) => {
    const found = describableRole(scene, RoleName);
    if (!found.ok) return found;
    const tags = withTags(found.value.entity.tags, Tags, 'ignored');
    const refused = tagError(Tags, 'ignored') ?? tagQuotaError(tags);
    return refused ? err(refused) : ok({ output: {}, changes: roleChanges(found.value, { tags }) });
  },
});
