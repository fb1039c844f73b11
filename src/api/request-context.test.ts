// Tests for the condition keys of a call.
import { expect, test } from 'vitest';
import { amira, ask, document, drafts, errorOf, noor } from '../../tests/fixtures/ask.ts';
import {
  BOOKSHOP,
  NEIGHBOUR,
  NOW,
  ROOT,
  WORLD,
  allow,
  environment,
  policyText,
  withBucketPolicy,
} from '../../tests/fixtures/world.ts';
import type { World } from '../account/world.ts';
import { addSeconds } from '../aws/instant.ts';
import { newMember, newOrganization } from '../account/new-organization.ts';
import { tableOf } from '../account/table.ts';
import { canonicalUserId } from '../account/canonical-user.ts';
import { askerOf } from './asker.ts';
import { authorize } from './authorize.ts';
import type { ApiCall } from './call.ts';
import type { Caller } from '../account/caller.ts';

const contextOf = (who: Caller, call: ApiCall, world = WORLD) =>
  ask(who, call, world).evaluations[0]?.request;

test('of a read in S3', () => {
  expect(contextOf(noor, { operation: 's3:ListObjectsV2', input: { ...drafts, Prefix: '' } })).toEqual({
    principal: { kind: 'user', arn: `arn:aws:iam::${BOOKSHOP}:user/noor`, account: BOOKSHOP, name: 'noor' },
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::maple-drafts',
    resourceAccount: BOOKSHOP,
    context: {
      'aws:CurrentTime': NOW,
      'aws:EpochTime': '1795342445',
      'aws:SecureTransport': 'true',
      'aws:SourceIp': '203.0.113.10',
      'aws:UserAgent': 'Rolecall tests',
      'aws:ViaAWSService': 'false',
      'aws:PrincipalIsAWSService': 'false',
      'aws:RequestedRegion': 'eu-central-1',
      'aws:PrincipalType': 'User',
      'aws:PrincipalArn': `arn:aws:iam::${BOOKSHOP}:user/noor`,
      'aws:PrincipalAccount': BOOKSHOP,
      'aws:username': 'noor',
      'aws:userid': 'AIDANOORAAAAAAAAAAAAA',
      'aws:PrincipalTag/team': 'editorial',
      'aws:TokenIssueTime': addSeconds(NOW, -600),
      'aws:MultiFactorAuthPresent': 'false',
      'aws:ResourceAccount': BOOKSHOP,
      's3:ResourceAccount': BOOKSHOP,
      's3:authType': 'REST-HEADER',
      's3:signatureversion': 'AWS4-HMAC-SHA256',
      's3:TlsVersion': '1.3',
      's3:prefix': '',
    },
    facts: {
      canonicalUserId: canonicalUserId(BOOKSHOP),
      console: true,
      rootAccessAdministrator: false,
    },
  });
});

/** Both accounts in one organization. */
function withOrganization(managementAccount: string): World {
  const start = newOrganization('o-maple12345', 'r-mapl', managementAccount, NOW);
  const members = tableOf(
    Object.fromEntries(
      Object.keys(WORLD.accounts).map((id) => [id, newMember(id, start.root, 'INVITED', NOW)]),
    ),
  );
  return { ...WORLD, organization: { ...start, members } };
}

test('s3:prefix is absent when no prefix is given', () => {
  expect(contextOf(noor, { operation: 's3:ListObjectsV2', input: drafts })?.context).not.toHaveProperty(
    's3:prefix',
  );
});

test('of a write in IAM with MFA, in an organization, on a user with tags', () => {
  const world = withOrganization(NEIGHBOUR);
  const withMfa: Caller = { ...amira, credentials: { ...amira.credentials, mfa: amira.credentials.issued } };
  const put: ApiCall = {
    operation: 'iam:PutUserPolicy',
    input: { UserName: 'noor', PolicyName: 'P', PolicyDocument: document },
  };
  const context = contextOf(withMfa, put, world)?.context;
  expect(context).toMatchObject({
    'aws:MultiFactorAuthPresent': 'true',
    'aws:MultiFactorAuthAge': '600',
    'aws:PrincipalOrgID': 'o-maple12345',
    'aws:PrincipalOrgPaths': ['o-maple12345/r-mapl/'],
    'aws:ResourceOrgID': 'o-maple12345',
    'aws:ResourceOrgPaths': ['o-maple12345/r-mapl/'],
    'aws:RequestedRegion': 'us-east-1',
    'aws:ResourceTag/team': 'editorial',
    'iam:ResourceTag/team': 'editorial',
  });
  expect(Object.keys(context ?? {}).filter((key) => key.startsWith('s3:'))).toEqual([]);
});

test('of the root user, without an organization', () => {
  const context = contextOf(ROOT, { operation: 's3:ListBuckets', input: {} })?.context ?? {};
  const principal = Object.entries(context).filter(([key]) => /^aws:(Principal|user(id|name))/.test(key));
  expect(Object.fromEntries(principal)).toEqual({
    'aws:PrincipalType': 'Account',
    'aws:PrincipalArn': `arn:aws:iam::${BOOKSHOP}:root`,
    'aws:PrincipalAccount': BOOKSHOP,
    'aws:PrincipalIsAWSService': 'false',
    'aws:userid': BOOKSHOP,
  });
  expect(Object.keys(context).filter((key) => key.includes('Org'))).toEqual([]);
});

test('the owner of a resource in no account of the world is outside of its organization', () => {
  const world = withOrganization(BOOKSHOP);
  const asker = askerOf(world, noor);
  if (!asker) throw new Error('nobody');
  const { context } = authorize(
    world,
    asker,
    { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:999999999999:orders' },
    environment(),
  ).request;
  expect(context).toMatchObject({
    'aws:ResourceAccount': '999999999999',
    'aws:PrincipalOrgID': 'o-maple12345',
  });
  expect(context).not.toHaveProperty(['aws:ResourceOrgID']);
});

test('a request without a resource has no owner, but an account all the same', () => {
  const request = contextOf(ROOT, { operation: 's3:ListBuckets', input: {} });
  expect(request).toMatchObject({ resource: '*', resourceAccount: null });
  expect(request?.context).toMatchObject({ 'aws:ResourceAccount': BOOKSHOP, 'aws:userid': BOOKSHOP });
});

test('conditions see it', () => {
  const onlyWinter = {
    ...allow('s3:ListBucket', 'arn:aws:s3:::maple-catalog'),
    Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/noor` },
    Condition: { StringLike: { 's3:prefix': 'winter/*', 'aws:PrincipalTag/team': 'editorial' } },
  };
  const world = withBucketPolicy('maple-catalog', policyText(onlyWinter));
  const list = (Prefix: string): ApiCall => ({
    operation: 's3:ListObjectsV2',
    input: { Bucket: 'maple-catalog', Prefix },
  });
  expect(errorOf(ask(noor, list('winter/x'), world))).toBeNull();
  expect(errorOf(ask(noor, list('spring/x'), world))?.code).toBe('AccessDenied');
});
