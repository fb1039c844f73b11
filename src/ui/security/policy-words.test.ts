// The password policy in words: every setting is told, and those that are off are not.
import { expect, test } from 'vitest';
import { policyWords } from './policy-words.ts';

const NONE = {
  MinimumPasswordLength: 6,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  AllowUsersToChangePassword: false,
  ExpirePasswords: false,
};

test('a policy that asks for next to nothing', () => {
  expect(policyWords(NONE)).toEqual({
    rules: ['At least 6 characters, at most 128'],
    age: ['Passwords never expire', 'Users need a permission of their own to change their password'],
  });
});

test('a policy that asks for everything', () => {
  const { rules, age } = policyWords({
    MinimumPasswordLength: 14,
    RequireSymbols: true,
    RequireNumbers: true,
    RequireUppercaseCharacters: true,
    RequireLowercaseCharacters: true,
    AllowUsersToChangePassword: true,
    ExpirePasswords: true,
    MaxPasswordAge: 90,
    PasswordReusePrevention: 5,
    HardExpiry: true,
  });
  expect(rules).toHaveLength(6);
  expect(rules.at(-1)).toBe('None of your last 5 passwords');
  expect(age).toEqual([
    'Passwords expire every 90 days',
    'Once expired, an administrator has to set another',
    'Users may change their own password',
  ]);
});

test('one is one', () => {
  const { rules, age } = policyWords({ ...NONE, MaxPasswordAge: 1, PasswordReusePrevention: 1 });
  expect(rules.at(-1)).toBe('Not the password that you have now');
  expect(age[0]).toBe('Passwords expire every day');
});
