// iam:UpdateAccountPasswordPolicy: what the passwords of the account's users must be like.
import type { PasswordPolicy } from '../../../account/world.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { isSamePolicy } from './password-policy.ts';

const flag = <Event extends string>(event: Event) => ({ type: 'boolean', event, required: false }) as const;

const number = <Event extends string>(event: Event, least: number, most: number) =>
  ({ type: 'integer', event, required: false, least, most }) as const;

/**
 * Replaces the whole policy: what is left out is not kept but goes back to its default, which for the length is 6, less
 * than the 8 of an account that has no policy.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html
 */
export const UpdateAccountPasswordPolicy = operation({
  name: 'iam:UpdateAccountPasswordPolicy',
  readOnly: false,
  cli: 'iam update-account-password-policy',
  parameters: {
    MinimumPasswordLength: number('minimumPasswordLength', 6, 128),
    RequireSymbols: flag('requireSymbols'),
    RequireNumbers: flag('requireNumbers'),
    RequireUppercaseCharacters: flag('requireUppercaseCharacters'),
    RequireLowercaseCharacters: flag('requireLowercaseCharacters'),
    AllowUsersToChangePassword: flag('allowUsersToChangePassword'),
    MaxPasswordAge: number('maxPasswordAge', 1, 1095),
    PasswordReusePrevention: number('passwordReusePrevention', 1, 24),
    HardExpiry: flag('hardExpiry'),
  },
  authorization: () => [{ action: 'iam:UpdateAccountPasswordPolicy', resource: '*' }],
  perform: (scene, input) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, passwordPolicy } = account.value;
    const value: PasswordPolicy = {
      minimumLength: input.MinimumPasswordLength ?? 6,
      requireSymbols: input.RequireSymbols ?? false,
      requireNumbers: input.RequireNumbers ?? false,
      requireUppercase: input.RequireUppercaseCharacters ?? false,
      requireLowercase: input.RequireLowercaseCharacters ?? false,
      allowUsersToChange: input.AllowUsersToChangePassword ?? false,
      maxAge: input.MaxPasswordAge ?? null,
      reusePrevention: input.PasswordReusePrevention ?? null,
      hardExpiry: input.HardExpiry ?? false,
    };
    return ok({
      output: {},
      changes: isSamePolicy(passwordPolicy, value)
        ? []
        : [{ kind: 'accountSet', account: id, field: 'passwordPolicy', value }],
    });
  },
});
