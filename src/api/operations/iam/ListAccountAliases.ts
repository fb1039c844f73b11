// iam:ListAccountAliases: the alias of the account, if it has one.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { pageOf } from './paging.ts';
import { PAGING } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html */
export const ListAccountAliases = operation({
  name: 'iam:ListAccountAliases',
  readOnly: true,
  cli: 'iam list-account-aliases',
  parameters: { ...PAGING },
  authorization: () => [{ action: 'iam:ListAccountAliases', resource: '*' }],
  perform: (scene, paging) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { alias } = account.value;
    const cut = pageOf(alias === null ? [] : [alias], paging);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { AccountAliases: items, ...page }, changes: [] });
  },
});
