// Principal and NotPrincipal: who is covered, and what an Allow is worth (the table of the evaluation page).
import { describe, expect, test } from 'vitest';
import { allow, principal, request, statement } from '../../tests/evaluation/build.ts';
import type { Effect } from '../policy/document.ts';
import { compilePrincipal, isListedInPart, matchPrincipal, type PrincipalMatch } from './principal.ts';
import type { Principal } from './request.ts';

const A = '111122223333';
const USER = `arn:aws:iam::${A}:user/alice` as const;
const ROOT = `arn:aws:iam::${A}:root`;
const ROLE = `arn:aws:iam::${A}:role/svc/app`;
const SESSION = `arn:aws:sts::${A}:assumed-role/app/run1`;
const FEDERATED = `arn:aws:sts::${A}:federated-user/Carol`;
const OIDC = `arn:aws:iam::${A}:oidc-provider/gitlab.com`;

function element(json: unknown, name: 'Principal' | 'NotPrincipal') {
  const found = statement(allow({ [name]: json })).principal;
  if (found === undefined) throw new Error('no principal');
  return compilePrincipal(found);
}

const RULES = { hasBoundary: false, accountMeansRoot: false };

const listed = (json: unknown, caller: Principal, effect: Effect = 'Allow'): PrincipalMatch =>
  matchPrincipal(element(json, 'Principal'), request({ principal: caller }), effect, RULES);

const notListed = (json: unknown, caller: Principal, effect: Effect, hasBoundary = false): PrincipalMatch =>
  matchPrincipal(element(json, 'NotPrincipal'), request({ principal: caller }), effect, {
    ...RULES,
    hasBoundary,
  });

describe('what an Allow is worth', () => {
  test.each([
    [{ AWS: USER }, USER, 'direct'],
    [{ AWS: USER }, `arn:aws:iam::${A}:user/Alice`, null],
    [{ AWS: [ROLE, USER] }, USER, 'direct'],
    [{ AWS: A }, USER, 'account'],
    [{ AWS: ROOT }, USER, 'account'],
    [{ AWS: [ROOT, USER] }, USER, 'direct'],
    [{ AWS: ROOT }, ROOT, 'direct'],
    [{ AWS: '444455556666' }, USER, null],
    [{ AWS: `arn:aws-cn:iam::${A}:root` }, USER, null],
    ['*', USER, 'direct'],
    [{ AWS: '*' }, 'anonymous', 'direct'],
    [{ AWS: ROOT }, 'anonymous', null],
    [{ AWS: ROLE }, SESSION, 'role'],
    [{ AWS: `arn:aws:iam::${A}:role/app` }, SESSION, 'role'],
    [{ AWS: `arn:aws:iam::${A}:role/app2` }, SESSION, null],
    [{ AWS: SESSION }, SESSION, 'direct'],
    [{ AWS: `arn:aws:sts::${A}:assumed-role/app/*` }, SESSION, null],
    [{ AWS: ROOT }, SESSION, 'account'],
    [{ AWS: FEDERATED }, FEDERATED, 'direct'],
    [{ AWS: ROOT }, FEDERATED, 'account'],
    [{ AWS: ROLE }, USER, null],
    [{ AWS: 'AIDAEXAMPLE' }, USER, null],
    [{ Service: 's3.amazonaws.com' }, { service: 's3.amazonaws.com' }, 'direct'],
    [{ Service: 's3.amazonaws.com' }, { service: 's3.ap-east-1.amazonaws.com' }, null],
    [{ Service: 's3.amazonaws.com' }, USER, null],
    [{ Federated: OIDC }, OIDC, 'direct'],
    [{ Federated: 'accounts.google.com' }, 'accounts.google.com', 'direct'],
    [{ Federated: OIDC }, `arn:aws:iam::${A}:saml-provider/Corp`, null],
    [{ CanonicalUser: 'ab12' }, { service: 's3.amazonaws.com' }, null],
  ])('%j for %j: %s', (json, caller, expected) => {
    expect(listed(json, principal(caller))).toEqual({ covered: expected !== null, grant: expected });
  });

  const carol = (issuer: `arn:${string}`): Principal => ({
    kind: 'federatedUser',
    arn: FEDERATED,
    account: A,
    name: 'Carol',
    issuer,
  });

  test('the IAM user who asked for the federation token', () => {
    expect(listed({ AWS: USER }, carol(USER)).grant).toBe('federatedParent');
    expect(listed({ AWS: USER }, carol(`arn:aws:iam::${A}:user/zoe`)).covered).toBe(false);
  });

  test('what is not stated is not guessed', () => {
    const match = listed({ AWS: [ROOT, USER] }, principal(FEDERATED));
    expect(match.covered).toHaveProperty('on');
    expect(match.grant).toBe('federatedParent');
    expect(listed({ AWS: [ROOT, USER] }, principal(FEDERATED), 'Deny').covered).toBe(true);
    expect(listed({ CanonicalUser: 'ab12' }, principal(USER)).covered).toHaveProperty('on');
  });

  test.each([
    ['ab12', { covered: true, grant: 'account' }],
    ['cd34', { covered: false, grant: null }],
  ])("a canonical user id, %s, where the caller's account is known as ab12", (id, expected) => {
    const asked = request({ principal: principal(USER), facts: { canonicalUserId: 'ab12' } });
    expect(matchPrincipal(element({ CanonicalUser: id }, 'Principal'), asked, 'Allow', RULES)).toEqual(
      expected,
    );
  });
});

describe('whom a Deny with NotPrincipal hits', () => {
  test.each([
    [{ AWS: [USER, ROOT] }, USER, false],
    [{ AWS: [USER] }, USER, true],
    [{ AWS: [ROOT] }, USER, true],
    [{ AWS: [USER, ROOT] }, `arn:aws:iam::${A}:user/zoe`, true],
    [{ AWS: [SESSION, ROLE, ROOT] }, SESSION, false],
    [{ AWS: [SESSION, ROOT] }, SESSION, true],
    [{ AWS: [ROLE, ROOT] }, SESSION, true],
    [{ AWS: [ROOT] }, ROOT, false],
    [{ AWS: [USER, ROOT] }, 'anonymous', true],
    ['*', 'anonymous', false],
    [{ Service: 's3.amazonaws.com' }, { service: 's3.amazonaws.com' }, false],
    [{ Service: 's3.amazonaws.com' }, { service: 'sns.amazonaws.com' }, true],
  ])('%j for %j: %j', (json, caller, hit) => {
    expect(notListed(json, principal(caller), 'Deny').covered).toBe(hit);
  });

  test('everyone under a permissions boundary', () => {
    expect(notListed({ AWS: [USER, ROOT] }, principal(USER), 'Deny', true).covered).toBe(true);
  });
});

test('an Allow with NotPrincipal leaves out whoever is listed at any level', () => {
  expect(notListed({ AWS: USER }, principal(USER), 'Allow').covered).toBe(false);
  expect(notListed({ AWS: USER }, principal(`arn:aws:iam::${A}:user/zoe`), 'Allow').covered).toBe(true);
});

test.each([
  [{ AWS: USER }, USER, true],
  [{ AWS: [USER, ROOT] }, USER, false],
  [{ AWS: 'AIDAEXAMPLE' }, USER, false],
  [{ AWS: [SESSION, ROOT] }, SESSION, true],
])('%j lists %s in part: %j', (json, caller, expected) => {
  const asked = request({ principal: principal(caller) });
  expect(isListedInPart(element(json, 'NotPrincipal'), asked)).toBe(expected);
});

test.each([
  [[A, '*'], USER, true],
  [['*', A], USER, true],
  [[ROOT, USER], USER, true],
  [[A], USER, false],
  [[A], ROOT, true],
  [[ROOT, ROLE], SESSION, true],
])('on a gateway endpoint an account is its root user alone: %j covers %s: %j', (aws, caller, expected) => {
  for (const effect of ['Allow', 'Deny'] as const)
    expect(
      matchPrincipal(element({ AWS: aws }, 'Principal'), request({ principal: principal(caller) }), effect, {
        hasBoundary: false,
        accountMeansRoot: true,
      }).covered,
    ).toBe(expected);
});
