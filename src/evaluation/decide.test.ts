// The decision: what grants are worth, which layers must allow, whom a limit stops; as tables.
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
import type { Request } from './request.ts';

const YES = policy(allow());
const NO = policy(deny());
const SILENT = policy(allow({ Action: 'ec2:*' }));
const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/app/run1`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/Carol`;

const bucketPolicy = (aws: string, extra = {}) => policy(allow({ Principal: { AWS: aws }, ...extra }));

function decided(policies: Partial<ApplicablePolicies>, asked: Partial<Request> = {}): string {
  const { decision } = evaluate({ ...NO_POLICIES, ...policies }, request(asked));
  return decision.outcome === 'depends'
    ? `depends ${decision.on.join()}`
    : `${decision.outcome} ${decision.by}`;
}

const as = (written: unknown): Partial<Request> => ({ principal: principal(written) });

describe('the measured table: boundary, role policy, bucket policy against four ways to name a role', () => {
  const narrowed = { Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } } };
  const ways = [
    bucketPolicy(ROLE),
    bucketPolicy(SESSION),
    bucketPolicy(ROOT, narrowed),
    bucketPolicy('*', narrowed),
  ];
  test.each([
    [false, false, true, 'deny allow deny allow'],
    [false, true, true, 'deny allow deny allow'],
    [true, false, true, 'allow allow deny allow'],
    [true, true, true, 'allow allow allow allow'],
    [true, true, false, 'allow allow allow allow'],
    [false, true, false, 'deny deny deny deny'],
    [true, false, false, 'deny deny deny deny'],
  ])('%s, %s, %s: %s', (boundary, identity, resource, expected) => {
    const results = ways.map((way) =>
      decided(
        {
          boundary: boundary ? YES : SILENT,
          identity: identity ? [YES] : [],
          resource: resource ? [way] : [],
        },
        as(SESSION),
      ).startsWith('allow')
        ? 'allow'
        : 'deny',
    );
    expect(results.join(' ')).toBe(expected);
  });
});

describe('who is stopped where', () => {
  test.each<[string, Partial<ApplicablePolicies>, unknown, string]>([
    ['nothing at all', {}, ALICE, 'implicitDeny identity'],
    ['an identity-based Allow', { identity: [SILENT, YES] }, ALICE, 'allow identity'],
    ['a Deny beside it', { identity: [NO, YES] }, ALICE, 'explicitDeny identity'],
    ['a silent boundary', { identity: [YES], boundary: SILENT }, ALICE, 'implicitDeny boundary'],
    ['a silent session policy', { identity: [YES], session: [SILENT] }, SESSION, 'implicitDeny session'],
    ['a session without a policy', { identity: [YES] }, SESSION, 'allow identity'],
    ['a federated user without one', { identity: [YES] }, FEDERATED, 'implicitDeny session'],
    ['a federated user with one', { identity: [YES], session: [YES] }, FEDERATED, 'allow identity'],
    ['a federated user named', { resource: [bucketPolicy(FEDERATED)] }, FEDERATED, 'allow resource'],
    ['session policies of a user', { identity: [YES], session: [NO] }, ALICE, 'allow identity'],
    ['the root user', { identity: [NO], boundary: NO }, ROOT, 'allow none'],
    [
      'the root user under a Deny',
      { resource: [policy(deny({ Principal: '*' }))] },
      ROOT,
      'explicitDeny resource',
    ],
    ['anonymous, nothing', {}, 'anonymous', 'implicitDeny resource'],
    ['anonymous, a public policy', { resource: [bucketPolicy('*')] }, 'anonymous', 'allow resource'],
    ['anonymous, identity policies', { identity: [YES] }, 'anonymous', 'implicitDeny resource'],
    [
      'a silent endpoint',
      { identity: [YES], endpoint: policy(allow({ Principal: '*', Action: 'ec2:*' })) },
      ALICE,
      'implicitDeny vpce',
    ],
    [
      'a gateway that names the account',
      { identity: [YES], endpoint: bucketPolicy(ACCOUNT) },
      ALICE,
      'implicitDeny vpce',
    ],
    [
      'an interface that names the account',
      { identity: [YES], endpoint: bucketPolicy(ACCOUNT), endpointKind: 'interface' },
      ALICE,
      'allow identity',
    ],
    ['a gateway that names the account, root', { endpoint: bucketPolicy(ACCOUNT) }, ROOT, 'allow none'],
    [
      'one silent level',
      {
        identity: [YES],
        scps: [
          { name: 'root', policies: [YES] },
          { name: 'ou', policies: [] },
        ],
      },
      ALICE,
      'implicitDeny scp',
    ],
    [
      'levels that allow',
      { identity: [YES], scps: [{ name: 'root', policies: [YES, SILENT] }] },
      ALICE,
      'allow identity',
    ],
    ['an SCP over the root user', { scps: [{ name: 'root', policies: [NO] }] }, ROOT, 'explicitDeny scp'],
    [
      'an SCP over a service',
      {
        scps: [{ name: 'root', policies: [NO] }],
        resource: [policy(allow({ Principal: { Service: 's3.amazonaws.com' } }))],
      },
      { service: 's3.amazonaws.com' },
      'allow resource',
    ],
    [
      'a Deny in a boundary over a direct grant',
      { boundary: NO, resource: [bucketPolicy(ALICE)] },
      ALICE,
      'explicitDeny boundary',
    ],
  ])('%s', (_, policies, caller, expected) => {
    expect(decided(policies, as(caller))).toBe(expected);
  });

  test('every layer that would have refused as well is named, in AWS’s order', () => {
    const { decision } = evaluate(
      { ...NO_POLICIES, boundary: SILENT, session: [SILENT] },
      request({ ...as(SESSION), resourceAccount: OTHER_ACCOUNT }),
    );
    expect(decision).toEqual({
      outcome: 'implicitDeny',
      by: 'resource',
      also: ['identity', 'boundary', 'session'],
    });
  });
});

describe('across accounts', () => {
  const across = { resourceAccount: OTHER_ACCOUNT };
  test.each<[string, Partial<ApplicablePolicies>, unknown, string]>([
    ['both sides', { identity: [YES], resource: [bucketPolicy(ALICE)] }, ALICE, 'allow identity'],
    [
      'delegation and identity',
      { identity: [YES], resource: [bucketPolicy(ACCOUNT)] },
      ALICE,
      'allow identity',
    ],
    ['a direct grant alone', { resource: [bucketPolicy(ALICE)] }, ALICE, 'implicitDeny identity'],
    ['identity alone', { identity: [YES] }, ALICE, 'implicitDeny resource'],
    [
      'a silent boundary',
      { identity: [YES], boundary: SILENT, resource: [bucketPolicy(ALICE)] },
      ALICE,
      'implicitDeny boundary',
    ],
    ['the root user, granted', { resource: [bucketPolicy(ACCOUNT)] }, ROOT, 'allow resource'],
    ['the root user, not granted', {}, ROOT, 'implicitDeny resource'],
  ])('%s', (_, policies, caller, expected) => {
    expect(decided(policies, { ...as(caller), ...across })).toBe(expected);
  });
});

describe('organization policies have their bounds', () => {
  const rcps = [{ name: 'root', policies: [policy(deny({ Principal: '*' }))] }];
  const scps = [{ name: 'root', policies: [NO] }];
  const linked = { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/app` };
  test.each<[string, Partial<ApplicablePolicies>, Partial<Request>, string]>([
    ['RCP, S3', { rcps }, {}, 'explicitDeny rcp'],
    [
      'RCP, a service that it does not cover',
      { rcps },
      { action: 'ec2:StopInstances', resource: 'arn:aws:ec2:us-east-1:1:instance/i' },
      'allow identity',
    ],
    [
      'RCP, a request on no resource',
      { rcps },
      { action: 's3:ListAllMyBuckets', resource: '*' },
      'allow identity',
    ],
    ['RCP, a service-linked role', { rcps }, { ...as(SESSION), context: linked }, 'allow identity'],
    ['SCP, a service-linked role', { scps }, { ...as(SESSION), context: linked }, 'allow identity'],
    ['SCP, a user with such a key', { scps }, { context: linked }, 'explicitDeny scp'],
  ])('%s', (_, policies, asked, expected) => {
    expect(decided({ identity: [YES], ...policies }, asked)).toBe(expected);
  });
});

describe('rules of services', () => {
  const role = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/deploy` } as const;
  const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1` } as const;
  const trust = (aws: string) =>
    policy({ Effect: 'Allow', Principal: { AWS: aws }, Action: 'sts:AssumeRole' });
  const bucket = { resource: 'arn:aws:s3:::shop-drafts' } as const;
  const locked = [policy(deny({ Principal: '*' }))];
  test.each<[string, Partial<ApplicablePolicies>, Partial<Request>, string]>([
    ['a role that trusts the user', { resource: [trust(ALICE)] }, role, 'allow resource'],
    [
      'a role that trusts the account',
      { resource: [trust(ACCOUNT)], identity: [YES] },
      role,
      'allow identity',
    ],
    [
      'a role that trusts the account, identity silent',
      { resource: [trust(ACCOUNT)] },
      role,
      'implicitDeny identity',
    ],
    [
      'a role that trusts others',
      { resource: [trust(OTHER_ACCOUNT)], identity: [YES] },
      role,
      'implicitDeny resource',
    ],
    ['a role without a trust policy', { identity: [YES] }, role, 'implicitDeny resource'],
    [
      'a role, asked for by the root user',
      { resource: [trust(ACCOUNT)] },
      { ...role, ...as(ROOT) },
      'implicitDeny none',
    ],
    ['a key that enables IAM', { resource: [bucketPolicy(ROOT)], identity: [YES] }, key, 'allow identity'],
    [
      'a key that does not',
      { resource: [bucketPolicy(SESSION)], identity: [YES] },
      key,
      'implicitDeny resource',
    ],
    [
      'a key and the root user',
      { resource: [bucketPolicy(ALICE)] },
      { ...key, ...as(ROOT) },
      'implicitDeny resource',
    ],
    [
      'ListKeys asks no key',
      { identity: [YES] },
      { action: 'kms:ListKeys', resource: '*', resourceAccount: null },
      'allow identity',
    ],
    [
      'DeleteAlias on the alias',
      { identity: [YES] },
      { action: 'kms:DeleteAlias', resource: 'arn:aws:kms:us-east-1:1:alias/a' },
      'allow identity',
    ],
    [
      'ScheduleKeyDeletion across accounts',
      { resource: [bucketPolicy(ALICE)], identity: [YES] },
      { ...key, action: 'kms:ScheduleKeyDeletion', resourceAccount: OTHER_ACCOUNT },
      'implicitDeny resource',
    ],
    [
      'Decrypt across accounts',
      { resource: [bucketPolicy(ALICE)], identity: [YES] },
      { ...key, resourceAccount: OTHER_ACCOUNT },
      'allow identity',
    ],
    [
      'RetireGrant by key policy',
      { resource: [bucketPolicy(ALICE)], identity: [YES] },
      { ...key, action: 'kms:RetireGrant' },
      'implicitDeny resource',
    ],
    [
      'GetCallerIdentity under a Deny',
      { identity: [NO] },
      { action: 'sts:GetCallerIdentity', resource: '*' },
      'allow none',
    ],
    [
      'GetCallerIdentity, anonymous',
      {},
      { ...as('anonymous'), action: 'sts:GetCallerIdentity', resource: '*' },
      'implicitDeny resource',
    ],
    [
      'GetSessionToken by a user',
      { identity: [NO] },
      { action: 'sts:getsessiontoken', resource: '*' },
      'allow none',
    ],
    [
      'GetSessionToken by a session',
      { identity: [YES] },
      { ...as(SESSION), action: 'sts:GetSessionToken', resource: '*' },
      'implicitDeny none',
    ],
    [
      'GetFederationToken by a session',
      { identity: [YES] },
      { ...as(SESSION), action: 'sts:GetFederationToken', resource: '*' },
      'implicitDeny none',
    ],
    [
      'AssumeRole by a federated user',
      { identity: [YES], session: [YES], resource: [trust('*')] },
      { ...role, ...as(FEDERATED) },
      'implicitDeny none',
    ],
    [
      'DeleteBucketPolicy by a locked-out root',
      { resource: locked },
      { ...bucket, ...as(ROOT), action: 's3:DeleteBucketPolicy' },
      'allow none',
    ],
    [
      'ListBucket by a locked-out root',
      { resource: locked },
      { ...bucket, ...as(ROOT), action: 's3:ListBucket' },
      'explicitDeny resource',
    ],
    [
      'DeleteBucketPolicy by a locked-out user',
      { resource: locked, identity: [YES] },
      { ...bucket, action: 's3:DeleteBucketPolicy' },
      'explicitDeny resource',
    ],
    [
      'changing an AWS managed policy',
      { identity: [YES] },
      {
        action: 'iam:CreatePolicyVersion',
        resource: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
        resourceAccount: null,
      },
      'implicitDeny none',
    ],
    [
      'changing one without permission',
      {},
      {
        action: 'iam:CreatePolicyVersion',
        resource: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
        resourceAccount: null,
      },
      'implicitDeny identity',
    ],
    [
      'changing a service-linked role, which IAM refuses in other ways',
      { identity: [YES] },
      { action: 'iam:PutRolePolicy', resource: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x/y` },
      'allow identity',
    ],
    [
      'a statement without Resource, outside a trust policy',
      { resource: [policy({ Effect: 'Allow', Principal: '*', Action: '*' })] },
      {},
      'implicitDeny identity',
    ],
    ['a statement without Principal in a bucket policy', { resource: [YES] }, {}, 'implicitDeny identity'],
  ])('%s', (_, policies, asked, expected) => {
    expect(decided(policies, asked)).toBe(expected);
  });

  test('what a request does not say is not guessed', () => {
    const assumeRoot = {
      action: 'sts:AssumeRoot',
      resource: `arn:aws:iam::${OTHER_ACCOUNT}:root`,
      resourceAccount: OTHER_ACCOUNT,
    } as const;
    expect(decided({ identity: [YES] }, assumeRoot)).toMatch(/^depends .*management account/);
    expect(decided({}, assumeRoot)).toBe('implicitDeny identity');
    const iam = { ...as(FEDERATED), action: 'iam:ListUsers', resource: '*', resourceAccount: null } as const;
    expect(decided({ identity: [YES], session: [YES] }, iam)).toMatch(/^depends .*console/);
    expect(decided({ identity: [YES] }, iam)).toBe('implicitDeny session');
  });
});
