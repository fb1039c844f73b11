// Limits: which calls are closed to whom, in front of policies that allow everything; and what is said of them.
import { describe, expect, test } from 'vitest';
import { ACCOUNT, ALICE, allow, policy, principal, request } from '../../tests/evaluation/build.ts';
import { NO_POLICIES } from './applicable.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { limitOn } from './limits.ts';
import type { Principal, Request } from './request.ts';

const user = principal(ALICE);
const root = principal(`arn:aws:iam::${ACCOUNT}:root`);
const session = principal(`arn:aws:sts::${ACCOUNT}:assumed-role/app/run1`);
const federated = principal(`arn:aws:sts::${ACCOUNT}:federated-user/Carol`);
const withToken = (who: Principal, mfa: boolean): Principal =>
  who.kind === 'user' || who.kind === 'root' ? { ...who, sessionToken: { mfa } } : who;
const assumedRoot: Principal = root.kind === 'root' ? { ...root, assumed: true } : root;

const asking = (who: Principal, action: Request['action'], facts: Request['facts'] = {}): Request =>
  request({ principal: who, action, resource: '*', resourceAccount: null, facts });

describe('the limit on', () => {
  test.each<[string, Principal, Request['action'], string | null]>([
    ['a user', user, 'sts:GetSessionToken', null],
    ['a user', user, 'sts:AssumeRole', null],
    ['the root user', root, 'sts:AssumeRole', 'rootAssumesNothing'],
    ['the root user', root, 'sts:AssumeRoot', 'rootAssumesNothing'],
    ['the root user', root, 'sts:GetFederationToken', null],
    ['a role session', session, 'sts:GetFederationToken', 'longTermOnly'],
    ['a role session', session, 'STS:getsessiontoken', 'longTermOnly'],
    ['a role session', session, 'sts:AssumeRole', null],
    ['a role session', session, 'iam:GetSessionToken', null],
    ['AssumeRoot', assumedRoot, 'sts:GetSessionToken', 'longTermOnly'],
    ['GetSessionToken without MFA', withToken(user, false), 'iam:ListUsers', 'iamNeedsMfa'],
    ['GetSessionToken without MFA', withToken(root, false), 'iam:ListUsers', 'iamNeedsMfa'],
    ['GetSessionToken without MFA', withToken(user, false), 'iam:PassRole', null],
    ['GetSessionToken with MFA', withToken(user, true), 'iam:ListUsers', null],
    ['GetSessionToken', withToken(user, true), 'sts:AssumeRole', null],
    ['GetSessionToken', withToken(user, true), 'sts:TagSession', null],
    ['GetSessionToken', withToken(user, true), 'sts:GetCallerIdentity', null],
    ['GetSessionToken', withToken(user, true), 'sts:GetSessionToken', 'longTermOnly'],
    ['GetSessionToken', withToken(user, true), 'sts:DecodeAuthorizationMessage', 'notWithSessionToken'],
    ['GetSessionToken', withToken(user, false), 's3:GetObject', null],
    ['a federated user', federated, 'sts:AssumeRole', 'notForFederatedUsers'],
    ['a federated user', federated, 'sts:GetCallerIdentity', null],
    ['a federated user', federated, 's3:GetObject', null],
  ])('%s, %#', (_, who, action, expected) => {
    expect(limitOn(asking(who, action))).toBe(expected);
  });

  test('a federated user who calls IAM turns on where the call comes from', () => {
    expect(limitOn(asking(federated, 'iam:ListUsers', { console: false }))).toBe('iamOnlyFromConsole');
    expect(limitOn(asking(federated, 'iam:ListUsers', { console: true }))).toBeNull();
    expect(limitOn(asking(federated, 'iam:PassRole', { console: false }))).toBeNull();
    const { decision } = evaluate(NO_POLICIES, asking(federated, 'iam:ListUsers'));
    expect(decision.outcome).toBe('implicitDeny');
  });

  test('AssumeRoot turns on whose account calls', () => {
    expect(limitOn(asking(session, 'sts:AssumeRoot', { rootAccessAdministrator: false }))).toBe(
      'rootAccessAdministratorOnly',
    );
    expect(limitOn(asking(session, 'sts:AssumeRoot', { rootAccessAdministrator: true }))).toBeNull();
  });
});

test('credentials of the console are temporary: they do not make others', () => {
  for (const action of ['sts:GetSessionToken', 'sts:GetFederationToken'] as const)
    for (const who of [root, user]) {
      expect(limitOn(asking(who, action, { console: true }))).toBe('longTermOnly');
      expect(limitOn(asking(who, action, { console: false }))).toBeNull();
    }
  expect(limitOn(asking(user, 'sts:AssumeRole', { console: true }))).toBeNull();
});

const EVERYTHING = { ...NO_POLICIES, identity: [policy(allow())] };

test.each<[Principal, Request['action'], Request['facts'], string, string]>([
  [
    root,
    'sts:AssumeRole',
    {},
    'Denied: the root user cannot assume roles',
    'Roles may not be assumed by root accounts.',
  ],
  [
    withToken(user, true),
    'sts:GetFederationToken',
    {},
    'Denied: a session cannot call sts:GetFederationToken',
    'Cannot call GetFederationToken with session credentials',
  ],
  [
    withToken(user, true),
    'sts:DecodeAuthorizationMessage',
    {},
    'Denied: credentials of GetSessionToken cannot call sts:DecodeAuthorizationMessage',
    'Cannot call DecodeAuthorizationMessage with session credentials',
  ],
  [
    withToken(user, false),
    'iam:ListUsers',
    {},
    'Denied: credentials of GetSessionToken open IAM only with MFA',
    'The security token included in the request is invalid.',
  ],
  [
    federated,
    'iam:ListUsers',
    { console: false },
    'Denied: outside the console, a federated user cannot call IAM',
    'The security token included in the request is invalid.',
  ],
  [
    session,
    'sts:AssumeRoot',
    { rootAccessAdministrator: false },
    'Denied: the account is neither the management account nor a delegated administrator of root access',
    `User: arn:aws:sts::${ACCOUNT}:assumed-role/app/run1 is not authorized to perform: sts:AssumeRoot`,
  ],
])('what is said, %#', (who, action, facts, verdict, message) => {
  const evaluation = evaluate(EVERYTHING, asking(who, action, facts));
  expect(evaluation.decision).toMatchObject({ outcome: 'implicitDeny', by: 'none' });
  const explanation = explain(evaluation);
  expect(explanation.verdict).toBe(verdict);
  expect(explanation.message).toBe(message);
  expect(explanation.rule.match(/\. |\.$/g)).toHaveLength(2);
  expect(new Set(explanation.gates.map(({ state }) => state))).toEqual(new Set(['notInTheWay']));
});
