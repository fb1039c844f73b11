// iam:ListRoleTags: the tags of a role.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { pageAfter } from './paging.ts';
import { PAGING, ROLE_NAME } from './parameters.ts';
import { tagList } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html */
export const ListRoleTags = operation({
  name: 'iam:ListRoleTags',
  readOnly: true,
  cli: 'iam list-role-tags',
  parameters: { RoleName: ROLE_NAME, ...PAGING },
  authorization: (world, caller, { RoleName }) => [
    { action: 'iam:ListRoleTags', resource: arnOf(world, caller, 'role', RoleName) },
  ],
  perform: (scene, { RoleName, ...paging }) => {
    const found = existing(scene, 'role', RoleName);
    if (!found.ok) return found;
    const cut = pageAfter(tagList(found.value.entity.tags), paging, ({ Key }) => Key);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { Tags: items, ...page }, changes: [] });
  },
});
