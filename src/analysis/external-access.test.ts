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
import type { StoredGrant } from '../account/resources.ts';
import type { BlockPublicAccess } from '../evaluation/s3/access.ts';
import { NOTHING_BLOCKED } from '../account/s3-access.ts';
import { newMember, newOrganization } from '../account/new-organization.ts';
import { tableOf } from '../account/table.ts';
import type { Account, Role, World } from '../account/world.ts';
import type { AccessLevel, Action } from '../aws/vocabulary.ts';
import { externalAccess, type ZoneOfTrust } from './external-access.ts';

const LEVELS: Readonly<Record<Action['name'], AccessLevel>> = {
  's3:ListBucket': 'List',
  's3:GetObject': 'Read',
  's3:GetBucketPolicy': 'Read',
  's3:PutObject': 'Write',
  's3:DeleteObject': 'Write',
  's3:PutBucketPolicy': 'Permissions management',
  'sts:AssumeRole': 'Write',
  'sts:AssumeRoleWithSAML': 'Write',
  'sts:AssumeRoleWithWebIdentity': 'Write',
  'sts:TagSession': 'Tagging',
  'kms:DescribeKey': 'Read',
  'kms:Decrypt': 'Write',
  'kms:Encrypt': 'Write',
  'kms:PutKeyPolicy': 'Permissions management',
  'kms:CreateGrant': 'Permissions management',
};
const actions = new Map(
  (Object.entries(LEVELS) as [Action['name'], AccessLevel][]).map(([name, level]) => [
    name.toLowerCase(),
    { name, level },
  ]),
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

const listed = (blocked: Partial<BlockPublicAccess>, of: 'bucket' | 'account' = 'bucket'): World => {
  const publicAccessBlock = { ...NOTHING_BLOCKED, ...blocked };
  return withBookshop((account) => ({
    ...account,
    ...(of === 'account' && { publicAccessBlock }),
    buckets: byName(
      bucket('maple-shelf', [], {
        policy: null,
        ownership: 'ObjectWriter',
        acl: (['READ', 'WRITE'] as const).map((permission) => ({
          grantee: { kind: 'group', group: 'AllUsers' },
          permission,
        })),
        ...(of === 'bucket' && { publicAccessBlock }),
      }),
    ),
  }));
};

describe('one finding for each resource, principal and condition', () => {
  test('of a policy that speaks twice of an account', () => {
    const policy = policyText(
      { Effect: 'Allow', Principal: { AWS: STRANGER }, Action: 's3:GetObject', Resource: `${SHELF}/*` },
      { Effect: 'Allow', Principal: { AWS: STRANGER }, Action: 's3:PutObject', Resource: `${SHELF}/*` },
    );
    expect(find(shelf({}, { policy }))).toMatchObject([{ action: ['s3:GetObject', 's3:PutObject'] }]);
  });

  test('of an access control list with several grants', () => {
    expect(find(listed({}))).toMatchObject([
      { action: ['s3:ListBucket', 's3:PutObject'], isPublic: true, sources: [{ type: 'BUCKET_ACL' }] },
    ]);
  });

  test('of a policy and a list', () => {
    const world = shelf(
      { Effect: 'Allow', Principal: '*' },
      {
        ownership: 'ObjectWriter',
        acl: [{ grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ' }],
      },
    );
    expect(find(world)).toMatchObject([
      {
        action: ['s3:GetObject', 's3:ListBucket'],
        sources: [{ type: 'POLICY' }, { type: 'BUCKET_ACL' }],
      },
    ]);
  });
});

describe('an access control list and Block Public Access', () => {
  test.each(['bucket', 'account'] as const)('that ignores public lists, of the %s', (of) =>
    expect(find(listed({ ignorePublicAcls: true }, of))).toEqual([]),
  );

  test.each(['bucket', 'account'] as const)('that restricts public policies, of the %s', (of) =>
    expect(find(listed({ restrictPublicBuckets: true }, of))).toHaveLength(1),
  );
});

test('where public policies do not count, they take what they say of accounts with them', () => {
  const policy = policyText(
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${SHELF}/*` },
    { Effect: 'Allow', Principal: { AWS: STRANGER }, Action: 's3:GetObject', Resource: `${SHELF}/*` },
  );
  const publicAccessBlock = { ...NOTHING_BLOCKED, restrictPublicBuckets: true };
  expect(find(shelf({}, { policy, publicAccessBlock }))).toEqual([]);
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

const till = (trust: string): World => {
  const role: Role = {
    name: 'Till',
    path: '/',
    id: 'AROATILLAAAAAAAAAAAAA',
    created: CREATED,
    description: '',
    trust,
    trusted: {},
    maxSessionDuration: 3600,
    boundary: null,
    attached: [],
    inline: {},
    tags: {},
  };
  return withBookshop((account) => ({ ...account, buckets: byName(), roles: byName(role) }));
};

test('a role that another account and a provider may assume', () => {
  const world = till(
    policyText(
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
  );
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

const GITHUB = 'token.actions.githubusercontent.com';
const oidc = (issuer: string): string => `arn:aws:iam::${BOOKSHOP}:oidc-provider/${issuer}`;

test.each<[string, object, boolean]>([
  [oidc(GITHUB), {}, true],
  [oidc(GITHUB), { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } }, true],
  [oidc(GITHUB), { StringLike: { [`${GITHUB}:sub`]: '*' } }, true],
  [oidc(GITHUB), { StringLike: { [`${GITHUB}:sub`]: 'repo:maple/shop:*' } }, false],
  [oidc('login.maple.example'), {}, true],
  [oidc('login.maple.example'), { StringEquals: { 'login.maple.example:aud': 'till' } }, false],
  ['accounts.google.com', { StringEquals: { 'accounts.google.com:sub': '1' } }, false],
  [
    `arn:aws:iam::${BOOKSHOP}:saml-provider/Directory`,
    { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    false,
  ],
])('a role that trusts %s with %j is public: %s', (provider, Condition, isPublic) => {
  const Action = provider.includes('saml') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
  const world = till(policyText({ Effect: 'Allow', Principal: { Federated: provider }, Action, Condition }));
  expect(find(world)).toMatchObject([{ principal: { Federated: provider }, isPublic }]);
});

const grantTo = (id: string, operation: 'Decrypt' | 'Encrypt'): StoredGrant => ({
  id,
  granteePrincipal: `arn:aws:iam::${STRANGER}:user/x`,
  operations: [operation],
  name: null,
  created: CREATED,
  issuer: `arn:aws:iam::${BOOKSHOP}:root`,
});

test('grants of a key to another account', () => {
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
        grants: tableOf({ g: grantTo('g', 'Decrypt'), h: grantTo('h', 'Encrypt') }),
      },
    }),
  }));
  expect(find(world)).toMatchObject([
    { principal: { AWS: `arn:aws:iam::${STRANGER}:user/x` }, action: ['kms:Decrypt', 'kms:Encrypt'] },
  ]);
});

test('the bookshop of the fixtures lets nobody in', () => expect(find(WORLD)).toEqual([]));
