// iam:GetAccountPasswordPolicy: the password policy that the account was given.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { passwordPolicyOf, shownPasswordPolicy } from './password-policy.ts';

/**
 * The default that AWS gives every account is not shown.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html
 */
export const GetAccountPasswordPolicy = operation({
  name: 'iam:GetAccountPasswordPolicy',
  readOnly: true,
  cli: 'iam get-account-password-policy',
  parameters: {},
  authorization: () => [{ action: 'iam:GetAccountPasswordPolicy', resource: '*' }],
  perform: (scene) => {
    const found = passwordPolicyOf(scene);
    if (!found.ok) return found;
    return ok({ output: { PasswordPolicy: shownPasswordPolicy(found.value.policy) }, changes: [] });
  },
});
