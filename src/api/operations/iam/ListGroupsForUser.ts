// iam:ListGroupsForUser: the groups that a user is in.
import { groupsOf } from '../../../account/find.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { inOrder } from './listing.ts';
import { pageAfter } from './paging.ts';
import { EXISTING_USER_NAME, PAGING } from './parameters.ts';
import { listedGroup } from './shapes.ts';
import { place } from '../../../account/orders.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html */
export const ListGroupsForUser = operation({
  name: 'iam:ListGroupsForUser',
  readOnly: true,
  cli: 'iam list-groups-for-user',
  parameters: { UserName: EXISTING_USER_NAME, ...PAGING },
  authorization: (world, caller, { UserName }) => [
    { action: 'iam:ListGroupsForUser', resource: arnOf(world, caller, 'user', UserName) },
  ],
  perform: (scene, { UserName, ...paging }) => {
    const found = existing(scene, 'user', UserName);
    if (!found.ok) return found;
    const { account, entity: user } = found.value;
    const cut = pageAfter(inOrder(groupsOf(account, user)), paging, place);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { Groups: items.map((group) => listedGroup(account, group)), ...page },
      changes: [],
    });
  },
});
