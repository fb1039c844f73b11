// iam:TagUser: adds tags to a user, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { userChanges } from './entity-changes.ts';
import { EXISTING_USER_NAME, TAGS } from './parameters.ts';
import { settingTags, tagError, tagQuotaError, withTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html */
export const TagUser = operation({
  name: 'iam:TagUser',
  readOnly: false,
  cli: 'iam tag-user',
  parameters: { UserName: EXISTING_USER_NAME, Tags: TAGS },
  authorization: (world, caller, { UserName, Tags }) => [
    { action: 'iam:TagUser', resource: arnOf(world, caller, 'user', UserName), ...settingTags(Tags) },
  ],
  perform: (scene, { UserName, Tags }) => {
    const found = existing(scene, 'user', UserName);
    if (!found.ok) return found;
    const tags = withTags(found.value.entity.tags, Tags, 'ignored');
    const refused = tagError(Tags, 'ignored') ?? tagQuotaError(tags);
    return refused ? err(refused) : ok({ output: {}, changes: userChanges(found.value, { tags }) });
  },
});
