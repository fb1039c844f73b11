// iam:ListUserTags: the tags of a user.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { pageAfter } from './paging.ts';
import { EXISTING_USER_NAME, PAGING } from './parameters.ts';
import { tagList } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html */
export const ListUserTags = operation({
  name: 'iam:ListUserTags',
  readOnly: true,
  cli: 'iam list-user-tags',
  parameters: { UserName: EXISTING_USER_NAME, ...PAGING },
  authorization: (world, caller, { UserName }) => [
    { action: 'iam:ListUserTags', resource: arnOf(world, caller, 'user', UserName) },
  ],
  perform: (scene, { UserName, ...paging }) => {
    const found = existing(scene, 'user', UserName);
    if (!found.ok) return found;
    const cut = pageAfter(tagList(found.value.entity.tags), paging, ({ Key }) => Key);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { Tags: items, ...page }, changes: [] });
  },
});
