// Tests for the claims that shared OIDC providers demand.
import { describe, expect, test } from 'vitest';
import { parsedPolicy } from './parse.ts';
import { missingControl } from './shared-oidc.ts';

const GITHUB = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const SUB = 'token.actions.githubusercontent.com:sub';

const trust = (condition: object, more: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: GITHUB },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: condition,
      ...more,
    },
  });

function missing(text: string): string | null {
  const { document } = parsedPolicy(text);
  if (!document) throw new Error('no document');
  return missingControl(document);
}

describe('is missed', () => {
  test.each([
    ['when nothing is tested', {}],
    ['when the audience alone is', { StringEquals: { 'token.actions.githubusercontent.com:aud': 'a' } }],
    ['when any value will do', { StringLike: { [SUB]: '*' } }],
    ['when one of its values is any', { StringLike: { [SUB]: ['repo:maple/*', '**'] } }],
    ['when a token without it passes', { StringEqualsIfExists: { [SUB]: 'repo:maple/shop:*' } }],
    ['when an empty set passes', { 'ForAllValues:StringEquals': { [SUB]: 'repo:maple/shop:*' } }],
    ['when only some tenants are kept out', { StringNotEquals: { [SUB]: 'repo:maple/shop:*' } }],
    ['when no value can match', { StringEquals: { [SUB]: [] } }],
  ])('%s', (_, condition) => expect(missing(trust(condition))).toBe(SUB));

  test('by a pattern of actions', () => expect(missing(trust({}, { Action: 'sts:*' }))).toBe(SUB));

  test('in each statement by itself', () => {
    const one: unknown = JSON.parse(trust({ StringLike: { [SUB]: 'repo:maple/*' } }));
    const two: unknown = JSON.parse(trust({}));
    const statements = [one, two].map((policy) => (policy as { Statement: object }).Statement);
    expect(missing(JSON.stringify({ Version: '2012-10-17', Statement: statements }))).toBe(SUB);
  });
});

describe('is not missed', () => {
  test.each([
    ['when it is tested', trust({ StringEquals: { [SUB]: 'repo:maple/shop:ref:refs/heads/main' } })],
    ['in other letter case', trust({ StringLike: { [SUB.toUpperCase()]: 'repo:maple/*' } })],
    ['in a Deny', trust({}, { Effect: 'Deny' })],
    ['by another action', trust({}, { Action: 'sts:TagSession' })],
    [
      'by a provider of one tenant',
      trust({}, { Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/id.example.com' } }),
    ],
  ])('%s', (_, text) => expect(missing(text)).toBeNull());
});

test.each([
  ['cognito-identity.amazonaws.com', 'cognito-identity.amazonaws.com:aud'],
  ['arn:aws:iam::111122223333:oidc-provider/api.pulumi.com/oidc', 'api.pulumi.com/oidc:aud'],
  [
    'arn:aws:iam::111122223333:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d',
    'sts:RoleSessionName',
  ],
])('%s has a key of its own', (Federated, key) =>
  expect(missing(trust({}, { Principal: { Federated } }))).toBe(key),
);
