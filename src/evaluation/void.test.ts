// Allows on the side of the resource that match and grant nothing: when, and what is said of them.
import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  allow,
  deny,
  OTHER_ACCOUNT,
  policy,
  principal,
  request,
} from '../../tests/evaluation/build.ts';
import { NO_POLICIES, type ApplicablePolicies } from './applicable.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation, VoidReason } from './evaluation.ts';
import { explain } from './explain.ts';
import { plain } from './explain/part.ts';
import type { Request } from './request.ts';
import type { Acl, S3Access } from './s3/access.ts';
import { BLOCK_NONE } from './s3/block-public-access.ts';

const bob = principal(`arn:aws:iam::${OTHER_ACCOUNT}:user/bob`);
const onBucket = { kind: 'resource', name: 'shop-drafts' } as const;
const bucketPolicy = (change = {}) => [policy(allow({ Principal: '*', ...change }), onBucket)];
const own = { account: ACCOUNT, canonicalUserId: 'a'.repeat(64) };
const open: Acl = {
  owner: own,
  grants: [{ grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ' }],
};
const s3 = (change: Partial<S3Access> = {}): S3Access => ({
  ownership: 'ObjectWriter',
  bucketAcl: null,
  objectAcl: null,
  blockPublicAccess: BLOCK_NONE,
  ...change,
});

const evaluated = (policies: Partial<ApplicablePolicies>, asked: Partial<Request> = {}): Evaluation =>
  evaluate({ ...NO_POLICIES, ...policies }, request({ principal: principal('anonymous'), ...asked }));

const voids = ({ layers }: Evaluation): (VoidReason | undefined)[] =>
  layers.flatMap(({ statements }) =>
    statements.flatMap(({ match }) => (match.matched === true ? [match.void] : [])),
  );

const KEY = {
  principal: bob,
  resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1111aaaa`,
} as const;

describe('an Allow is void', () => {
  test.each<[VoidReason | undefined, Partial<ApplicablePolicies>, Partial<Request>]>([
    [undefined, { resource: bucketPolicy() }, {}],
    ['foreignObject', { resource: bucketPolicy() }, { facts: { objectOwner: OTHER_ACCOUNT } }],
    [
      undefined,
      { resource: bucketPolicy() },
      { facts: { objectOwner: OTHER_ACCOUNT }, action: 's3:PutObject' },
    ],
    [undefined, { resource: bucketPolicy() }, { facts: { objectOwner: ACCOUNT } }],
    [
      'publicBucketRestricted',
      {
        resource: bucketPolicy(),
        s3: s3({ blockPublicAccess: { ...BLOCK_NONE, restrictPublicBuckets: true } }),
      },
      {},
    ],
    [
      undefined,
      {
        resource: bucketPolicy({ Principal: { AWS: OTHER_ACCOUNT } }),
        s3: s3({ blockPublicAccess: { ...BLOCK_NONE, restrictPublicBuckets: true } }),
      },
      { principal: bob },
    ],
    [undefined, { s3: s3({ objectAcl: open }) }, {}],
    ['aclsDisabled', { s3: s3({ objectAcl: open, ownership: 'BucketOwnerEnforced' }) }, {}],
    [
      'publicAclIgnored',
      { s3: s3({ objectAcl: open, blockPublicAccess: { ...BLOCK_NONE, ignorePublicAcls: true } }) },
      {},
    ],
    [
      undefined,
      { s3: s3({ objectAcl: open, blockPublicAccess: { ...BLOCK_NONE, blockPublicAcls: true } }) },
      {},
    ],
    ['notAcrossAccounts', { resource: bucketPolicy() }, { ...KEY, action: 'kms:DeleteAlias' }],
    [undefined, { resource: bucketPolicy() }, { ...KEY, action: 'kms:Decrypt' }],
    ['retiredThroughGrants', { resource: bucketPolicy() }, { ...KEY, action: 'kms:RetireGrant' }],
    ['notAcrossAccounts', { resource: bucketPolicy() }, { principal: bob, action: 'sqs:DeleteQueue' }],
  ])('%s, %#', (expected, policies, asked) => {
    expect(voids(evaluated(policies, asked))).toEqual([expected]);
  });

  test('and a Deny beside it is not', () => {
    const resource = [policy([allow({ Principal: '*' }), deny({ Principal: '*' })], onBucket)];
    const evaluation = evaluated({ resource }, { facts: { objectOwner: OTHER_ACCOUNT } });
    expect(evaluation.decision).toMatchObject({ outcome: 'explicitDeny', by: 'resource' });
    expect(voids(evaluation)).toEqual(['foreignObject', undefined]);
  });
});

test('a void Allow neither grants nor decides, and is shown as what came near', () => {
  const evaluation = evaluated({ s3: s3({ objectAcl: open, ownership: 'BucketOwnerEnforced' }) });
  expect(evaluation.decision).toEqual({ outcome: 'implicitDeny', by: 'resource', also: [] });
  expect(evaluation.layers.find(({ layer }) => layer === 'resource')).toMatchObject({
    effect: 'silent',
    grants: [],
  });
  const { statements, gates, marks } = explain(evaluation);
  expect(statements.map(({ bearing, tone, why }) => [bearing, tone, plain(why)])).toEqual([
    [
      'near',
      'implicit',
      'Principal * includes this caller; action s3:GetObject is in s3:GetObject; resource is covered by arn:aws:s3:::shop-drafts/spring/cover.md; yet it grants nothing: access control lists are switched off for the bucket (bucket owner enforced).',
    ],
  ]);
  expect(gates.find(({ layer }) => layer === 'resource')).toMatchObject({
    state: 'shut',
    note: 'cannot grant this call',
  });
  expect(marks).toHaveLength(1);
});

test('a grant of KMS allows what the key policy does not, and says whose it is', () => {
  const alice = principal(`arn:aws:iam::${ACCOUNT}:user/alice`);
  const grants = [
    { id: 'g1', granteePrincipal: `arn:aws:iam::${ACCOUNT}:user/alice`, operations: ['Decrypt'] } as const,
  ];
  const evaluation = evaluated({ grants }, { ...KEY, principal: alice, action: 'kms:Decrypt' });
  expect(evaluation.decision).toMatchObject({ outcome: 'allow', by: 'resource' });
  expect(explain(evaluation).verdict).toBe('Allowed by grant g1');
});
