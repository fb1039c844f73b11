// iam:ListGroups: the groups of the account.
import { place, groupsUnder } from '../../../account/orders.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { pageAfter } from './paging.ts';
import { PAGING, PATH_PREFIX } from './parameters.ts';
import { listedGroup } from './shapes.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroups.html */
export const ListGroups = operation({
  name: 'iam:ListGroups',
  readOnly: true,
  cli: 'iam list-groups',
  parameters: { PathPrefix: PATH_PREFIX, ...PAGING },
  authorization: () => [{ action: 'iam:ListGroups', resource: '*' }],
  perform: (scene, { PathPrefix = '/', ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const cut = pageAfter(groupsUnder(account.value.groups, PathPrefix), paging, place);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { Groups: items.map((group) => listedGroup(account.value, group)), ...page },
      changes: [],
    });
  },
});
