// iam:GetGroup: a group and the users in it.
import { place, membersOfGroup } from '../../../account/orders.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { pageAfter } from './paging.ts';
import { GROUP_NAME, PAGING } from './parameters.ts';
import { listedGroup, listedUser } from './shapes.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroup.html */
export const GetGroup = operation({
  name: 'iam:GetGroup',
  readOnly: true,
  cli: 'iam get-group',
  parameters: { GroupName: GROUP_NAME, ...PAGING },
  authorization: (world, caller, { GroupName }) => [
    { action: 'iam:GetGroup', resource: arnOf(world, caller, 'group', GroupName) },
  ],
  perform: (scene, { GroupName, ...paging }) => {
    const found = existing(scene, 'group', GroupName);
    if (!found.ok) return found;
    const { account, entity: group } = found.value;
    const cut = pageAfter(membersOfGroup(account.users, group.name), paging, place);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: {
        Group: listedGroup(account, group),
        Users: items.map((user) => listedUser(account, user, scene.env.activity)),
        ...page,
      },
      changes: [],
    });
  },
});
