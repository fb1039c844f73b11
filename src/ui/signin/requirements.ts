// Requirements: what the password policy of an account asks of a new password, in sentences, before one is typed.
import type { PasswordPolicy } from '../../account/world.ts';

/**
 * Whether a password is good enough, the call decides; this only says beforehand what it will look at.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
export function requirementsOf(policy: PasswordPolicy | null): readonly string[] {
  if (!policy)
    return [
      'At least 8 characters',
      'Three of: an uppercase letter, a lowercase letter, a number, a symbol',
      'Neither the name nor the e-mail address of the account',
    ];
  const { reusePrevention } = policy;
  return [
    `At least ${policy.minimumLength} characters`,
    ...(policy.requireUppercase ? ['An uppercase letter'] : []),
    ...(policy.requireLowercase ? ['A lowercase letter'] : []),
    ...(policy.requireNumbers ? ['A number'] : []),
    ...(policy.requireSymbols ? ["A symbol: ! @ # $ % ^ & * ( ) _ + - = [ ] { } | '"] : []),
    ...(reusePrevention === null
      ? []
      : [reusePrevention === 1 ? 'Not the last password' : `None of the last ${reusePrevention} passwords`]),
  ];
}
