// The password of the root user, changed in the console: who may, what it has to be like, and the record of it.
import { expect, test } from 'vitest';
import { BOOKSHOP, caller, environment, NOW, withBookshop } from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import type { Caller } from '../account/caller.ts';
import type { LoginProfile } from '../account/world.ts';
import { addSeconds } from '../aws/instant.ts';
import { hashPassword, isPassword } from './password.ts';
import { changeRootPassword } from './root-password.ts';

const LOGIN: LoginProfile = {
  hash: hashPassword('Winter-Fox-1', environment()),
  created: NOW,
  changed: NOW,
  resetRequired: false,
  previous: [],
};
/** Its own password policy asks for more, and forbids what was used before. */
const WORLD = withBookshop((account) => ({
  ...account,
  name: 'Maple-Books-1',
  root: { ...account.root, email: 'Owner1@maple.example', login: LOGIN },
  passwordPolicy: {
    minimumLength: 30,
    requireSymbols: true,
    requireNumbers: true,
    requireUppercase: true,
    requireLowercase: true,
    allowUsersToChange: false,
    maxAge: 1,
    reusePrevention: 24,
    hardExpiry: true,
  },
}));
const root = (expires = addSeconds(NOW, 3600)): Caller => ({
  kind: 'root',
  account: BOOKSHOP,
  credentials: { kind: 'console', accessKeyId: 'ASIAROOT', issued: NOW, expires, mfa: null },
});
const change = (newPassword: string, oldPassword = 'Winter-Fox-1', who = root()) =>
  changeRootPassword(WORLD, who, { oldPassword, newPassword }, { ...environment(), now: NOW });

test('the old one and a good new one are enough: no policy is asked, not even the password policy', () => {
  const { result, changes, event } = change('Summer-Fox-2');
  expect(result.ok).toBe(true);
  const login = applyChanges(WORLD, changes).accounts[BOOKSHOP]?.root.login;
  expect(login).toMatchObject({ changed: NOW, resetRequired: false, previous: [LOGIN.hash] });
  expect(login && isPassword('Summer-Fox-2', login.hash)).toBe(true);
  expect(event).toMatchObject({
    eventType: 'AwsConsoleSignIn',
    eventSource: 'signin.amazonaws.com',
    eventName: 'PasswordUpdated',
    userIdentity: { type: 'Root', arn: `arn:aws:iam::${BOOKSHOP}:root` },
    responseElements: { PasswordUpdated: 'Success' },
    request: null,
  });
  expect(JSON.stringify(event)).not.toMatch(/Fox/);
});

test.each([
  [
    'a wrong old one',
    change('Summer-Fox-2', 'Winter-Fox-2'),
    'AccessDenied',
    /^The old password was incorrect/,
  ],
  ['a short one', change('Ab1!'), 'PasswordPolicyViolation', /minimum length of 8/],
  [
    'one of a hundred and twenty-nine',
    change(`Ab1${'x'.repeat(126)}`),
    'PasswordPolicyViolation',
    /maximum length of 128/,
  ],
  ['letters alone', change('summerfox'), 'PasswordPolicyViolation', /meet 2 more of the following/],
  ['the name of the account', change('Maple-Books-1'), 'PasswordPolicyViolation', /account name or email/],
  ['its e-mail address', change('Owner1@maple.example'), 'PasswordPolicyViolation', /account name or email/],
  ['a session that has ended', change('Summer-Fox-2', undefined, root(NOW)), 'ExpiredToken', /expired/],
])('%s is refused, and recorded', (_what, { result, changes, event }, code, message) => {
  expect(result).toMatchObject({
    ok: false,
    error: { code, message: expect.stringMatching(message) as unknown },
  });
  expect(changes).toEqual([]);
  expect(event).toMatchObject({
    eventName: 'PasswordUpdated',
    errorMessage: expect.stringMatching(message) as unknown,
    responseElements: { PasswordUpdated: 'Failure' },
  });
});

test('as many characters as there may be, and the same once more, are taken', () => {
  expect(change(`Ab1${'x'.repeat(125)}`).result.ok).toBe(true);
  expect(change('Winter-Fox-1').result.ok).toBe(true);
});

test('nobody else has the page', () => {
  const keyed: Caller = {
    kind: 'root',
    account: BOOKSHOP,
    credentials: { kind: 'accessKey', accessKeyId: 'AKIAROOT' },
  };
  for (const who of [caller('noor'), keyed]) expect(() => change('Summer-Fox-2', undefined, who)).toThrow();
});
