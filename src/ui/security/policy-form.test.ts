// The form for a password policy: what is left empty is left out of the call, and a policy survives the form.
import { expect, test } from 'vitest';
import { inputOf, NO_POLICY, typedOf } from './policy-form.ts';

test('empty fields are left out of the call', () => {
  const input = inputOf(NO_POLICY);
  expect(input).toMatchObject({ MinimumPasswordLength: 8, RequireSymbols: false, HardExpiry: false });
  expect(input).not.toHaveProperty('MaxPasswordAge');
  expect(input).not.toHaveProperty('PasswordReusePrevention');
});

test('what is filled in is in the call', () => {
  const typed = { ...NO_POLICY, length: 14, symbols: true, days: 90, remembered: 5, hardExpiry: true };
  expect(inputOf(typed)).toMatchObject({
    MinimumPasswordLength: 14,
    RequireSymbols: true,
    MaxPasswordAge: 90,
    PasswordReusePrevention: 5,
    HardExpiry: true,
  });
});

test('the policy of an account comes back as it was', () => {
  const shown = {
    MinimumPasswordLength: 10,
    RequireSymbols: true,
    RequireNumbers: false,
    RequireUppercaseCharacters: true,
    RequireLowercaseCharacters: false,
    AllowUsersToChangePassword: true,
    ExpirePasswords: true,
    MaxPasswordAge: 30,
    PasswordReusePrevention: 3,
    HardExpiry: true,
  };
  const { ExpirePasswords: _follows, ...input } = shown;
  expect(inputOf(typedOf(shown))).toEqual(input);
});
