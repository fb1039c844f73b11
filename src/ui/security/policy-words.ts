// The password policy of an account in words, and AWS's default where the account has none of its own.
import type { Operations } from '../../api/call.ts';

type Shown = Operations['iam:GetAccountPasswordPolicy']['output']['PasswordPolicy'];

export interface PolicyWords {
  /** What a new password has to have. */
  readonly rules: readonly string[];
  /** What becomes of passwords with time. */
  readonly age: readonly string[];
}

const SYMBOLS = "! @ # $ % ^ & * ( ) _ + - = [ ] { } | '";

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html */
export const DEFAULT_WORDS: PolicyWords = {
  rules: [
    'At least 8 characters, at most 128',
    `At least three of: an uppercase letter, a lowercase letter, a number, a symbol (${SYMBOLS})`,
    'Not the name of the account, and not its e-mail address',
  ],
  age: ['Passwords never expire', 'Users need a permission of their own to change their password'],
};

/** Of the root user, whom no password policy binds. */
export const ROOT_WORDS: PolicyWords = { rules: DEFAULT_WORDS.rules, age: ['It never expires'] };

export function policyWords(policy: Shown): PolicyWords {
  const { MinimumPasswordLength, MaxPasswordAge, PasswordReusePrevention } = policy;
  const days = (count: number): string => (count === 1 ? 'day' : `${count} days`);
  return {
    rules: [
      `At least ${MinimumPasswordLength} characters, at most 128`,
      ...(policy.RequireUppercaseCharacters ? ['At least one uppercase letter'] : []),
      ...(policy.RequireLowercaseCharacters ? ['At least one lowercase letter'] : []),
      ...(policy.RequireNumbers ? ['At least one number'] : []),
      ...(policy.RequireSymbols ? [`At least one symbol (${SYMBOLS})`] : []),
      ...(PasswordReusePrevention === undefined
        ? []
        : [
            PasswordReusePrevention === 1
              ? 'Not the password that you have now'
              : `None of your last ${PasswordReusePrevention} passwords`,
          ]),
    ],
    age: [
      MaxPasswordAge === undefined
        ? 'Passwords never expire'
        : `Passwords expire every ${days(MaxPasswordAge)}`,
      ...(policy.HardExpiry ? ['Once expired, an administrator has to set another'] : []),
      policy.AllowUsersToChangePassword
        ? 'Users may change their own password'
        : 'Users need a permission of their own to change their password',
    ],
  };
}
