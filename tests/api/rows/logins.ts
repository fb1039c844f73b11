// Rows: console passwords.
import { pbkdf2Sync } from 'node:crypto';
import { expect } from 'vitest';
import type { LoginProfile, PasswordHash, PasswordPolicy } from '../../../src/account/world.ts';
import type { Caller } from '../../../src/account/caller.ts';
import {
  allow,
  BOOKSHOP,
  caller,
  CREATED,
  NOW,
  policyText,
  ROOT,
  userIn,
  withBookshop,
  withUser,
  WORLD,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';

const NOOR = 'arn:aws:iam::111122223333:user/noor';

const hashed = (password: string, salt = 'c2FsdHNhbHRzYWx0c2FsdA==', iterations = 10_000): PasswordHash => ({
  algorithm: 'PBKDF2-SHA256',
  iterations,
  salt,
  hash: pbkdf2Sync(password, Buffer.from(salt, 'base64'), iterations, 32, 'sha256').toString('base64'),
});

/** Whether a hash is that of a password, worked out anew. */
const isHashOf = (password: string, { salt, iterations, hash }: PasswordHash): boolean =>
  hashed(password, salt, iterations).hash === hash;

const LOGIN: LoginProfile = {
  hash: hashed('Winter-Fox-1'),
  created: CREATED,
  changed: CREATED,
  resetRequired: true,
  previous: [hashed('Autumn-Fox-1'), hashed('Summer-Fox-1', 'b3RoZXJvdGhlcm90aGVyMQ==', 500)],
};

const OWN = policyText(allow('iam:ChangePassword', NOOR));
const WITH_LOGIN = withUser('noor', { login: LOGIN, inline: { Own: OWN } });

const POLICY: PasswordPolicy = {
  minimumLength: 6,
  requireSymbols: false,
  requireNumbers: false,
  requireUppercase: false,
  requireLowercase: false,
  allowUsersToChange: false,
  maxAge: null,
  reusePrevention: null,
  hardExpiry: false,
};
const withPolicy = (policy: Partial<PasswordPolicy>, world = WORLD) =>
  withBookshop((account) => ({ ...account, passwordPolicy: { ...POLICY, ...policy } }), world);

const STRICT = {
  minimumLength: 10,
  requireSymbols: true,
  requireNumbers: true,
  requireUppercase: true,
  requireLowercase: true,
};

const ROLE_SESSION: Caller = {
  kind: 'roleSession',
  account: BOOKSHOP,
  roleName: 'Clerk',
  roleId: 'AROACLERKAAAAAAAAAAAA',
  roleArn: 'arn:aws:iam::111122223333:role/Clerk',
  sessionName: 'noor',
  origin: { kind: 'assumeRole', mfa: null },
  chained: false,
  sessionTags: {},
  transitiveTags: [],
  sourceIdentity: null,
  policies: { policy: null, policyArns: [] },
  credentials: { ...ROOT.credentials, kind: 'role' },
};

const noUser = {
  input: { UserName: 'nina', Password: 'Winter-Fox-2' },
  code: 'NoSuchEntity',
  message: 'The user with name nina cannot be found.',
};
const noLogin = {
  input: { UserName: 'jonas', Password: 'Winter-Fox-2' },
  code: 'NoSuchEntity',
  message: 'Login Profile for User jonas cannot be found.',
};

/** Who is no user has to say whom it means; so has the root user outside of an AssumeRoot session. */
const unnamed = [ROOT, ROLE_SESSION].map((who) => ({
  input: {},
  caller: who,
  code: 'ValidationError',
  message: 'Must specify userName when calling with non-User credentials',
}));

const violation = (password: string, message: string, world = WORLD) => ({
  input: { UserName: 'noor', Password: password },
  world,
  code: 'PasswordPolicyViolation',
  message,
});

const UPPERCASE = 'Password should have at least one uppercase letter';
const LOWERCASE = 'Password should have at least one lowercase letter';
const NUMBER = 'Password should have at least one number';
const SYMBOL = 'Password should have at least one symbol';

export const LOGINS = [
  row({
    operation: 'iam:CreateLoginProfile',
    works: { UserName: 'NOOR', Password: 'Winter-Fox-2', PasswordResetRequired: true },
    then: (output, world) => {
      expect(output).toEqual({
        LoginProfile: { UserName: 'noor', CreateDate: NOW, PasswordResetRequired: true },
      });
      const login = userIn(world, 'noor')?.login;
      expect(login).toMatchObject({ created: NOW, changed: NOW, resetRequired: true, previous: [] });
      expect(login && isHashOf('Winter-Fox-2', login.hash)).toBe(true);
      expect(JSON.stringify(world)).not.toContain('Winter-Fox-2');
    },
    errors: [
      noUser,
      {
        input: { UserName: 'noor', Password: 'Winter-Fox-2' },
        world: WITH_LOGIN,
        code: 'EntityAlreadyExists',
        message: 'Login Profile for user noor already exists.',
      },
      ...unnamed,
      {
        input: { UserName: 'noor' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
      },
      {
        input: { UserName: 'noor', Password: '' },
        code: 'ValidationError',
        message:
          "2 validation errors detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 1; Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
      },
      // AWS's default: eight characters of three kinds, and not the name or e-mail of the account.
      violation('Fox-1', 'Password should have a minimum length of 8'),
      violation(
        'winterfox1',
        `Password should meet 1 more of the following requirements: ${UPPERCASE}, ${SYMBOL}`,
      ),
      violation(
        '        ',
        `Password should meet 3 more of the following requirements: ${UPPERCASE}, ${LOWERCASE}, ${NUMBER}, ${SYMBOL}`,
      ),
      violation(
        'fox',
        `Password should have a minimum length of 8, Password should meet 2 more of the following requirements: ${UPPERCASE}, ${NUMBER}, ${SYMBOL}`,
      ),
      violation(
        'Maple-Books-1',
        'Password should not be identical to the AWS account name or email address',
        withBookshop((account) => ({ ...account, name: 'Maple-Books-1' })),
      ),
      violation(
        'Owner@maple-books.example',
        'Password should not be identical to the AWS account name or email address',
        withBookshop((account) => ({
          ...account,
          root: { ...account.root, email: 'Owner@maple-books.example' },
        })),
      ),
      // A policy of the account's own.
      violation('abc-D1', 'Password should have a minimum length of 10', withPolicy(STRICT)),
      violation('abcdefghi-1', UPPERCASE, withPolicy(STRICT)),
      violation('ABCDEFGHI-1', LOWERCASE, withPolicy(STRICT)),
      violation('Abcdefghij-', NUMBER, withPolicy(STRICT)),
      // `?` is no symbol in AWS's eyes.
      violation('Abcdefghij1?', SYMBOL, withPolicy(STRICT)),
      violation('abc', 'Password should have a minimum length of 6', withPolicy({})),
    ],
  }),
  row({
    operation: 'iam:CreateLoginProfile',
    // Six letters will do where the account says so.
    world: withPolicy({}),
    works: { UserName: 'noor', Password: 'winter' },
    then: ({ LoginProfile }) => expect(LoginProfile.PasswordResetRequired).toBe(false),
    errors: [],
  }),
  row({
    operation: 'iam:GetLoginProfile',
    world: WITH_LOGIN,
    works: { UserName: 'noor' },
    then: (output) =>
      expect(output).toEqual({
        LoginProfile: { UserName: 'noor', CreateDate: CREATED, PasswordResetRequired: true },
      }),
    errors: [
      { ...noUser, input: { UserName: 'nina' } },
      { ...noLogin, input: { UserName: 'jonas' } },
      ...unnamed,
    ],
  }),
  row({
    operation: 'iam:GetLoginProfile',
    world: withUser('noor', {
      login: LOGIN,
      inline: { Own: policyText(allow('iam:GetLoginProfile', NOOR)) },
    }),
    caller: caller('noor'),
    works: {},
    then: ({ LoginProfile }) => expect(LoginProfile.UserName).toBe('noor'),
    errors: [],
  }),
  row({
    operation: 'iam:UpdateLoginProfile',
    world: WITH_LOGIN,
    works: { UserName: 'noor', Password: 'Winter-Fox-2', PasswordResetRequired: false },
    then: (output, world) => {
      expect(output).toEqual({});
      const login = userIn(world, 'noor')?.login;
      expect(login).toMatchObject({
        created: CREATED,
        changed: NOW,
        resetRequired: false,
        previous: [LOGIN.hash, ...LOGIN.previous],
      });
      expect(login && isHashOf('Winter-Fox-2', login.hash)).toBe(true);
    },
    errors: [
      noUser,
      noLogin,
      violation('fox', 'Password should have a minimum length of 6', withPolicy({}, WITH_LOGIN)),
      ...[
        [1, 'Winter-Fox-1'],
        [2, 'Autumn-Fox-1'],
        // Made with a salt of its own.
        [3, 'Summer-Fox-1'],
      ].map(([count, password]) =>
        violation(
          String(password),
          `Password should not be one of the last ${count} passwords`,
          withPolicy({ reusePrevention: Number(count) }, WITH_LOGIN),
        ),
      ),
    ],
  }),
  row({
    operation: 'iam:UpdateLoginProfile',
    world: withPolicy({ reusePrevention: 2 }, WITH_LOGIN),
    // The password before the last two may come back. The reset that was asked for stays.
    works: { UserName: 'noor', Password: 'Summer-Fox-1' },
    then: (_output, world) => expect(userIn(world, 'noor')?.login?.resetRequired).toBe(true),
    errors: [],
  }),
  row({
    operation: 'iam:UpdateLoginProfile',
    world: WITH_LOGIN,
    works: { UserName: 'noor', PasswordResetRequired: true },
    then: (_output, world) => expect(world).toBe(WITH_LOGIN),
    errors: [],
  }),
  row({
    operation: 'iam:DeleteLoginProfile',
    world: WITH_LOGIN,
    works: { UserName: 'noor' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.login).toBeNull();
    },
    errors: [
      { ...noUser, input: { UserName: 'nina' } },
      { ...noLogin, input: { UserName: 'jonas' } },
      ...unnamed,
    ],
  }),
  row({
    operation: 'iam:ChangePassword',
    world: WITH_LOGIN,
    caller: caller('noor'),
    works: { OldPassword: 'Winter-Fox-1', NewPassword: 'Winter-Fox-2' },
    then: (output, world) => {
      expect(output).toEqual({});
      const login = userIn(world, 'noor')?.login;
      expect(login).toMatchObject({
        created: CREATED,
        changed: NOW,
        resetRequired: false,
        previous: [LOGIN.hash, ...LOGIN.previous],
      });
      expect(login && isHashOf('Winter-Fox-2', login.hash)).toBe(true);
    },
    errors: [
      {
        input: { OldPassword: 'Winter-Fox-2', NewPassword: 'Winter-Fox-3' },
        code: 'AccessDenied',
        message: 'The old password was incorrect.',
      },
      {
        input: { OldPassword: 'Winter-Fox-1', NewPassword: 'Fox-1' },
        code: 'PasswordPolicyViolation',
        message: 'Password should have a minimum length of 8',
      },
      {
        input: { OldPassword: 'Winter-Fox-1', NewPassword: 'Winter-Fox-1' },
        world: withPolicy({ reusePrevention: 1 }, WITH_LOGIN),
        code: 'PasswordPolicyViolation',
        message: 'Password should not be one of the last 1 passwords',
      },
      {
        input: { OldPassword: 'Winter-Fox-1', NewPassword: 'Winter-Fox-2' },
        world: withUser('noor', { inline: { Own: OWN } }),
        code: 'NoSuchEntity',
        message: 'Login Profile for User noor cannot be found.',
      },
      ...[ROOT, ROLE_SESSION].map((who) => ({
        input: { OldPassword: 'Winter-Fox-1', NewPassword: 'Winter-Fox-2' },
        caller: who,
        code: 'InvalidUserType',
        message: 'Only IAM Users can change their own password',
      })),
    ],
  }),
] as const;
