// iam:DeleteAccountAlias: takes the alias from the account.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { ACCOUNT_ALIAS } from './account-alias.ts';
import { accountOf } from './entities.ts';

/**
 * Sign-in with the account id goes on.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountAlias.html
 */
export const DeleteAccountAlias = operation({
  name: 'iam:DeleteAccountAlias',
  readOnly: false,
  cli: 'iam delete-account-alias',
  parameters: { AccountAlias: ACCOUNT_ALIAS },
  authorization: () => [{ action: 'iam:DeleteAccountAlias', resource: '*' }],
  perform: (scene, { AccountAlias }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    if (account.value.alias !== AccountAlias)
      return err(awsError('NoSuchEntity', `The account alias ${AccountAlias} cannot be found.`));
    return ok({
      output: {},
      changes: [{ kind: 'accountSet', account: account.value.id, field: 'alias', value: null }],
    });
  },
});
