// iam:DeleteAccountPasswordPolicy: back to the default that AWS gives every account.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { passwordPolicyOf } from './password-policy.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountPasswordPolicy.html */
export const DeleteAccountPasswordPolicy = operation({
  name: 'iam:DeleteAccountPasswordPolicy',
  readOnly: false,
  cli: 'iam delete-account-password-policy',
  parameters: {},
  authorization: () => [{ action: 'iam:DeleteAccountPasswordPolicy', resource: '*' }],
  perform: (scene) => {
    const found = passwordPolicyOf(scene);
    if (!found.ok) return found;
    const { id } = found.value.account;
    return ok({
      output: {},
      changes: [{ kind: 'accountSet', account: id, field: 'passwordPolicy', value: null }],
    });
  },
});
