// The form for a password policy: what is typed, from the policy that the account has and to the call that replaces it.
import type { Operations } from '../../api/call.ts';

type Shown = Operations['iam:GetAccountPasswordPolicy']['output']['PasswordPolicy'];
type Input = Operations['iam:UpdateAccountPasswordPolicy']['input'];

export type TypedFlag = 'symbols' | 'numbers' | 'uppercase' | 'lowercase' | 'usersMayChange' | 'hardExpiry';

/** Numbers are null or undefined while their field is empty. */
export interface TypedPolicy extends Record<TypedFlag, boolean> {
  length: number | null | undefined;
  days: number | null | undefined;
  remembered: number | null | undefined;
}

/** Where the form begins for an account without a policy of its own: with the length of AWS's default. */
export const NO_POLICY: TypedPolicy = {
  length: 8,
  symbols: false,
  numbers: false,
  uppercase: false,
  lowercase: false,
  usersMayChange: false,
  days: null,
  hardExpiry: false,
  remembered: null,
};

export const typedOf = (shown: Shown): TypedPolicy => ({
  length: shown.MinimumPasswordLength,
  symbols: shown.RequireSymbols,
  numbers: shown.RequireNumbers,
  uppercase: shown.RequireUppercaseCharacters,
  lowercase: shown.RequireLowercaseCharacters,
  usersMayChange: shown.AllowUsersToChangePassword,
  days: shown.MaxPasswordAge ?? null,
  hardExpiry: shown.HardExpiry ?? false,
  remembered: shown.PasswordReusePrevention ?? null,
});

/** All of it: what the call leaves out goes back to its default. */
export const inputOf = (typed: TypedPolicy): Input => ({
  ...(typed.length != null && { MinimumPasswordLength: typed.length }),
  RequireSymbols: typed.symbols,
  RequireNumbers: typed.numbers,
  RequireUppercaseCharacters: typed.uppercase,
  RequireLowercaseCharacters: typed.lowercase,
  AllowUsersToChangePassword: typed.usersMayChange,
  ...(typed.days != null && { MaxPasswordAge: typed.days }),
  ...(typed.remembered != null && { PasswordReusePrevention: typed.remembered }),
  HardExpiry: typed.hardExpiry,
});
