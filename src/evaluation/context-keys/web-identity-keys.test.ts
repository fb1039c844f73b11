// Tests for the claims of web identities that become condition keys.
import { describe, expect, test } from 'vitest';
import { webIdentityCallKeys, webIdentitySessionKeys, type WebIdentity } from './web-identity-keys.ts';

const custom = (host: string): WebIdentity['provider'] => `arn:aws:iam::111122223333:oidc-provider/${host}`;

describe('while the role is being assumed', () => {
  test.each<[string, WebIdentity['provider'], WebIdentity['claims'], object]>([
    [
      'Google without an authorized party',
      'accounts.google.com',
      { aud: 'app', sub: '42', email: 'noor@example.com' },
      { 'accounts.google.com:aud': 'app', 'accounts.google.com:sub': '42' },
    ],
    [
      'Google with an authorized party',
      'accounts.google.com',
      { aud: 'server', azp: 'app', sub: '42' },
      {
        'accounts.google.com:aud': 'app',
        'accounts.google.com:oaud': 'server',
        'accounts.google.com:sub': '42',
      },
    ],
    [
      'Facebook',
      'graph.facebook.com',
      { app_id: '7', id: '42' },
      { 'graph.facebook.com:app_id': '7', 'graph.facebook.com:id': '42' },
    ],
    [
      'Login with Amazon',
      'www.amazon.com',
      { app_id: '7', user_id: '42' },
      { 'www.amazon.com:app_id': '7', 'www.amazon.com:user_id': '42' },
    ],
    [
      'a cluster of EKS, whose address has a path',
      custom('oidc.eks.eu-central-1.amazonaws.com/id/ABC'),
      { aud: 'sts.amazonaws.com', sub: 'system:serviceaccount:a:b', repository: 'none of it' },
      {
        'oidc.eks.eu-central-1.amazonaws.com/id/ABC:aud': 'sts.amazonaws.com',
        'oidc.eks.eu-central-1.amazonaws.com/id/ABC:sub': 'system:serviceaccount:a:b',
      },
    ],
    [
      'an enterprise in GitHub',
      custom('token.actions.githubusercontent.com/maple'),
      { sub: 's', actor: 'noor', jti: 'none of it' },
      {
        'token.actions.githubusercontent.com/maple:sub': 's',
        'token.actions.githubusercontent.com/maple:actor': 'noor',
      },
    ],
    [
      'GitLab',
      custom('gitlab.com'),
      { aud: 'a', azp: 'b', user_id: '9', user_identities: ['x'] },
      { 'gitlab.com:aud': 'b', 'gitlab.com:user_id': '9' },
    ],
    [
      'Buildkite',
      custom('agent.buildkite.com'),
      { sub: 's', build_branch: 'main', build_number: '1' },
      { 'agent.buildkite.com:sub': 's', 'agent.buildkite.com:build_branch': 'main' },
    ],
    [
      'CircleCI',
      custom('oidc.circleci.com/org/1'),
      { sub: 's', 'oidc.circleci.com/project-id': 'p' },
      { 'oidc.circleci.com/org/1:sub': 's', 'oidc.circleci.com/org/1:oidc.circleci.com/project-id': 'p' },
    ],
  ])('%s', (_name, provider, claims, expected) => {
    expect(webIdentityCallKeys({ provider, claims })).toEqual({
      'aws:FederatedProvider': provider,
      ...expected,
    });
  });
});

describe('in the session', () => {
  test.each<[string, WebIdentity['provider'], WebIdentity['claims'], object]>([
    [
      'Google',
      'accounts.google.com',
      { aud: 'server', azp: 'app', sub: '42' },
      { 'accounts.google.com:aud': 'app', 'accounts.google.com:sub': '42' },
    ],
    ['Login with Amazon', 'www.amazon.com', { user_id: '42' }, { 'www.amazon.com:user_id': '42' }],
    ['GitLab', custom('gitlab.com'), { sub: 's', user_id: '9' }, { 'gitlab.com:sub': 's' }],
  ])('%s', (_name, provider, claims, expected) => {
    expect(webIdentitySessionKeys({ provider, claims })).toEqual({
      'aws:FederatedProvider': provider,
      ...expected,
    });
  });
});
