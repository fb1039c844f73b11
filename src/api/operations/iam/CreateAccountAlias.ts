// iam:CreateAccountAlias: gives the account a name for its sign-in page.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { ACCOUNT_ALIAS } from './account-alias.ts';
import { accountOf } from './entities.ts';

/**
 * An account has one alias: another one takes its place without a word. Twelve digits could not be told from an account
 * id at sign-in; the words of that refusal are ours.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html
 */
export const CreateAccountAlias = operation({
  name: 'iam:CreateAccountAlias',
  readOnly: false,
  cli: 'iam create-account-alias',
  parameters: { AccountAlias: ACCOUNT_ALIAS },
  authorization: () => [{ action: 'iam:CreateAccountAlias', resource: '*' }],
  perform: (scene, { AccountAlias }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    if (/^\d{12}$/.test(AccountAlias))
      return err(awsError('InvalidInput', 'An account alias cannot be twelve digits, as an account id is.'));
    if (Object.values(scene.world.accounts).some(({ alias }) => alias === AccountAlias))
      return err(awsError('EntityAlreadyExists', `The account alias ${AccountAlias} already exists.`));
    return ok({
      output: {},
      changes: [{ kind: 'accountSet', account: account.value.id, field: 'alias', value: AccountAlias }],
    });
  },
});
