// Tests for console passwords beyond single calls: what the password policy lets every user do, sessions of AssumeRoot.
import { expect, test } from 'vitest';
import { managedPolicies } from '../../tests/fixtures/managed-policies.ts';
import { errorOf, noor, outputOf } from '../../tests/fixtures/ask.ts';
import {
  allow,
  BOOKSHOP,
  environment,
  NOW,
  policyText,
  ROOT,
  userIn,
  withBookshop,
  withUser,
  WORLD,
} from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import type { Caller } from '../account/caller.ts';
import type { LoginProfile, World } from '../account/world.ts';
import { addSeconds } from '../aws/instant.ts';
import type { ApiCall } from './call.ts';
import { execute } from './execute.ts';
import { hashPassword, isPassword } from './password.ts';

const LOGIN: LoginProfile = {
  hash: hashPassword('Winter-Fox-1', environment()),
  created: NOW,
  changed: NOW,
  resetRequired: false,
  previous: [],
};

const allowingChange = (world: World): World =>
  withBookshop(
    (account) => ({
      ...account,
      passwordPolicy: {
        minimumLength: 8,
        requireSymbols: false,
        requireNumbers: false,
        requireUppercase: false,
        requireLowercase: false,
        allowUsersToChange: true,
        maxAge: null,
        reusePrevention: null,
        hardExpiry: false,
      },
    }),
    world,
  );

const CHANGE: ApiCall = {
  operation: 'iam:ChangePassword',
  input: { OldPassword: 'Winter-Fox-1', NewPassword: 'Winter-Fox-2' },
};

const asked = (world: World, who: Caller, call: ApiCall) =>
  execute(world, who, call, { ...environment(), managedPolicies: managedPolicies() });

test('a password policy that allows it lets users change their own password, and the decision names it', () => {
  const world = allowingChange(withUser('noor', { login: LOGIN }));
  const outcome = asked(world, noor, CHANGE);
  expect(outputOf(outcome)).toEqual({});
  const [evaluation] = outcome.evaluations;
  expect(evaluation?.decision).toMatchObject({ outcome: 'allow', by: 'identity' });
  expect(
    evaluation?.decision.outcome === 'allow' &&
      evaluation.decision.statements.map(({ policy }) => policy.source),
  ).toEqual([{ id: 'password-policy', name: 'Password policy', kind: 'accountSetting' }]);
  expect(
    outputOf(asked(world, noor, { operation: 'iam:GetAccountPasswordPolicy', input: {} })),
  ).toHaveProperty('PasswordPolicy');
});

test('without it they are denied, and with it others are still out of reach', () => {
  const world = withUser('noor', { login: LOGIN });
  expect(errorOf(asked(world, noor, CHANGE))?.message).toBe(
    `User: arn:aws:iam::${BOOKSHOP}:user/noor is not authorized to perform: iam:ChangePassword on resource: user noor because no identity-based policy allows the iam:ChangePassword action`,
  );
  const reset: ApiCall = { operation: 'iam:UpdateLoginProfile', input: { UserName: 'noor', Password: 'x' } };
  expect(errorOf(asked(allowingChange(world), noor, reset))?.code).toBe('AccessDenied');
});

test('a Deny and a boundary bind what the password policy allows', () => {
  const denied = withUser('noor', {
    login: LOGIN,
    inline: { No: policyText({ Effect: 'Deny', Action: 'iam:ChangePassword', Resource: '*' }) },
  });
  expect(asked(allowingChange(denied), noor, CHANGE).event.decision).toEqual({
    outcome: 'explicitDeny',
    by: 'identity',
  });
  const bounded = withUser('noor', {
    login: LOGIN,
    boundary: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
  });
  expect(asked(allowingChange(bounded), noor, CHANGE).event.decision).toEqual({
    outcome: 'implicitDeny',
    by: 'boundary',
  });
});

test('passwords are in no event', () => {
  const { event } = asked(
    withUser('noor', { login: LOGIN, inline: { Own: policyText(allow('iam:*')) } }),
    noor,
    CHANGE,
  );
  expect(event.requestParameters).toEqual({
    oldPassword: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    newPassword: 'HIDDEN_DUE_TO_SECURITY_REASONS',
  });
});

const rootSession = (task: string): Caller => ({
  kind: 'root',
  account: BOOKSHOP,
  credentials: { ...ROOT.credentials, kind: 'assumeRoot', expires: addSeconds(NOW, 900) },
  task: `arn:aws:iam::aws:policy/root-task/${task}`,
});

const withRootLogin = (login: LoginProfile | null): World =>
  withBookshop((account) => ({ ...account, root: { ...account.root, login } }));

test('a session of AssumeRoot allows the root user to recover a password; nobody knows it yet', () => {
  const who = rootSession('IAMCreateRootUserPassword');
  const outcome = asked(WORLD, who, { operation: 'iam:CreateLoginProfile', input: {} });
  expect(outputOf(outcome)).toEqual({ LoginProfile: { CreateDate: NOW, PasswordResetRequired: false } });
  const after = applyChanges(WORLD, outcome.changes);
  const login = after.accounts[BOOKSHOP]?.root.login;
  expect(login && isPassword('', { ...login.hash, iterations: 1 })).toBe(false);
  expect(errorOf(asked(after, who, { operation: 'iam:CreateLoginProfile', input: {} }))).toMatchObject({
    code: 'EntityAlreadyExists',
    message: `Login Profile for user ${BOOKSHOP} already exists.`,
  });
  expect(
    errorOf(asked(WORLD, who, { operation: 'iam:CreateLoginProfile', input: { Password: 'Winter-Fox-2' } })),
  ).toMatchObject({
    code: 'ValidationError',
    message: 'Password must be omitted when calling with AssumeRoot credentials',
  });
});

test('sessions of AssumeRoot see and delete the password of the root user, as far as their task goes', () => {
  const get: ApiCall = { operation: 'iam:GetLoginProfile', input: {} };
  const remove: ApiCall = { operation: 'iam:DeleteLoginProfile', input: {} };
  const auditor = rootSession('IAMAuditRootUserCredentials');
  expect(outputOf(asked(withRootLogin(LOGIN), auditor, get))).toEqual({
    LoginProfile: { CreateDate: NOW, PasswordResetRequired: false },
  });
  expect(errorOf(asked(withRootLogin(null), auditor, get))).toMatchObject({
    code: 'NoSuchEntity',
    message: `Login Profile for User ${BOOKSHOP} cannot be found.`,
  });
  expect(errorOf(asked(withRootLogin(LOGIN), auditor, remove))?.code).toBe('AccessDenied');
  const outcome = asked(withRootLogin(LOGIN), rootSession('IAMDeleteRootUserCredentials'), remove);
  expect(outputOf(outcome)).toEqual({});
  expect(applyChanges(withRootLogin(LOGIN), outcome.changes).accounts[BOOKSHOP]?.root.login).toBeNull();
});

test('who was renamed while signed in still changes its own password', () => {
  const named = { ...noor, id: userIn(WORLD, 'noor')?.id ?? '' };
  const renamed = applyChanges(
    withUser('noor', { login: LOGIN, inline: { Own: policyText(allow('iam:ChangePassword')) } }),
    asked(
      withUser('noor', { login: LOGIN, inline: { Own: policyText(allow('iam:ChangePassword')) } }),
      ROOT,
      {
        operation: 'iam:UpdateUser',
        input: { UserName: 'noor', NewUserName: 'noor.b' },
      },
    ).changes,
  );
  const outcome = asked(renamed, named, CHANGE);
  expect(outputOf(outcome)).toEqual({});
  expect(outcome.changes[0]).toMatchObject({ name: 'noor.b' });
});
