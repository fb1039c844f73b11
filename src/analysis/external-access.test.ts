// Tests for findings of external access: whom resources let in from outside, and what is no finding.
import { describe, expect, test } from 'vitest';
import {
  BOOKSHOP,
  bucket,
  byName,
  CREATED,
  MANAGED,
  NEIGHBOUR,
  NOW,
  policyText,
  withBookshop,
  WORLD,
} from '../../tests/fixtures/world.ts';
import { newMember, newOrganization } from '../account/new-organization.ts';
import { tableOf } from '../account/table.ts';
import type { Account, Role, World } from '../account/world.ts';
import { readActions } from '../aws/catalogue.ts';
import { externalAccess, type ZoneOfTrust } from './external-access.ts';

const actions = readActions(
  [
    's3\tListBucket\tGetObject GetBucketPolicy\tPutObject DeleteObject\tPutBucketPolicy\t',
    'sts\t\t\tAssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity\t\tTagSession',
    'kms\t\tDescribeKey\tDecrypt Encrypt\tPutKeyPolicy CreateGrant\t',
  ].join('\n'),
);

const STRANGER = '999999999999';
const SHELF = 'arn:aws:s3:::maple-shelf';

const shelf = (statement: object, more: Partial<Parameters<typeof bucket>[2]> = {}): World =>
  withBookshop((account) => ({
    ...account,
    buckets: byName(
      bucket('maple-shelf', [], {
        policy: policyText({ Action: 's3:GetObject', Resource: `${SHELF}/*`, ...statement }),
        ...more,
      }),
    ),
  }));

const find = (world: World, zone: ZoneOfTrust = 'ACCOUNT') => {
  const account: Account | undefined = world.accounts[BOOKSHOP];
  if (!account) throw new Error('no bookshop');
  return externalAccess(world, account, zone, { now: NOW, managedPolicies: MANAGED, actions });
};

const organized = (world: World): World => {
  const start = newOrganization('o-maple12345', 'r-mapl', BOOKSHOP, NOW);
  const members = tableOf(
    Object.fromEntries([BOOKSHOP, NEIGHBOUR].map((id) => [id, newMember(id, start.root, 'INVITED', NOW)])),
  );
  return { ...world, organization: { ...start, members } };
};

test('a bucket that everybody may read', () => {
  expect(find(shelf({ Effect: 'Allow', Principal: '*' }))).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string,
      principal: { AWS: '*' },
      action: ['s3:GetObject'],
      resource: SHELF,
      resourceType: 'AWS::S3::Bucket',
      resourceOwnerAccount: BOOKSHOP,
      isPublic: true,
      condition: {},
      sources: [{ type: 'POLICY' }],
      status: 'ACTIVE',
      createdAt: NOW,
      analyzedAt: NOW,
      updatedAt: NOW,
      resourceControlPolicyRestriction: 'NOT_APPLICABLE',
    },
  ]);
});

describe('found', () => {
  test.each<[string, object, object]>([
    ['another account', { Principal: { AWS: STRANGER } }, { principal: { AWS: STRANGER }, isPublic: false }],
    [
      'a user of another account',
      { Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:user/kim` } },
      { principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:user/kim` } },
    ],
    ['a canonical user', { Principal: { CanonicalUser: 'f'.repeat(64) } }, {}],
    [
      'everybody at an address',
      { Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } },
      { isPublic: false, condition: { 'aws:SourceIp': '203.0.113.0/24' } },
    ],
    [
      'everybody whom a condition names',
      { Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${STRANGER}:role/*` } } },
      { condition: { 'aws:PrincipalArn': `arn:aws:iam::${STRANGER}:role/*` } },
    ],
    [
      'all but one',
      { NotPrincipal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/noor` } },
      { principal: { AWS: '*' } },
    ],
  ])('%s', (_, statement, finding) => {
    expect(find(shelf({ Effect: 'Allow', ...statement }))).toMatchObject([finding]);
  });

  test('only the actions that are left when something is denied', () => {
    const world = shelf(
      {},
      {
        policy: policyText(
          { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: [SHELF, `${SHELF}/*`] },
          { Effect: 'Deny', Principal: '*', Action: 's3:Put*', Resource: '*' },
        ),
      },
    );
    expect(find(world)[0]?.action).not.toContain('s3:PutObject');
    expect(find(world)[0]?.action).toEqual(expect.arrayContaining(['s3:ListBucket', 's3:DeleteObject']));
  });

  test('an access control list', () => {
    const world = shelf(
      { Effect: 'Deny', Principal: { AWS: STRANGER } },
      {
        ownership: 'ObjectWriter',
        acl: [{ grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ' }],
      },
    );
    expect(find(world)).toMatchObject([{ sources: [{ type: 'BUCKET_ACL' }], action: ['s3:ListBucket'] }]);
  });
});

describe('no finding', () => {
  test.each<[string, World]>([
    ['the own account', shelf({ Effect: 'Allow', Principal: { AWS: BOOKSHOP } })],
    ['a user of it', shelf({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/noor` } })],
    ['a service', shelf({ Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' } })],
    [
      'what is left of a deleted user',
      shelf({ Effect: 'Allow', Principal: { AWS: 'AIDAGONEGONEGONEGONE1' } }),
    ],
    ['a denial', shelf({ Effect: 'Deny', Principal: '*' })],
    [
      'everybody of the own organization',
      organized(
        shelf({
          Effect: 'Allow',
          Principal: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-maple12345' } },
        }),
      ),
    ],
    [
      'everybody of the own account',
      shelf({
        Effect: 'Allow',
        Principal: '*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': BOOKSHOP } },
      }),
    ],
    [
      'whom a service of the own account sends',
      shelf({
        Effect: 'Allow',
        Principal: '*',
        Condition: { StringEquals: { 'aws:SourceAccount': BOOKSHOP } },
      }),
    ],
    [
      'the public, where public policies do not count',
      shelf(
        { Effect: 'Allow', Principal: '*' },
        {
          publicAccessBlock: {
            blockPublicAcls: true,
            ignorePublicAcls: true,
            blockPublicPolicy: true,
            restrictPublicBuckets: true,
          },
        },
      ),
    ],
  ])('%s', (_, world) => {
    // The organization itself is trusted in the one case that has one.
    expect(find(world, world.organization ? 'ORGANIZATION' : 'ACCOUNT')).toEqual([]);
  });

  test('an account of the organization, when that is the zone of trust', () => {
    const world = organized(shelf({ Effect: 'Allow', Principal: { AWS: NEIGHBOUR } }));
    expect(find(world, 'ACCOUNT')).toHaveLength(1);
    expect(find(world, 'ORGANIZATION')).toEqual([]);
  });
});

test('a role that another account and a provider may assume', () => {
  const role: Role = {
    name: 'Till',
    path: '/',
    id: 'AROATILLAAAAAAAAAAAAA',
    created: CREATED,
    description: '',
    trust: policyText(
      {
        Effect: 'Allow',
        Principal: { AWS: STRANGER, Service: 'ec2.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${BOOKSHOP}:saml-provider/Directory` },
        Action: 'sts:AssumeRoleWithSAML',
      },
    ),
    trusted: {},
    maxSessionDuration: 3600,
    boundary: null,
    attached: [],
    inline: {},
    tags: {},
  };
  const world = withBookshop((account) => ({ ...account, buckets: byName(), roles: byName(role) }));
  expect(
    find(world).map(({ principal, action, resourceType }) => ({ principal, action, resourceType })),
  ).toEqual([
    { principal: { AWS: STRANGER }, action: ['sts:AssumeRole'], resourceType: 'AWS::IAM::Role' },
    {
      principal: { Federated: `arn:aws:iam::${BOOKSHOP}:saml-provider/Directory` },
      action: ['sts:AssumeRoleWithSAML'],
      resourceType: 'AWS::IAM::Role',
    },
  ]);
});

test('a grant of a key to another account', () => {
  const world = withBookshop((account) => ({
    ...account,
    buckets: byName(),
    kmsKeys: tableOf({
      k: {
        id: 'k',
        region: 'us-east-1',
        created: CREATED,
        description: '',
        policy: policyText({
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:root` },
          Action: 'kms:*',
          Resource: '*',
        }),
        state: 'Enabled',
        deletion: null,
        usage: 'ENCRYPT_DECRYPT',
        spec: 'SYMMETRIC_DEFAULT',
        multiRegion: false,
        manager: 'CUSTOMER',
        material: '',
        tags: {},
        grants: tableOf({
          g: {
            id: 'g',
            granteePrincipal: `arn:aws:iam::${STRANGER}:user/x`,
            operations: ['Decrypt'],
            name: null,
            created: CREATED,
            issuer: `arn:aws:iam::${BOOKSHOP}:root`,
          },
        }),
      },
    }),
  }));
  expect(find(world)).toMatchObject([
    { principal: { AWS: `arn:aws:iam::${STRANGER}:user/x` }, action: ['kms:Decrypt'] },
  ]);
});

test('the bookshop of the fixtures lets nobody in', () => expect(find(WORLD)).toEqual([]));
