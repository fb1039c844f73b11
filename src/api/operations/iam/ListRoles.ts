// iam:ListRoles: the roles of the account.
import { place, rolesUnder } from '../../../account/orders.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { pageAfter } from './paging.ts';
import { PAGING, PATH_PREFIX } from './parameters.ts';
import { listedRole } from './shapes.ts';

/**
 * Those that AWS made are among them. Tags and boundaries only GetRole shows.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
 */
export const ListRoles = operation({
  name: 'iam:ListRoles',
  readOnly: true,
  cli: 'iam list-roles',
  parameters: { PathPrefix: PATH_PREFIX, ...PAGING },
  authorization: () => [{ action: 'iam:ListRoles', resource: '*' }],
  perform: (scene, { PathPrefix = '/', ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const cut = pageAfter(rolesUnder(account.value.roles, PathPrefix), paging, place);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { Roles: items.map((role) => listedRole(account.value, role)), ...page },
      changes: [],
    });
  },
});
