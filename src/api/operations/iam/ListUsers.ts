// iam:ListUsers: the users of the account.
import { place, usersUnder } from '../../../account/orders.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { pageAfter } from './paging.ts';
import { PAGING, PATH_PREFIX } from './parameters.ts';
import { listedUser } from './shapes.ts';

/**
 * Without tags and boundaries: these only GetUser shows.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html
 */
export const ListUsers = operation({
  name: 'iam:ListUsers',
  readOnly: true,
  cli: 'iam list-users',
  parameters: { PathPrefix: PATH_PREFIX, ...PAGING },
  authorization: () => [{ action: 'iam:ListUsers', resource: '*' }],
  perform: (scene, { PathPrefix = '/', ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const cut = pageAfter(usersUnder(account.value.users, PathPrefix), paging, place);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { Users: items.map((user) => listedUser(account.value, user, scene.env.activity)), ...page },
      changes: [],
    });
  },
});
