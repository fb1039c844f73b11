// Rows: buckets of S3, their ACLs, ownership, Block Public Access and tags.
import { expect } from 'vitest';
import { BLOCK_ALL, BLOCK_NONE } from '../../../src/evaluation/s3/block-public-access.ts';
import {
  BOOKSHOP,
  bucketIn,
  caller,
  DRAFTS_POLICY,
  NEIGHBOUR,
  NOW,
  policyText,
  withBookshop,
  withBucketPolicy,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import {
  ALL_USERS,
  BAD_NAME,
  badAcls,
  badBuckets,
  badTags,
  MALFORMED_XML,
  NEIGHBOUR_ID,
  OWNER_ID,
  S3_WORLD,
  withBucket,
} from './s3-world.ts';

const world = S3_WORLD;
const shelf = { Bucket: 'maple-shelf' } as const;
const drafts = { Bucket: 'maple-drafts' } as const;
const ROOT_ARN = `arn:aws:iam::${BOOKSHOP}:root`;

const prevented = (action: string, bucket: string, what: 'ACLs' | 'policies') => ({
  code: 'AccessDenied',
  message: `User: ${ROOT_ARN} is not authorized to perform: ${action} on resource: "arn:aws:s3:::${bucket}" because public ${what} are prevented by the ${what === 'ACLs' ? 'BlockPublicAcls' : 'BlockPublicPolicy'} setting in S3 Block Public Access.`,
});

const PUBLIC_POLICY = policyText({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::maple-window/*',
});

/** A public policy with a fault, for a bucket that takes no public policies: the fault is seen first. */
const malformed = (change: Record<string, unknown>, message: string) => ({
  input: {
    Bucket: 'maple-window',
    Policy: policyText({
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::maple-window/*',
      ...change,
    }),
  },
  world,
  code: 'MalformedPolicy',
  message,
});

const OFF = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};
const ON = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const NO_BLOCK = {
  code: 'NoSuchPublicAccessBlockConfiguration',
  message: 'The public access block configuration was not found',
};
const ACL_AGAINST_OWNERSHIP = {
  code: 'InvalidBucketAclWithObjectOwnership',
  message: "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
};
const owning = (...settings: readonly string[]) => ({
  OwnershipControls: { Rules: settings.map((ObjectOwnership) => ({ ObjectOwnership })) },
});
const blockedAccount = withBookshop((account) => ({ ...account, publicAccessBlock: BLOCK_ALL }), world);
const blockIn = (after: typeof world) => after.accounts[BOOKSHOP]?.publicAccessBlock;
const otherAccount = [
  { input: { AccountId: NEIGHBOUR }, code: 'AccessDenied', message: 'Access Denied' },
  {
    input: { AccountId: 'bookshop' },
    code: 'InvalidArgument',
    message:
      "1 validation error detected: Value 'bookshop' at 'accountId' failed to satisfy constraint: Member must satisfy regular expression pattern: \\d{12}",
  },
];

export const S3_BUCKETS = [
  row({
    operation: 's3:CreateBucket',
    works: { Bucket: 'maple-new', CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } },
    then: (output, after) => {
      expect(output).toEqual({ Location: 'http://maple-new.s3.amazonaws.com/' });
      expect(bucketIn(after, 'maple-new')).toEqual({
        name: 'maple-new',
        created: NOW,
        region: 'eu-central-1',
        policy: null,
        ownership: 'BucketOwnerEnforced',
        acl: [],
        publicAccessBlock: BLOCK_ALL,
        tags: {},
        versioning: null,
        objects: { leaf: {} },
        versions: { leaf: {} },
      });
    },
    errors: [
      ...[
        'Maple',
        'xn--maple',
        'sthree-maple',
        'amzn-s3-demo-bucket',
        'maple-s3alias',
        'maple--ol-s3',
        'maple.mrap',
        'maple--use1-az4--x-s3',
        'maple--table-s3',
        'maple-an',
      ].map((Bucket) => ({ input: { Bucket }, ...BAD_NAME })),
      {
        input: { Bucket: 'maple-111122223333-us-east-1-an' },
        code: 'MissingNamespaceHeader',
        message:
          'The requested bucket is an account-regional namespace bucket, but your request is missing the required x-amz-bucket-namespace header.',
      },
      {
        input: { Bucket: 'north-press' },
        code: 'BucketAlreadyExists',
        message:
          'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
      },
      {
        // In eu-central-1; only us-east-1 takes the same bucket twice.
        input: drafts,
        code: 'BucketAlreadyOwnedByYou',
        message: 'Your previous request to create the named bucket succeeded and you already own it.',
      },
      {
        input: { Bucket: 'maple-new', CreateBucketConfiguration: { LocationConstraint: 'us-east-1' } },
        code: 'InvalidLocationConstraint',
        message: 'The specified location-constraint is not valid',
      },
      { input: { Bucket: 'maple-new', ACL: 'authenticated-read' }, ...ACL_AGAINST_OWNERSHIP },
      {
        input: { Bucket: 'maple-new', ACL: 'public-read', ObjectOwnership: 'ObjectWriter' },
        ...prevented('s3:CreateBucket', 'maple-new', 'ACLs'),
      },
      {
        input: { Bucket: 'maple-new', ACL: 'private', GrantRead: `id=${NEIGHBOUR_ID}` },
        code: 'InvalidRequest',
        message: 'Specifying both Canned ACLs and Header Grants is not allowed',
      },
      {
        input: { Bucket: 'maple-new', ObjectOwnership: 'Nobody' },
        code: 'InvalidArgument',
        message: 'Invalid x-amz-object-ownership header: Nobody',
      },
    ],
  }),
  row({
    operation: 's3:CreateBucket',
    works: { Bucket: 'maple-catalog' },
    then: (output, after) => {
      // It was there already.
      expect(output).toEqual({ Location: '/maple-catalog' });
      expect(bucketIn(after, 'maple-catalog')?.publicAccessBlock).toBeNull();
    },
    errors: [],
  }),
  row({
    operation: 's3:CreateBucket',
    works: { Bucket: 'maple-new', ObjectOwnership: 'ObjectWriter', GrantRead: `id="${NEIGHBOUR_ID}"` },
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-new')).toMatchObject({
        region: 'us-east-1',
        ownership: 'ObjectWriter',
        acl: [{ grantee: { kind: 'canonicalUser', canonicalUserId: NEIGHBOUR_ID }, permission: 'READ' }],
      });
    },
    errors: [],
  }),
  row({
    operation: 's3:DeleteBucket',
    world,
    works: { Bucket: 'maple-box' },
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-box')).toBeUndefined();
    },
    errors: [
      ...badBuckets({}),
      { input: shelf, code: 'BucketNotEmpty', message: 'The bucket you tried to delete is not empty' },
    ],
  }),
  row({
    operation: 's3:HeadBucket',
    works: drafts,
    then: (output) => {
      expect(output).toEqual({ BucketRegion: 'eu-central-1', AccessPointAlias: false });
    },
    errors: [
      { input: { Bucket: 'nobodys' }, code: '404', message: 'Not Found' },
      { input: { Bucket: 'No' }, code: '400', message: 'Bad Request' },
      { input: { Bucket: 'north-press' }, code: '403', message: 'Forbidden' },
    ],
  }),
  row({
    operation: 's3:GetBucketLocation',
    works: drafts,
    then: (output) => {
      expect(output).toEqual({ LocationConstraint: 'eu-central-1' });
    },
    errors: badBuckets({}),
  }),
  row({
    operation: 's3:GetBucketLocation',
    works: { Bucket: 'maple-catalog' },
    then: (output) => {
      expect(output).toEqual({ LocationConstraint: null });
    },
    errors: [],
  }),
  row({
    operation: 's3:PutBucketPolicy',
    world: withBucket('maple-window', { publicAccessBlock: { ...BLOCK_ALL, blockPublicPolicy: false } }),
    works: { Bucket: 'maple-window', Policy: PUBLIC_POLICY },
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-window')?.policy).toBe(PUBLIC_POLICY);
    },
    errors: [
      {
        world,
        input: { Bucket: 'maple-window', Policy: PUBLIC_POLICY },
        ...prevented('s3:PutBucketPolicy', 'maple-window', 'policies'),
      },
      {
        world: blockedAccount,
        input: { Bucket: 'maple-shelf', Policy: PUBLIC_POLICY.replace('window', 'shelf') },
        ...prevented('s3:PutBucketPolicy', 'maple-shelf', 'policies'),
      },
      malformed({ Principal: undefined }, 'Missing required field Principal'),
      malformed({ Principal: { AWS: ['*', 'AROAGONEAAAAAAAAAAAAA'] } }, 'Invalid principal in policy'),
      malformed({ Action: 's3:Foo' }, 'Policy has invalid action'),
      malformed({ Resource: 'arn:aws:s3:::maple-shelf/*' }, 'Policy has invalid resource'),
      malformed({ Action: 's3:ListBucket' }, 'Action does not apply to any resource(s) in statement'),
      malformed(
        { Condition: { Bool: { 's3:SecureTransport': 'true' } } },
        'Policy has an invalid condition key',
      ),
      malformed(
        { Condition: { StringLike: { 's3:prefix': 'drafts/*' } } },
        'Conditions do not apply to combination of actions and resources in statement',
      ),
    ],
  }),
  row({
    operation: 's3:GetBucketPolicyStatus',
    world: withBucketPolicy('maple-drafts', DRAFTS_POLICY),
    works: drafts,
    then: (output) => {
      expect(output).toEqual({ PolicyStatus: { IsPublic: false } });
    },
    errors: [
      ...badBuckets({}),
      {
        input: { Bucket: 'maple-catalog' },
        code: 'NoSuchBucketPolicy',
        message: 'The bucket policy does not exist',
      },
      {
        input: drafts,
        caller: caller('kim', NEIGHBOUR),
        world: withBucketPolicy(
          'maple-drafts',
          policyText({
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:Get*',
            Resource: 'arn:aws:s3:::maple-drafts',
          }),
        ),
        code: 'AccessDenied',
        message: 'Access Denied',
      },
    ],
  }),
  row({
    operation: 's3:GetBucketPolicyStatus',
    world: withBucket('maple-window', { policy: PUBLIC_POLICY }),
    works: { Bucket: 'maple-window' },
    then: (output) => {
      expect(output).toEqual({ PolicyStatus: { IsPublic: true } });
    },
    errors: [],
  }),
  row({
    operation: 's3:GetBucketAcl',
    world: withBucket('maple-shelf', {
      acl: [{ grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ' }],
    }),
    works: shelf,
    then: (output) => {
      expect(output).toEqual({
        Owner: { ID: OWNER_ID },
        Grants: [
          { Grantee: { Type: 'CanonicalUser', ID: OWNER_ID }, Permission: 'FULL_CONTROL' },
          { Grantee: { Type: 'Group', URI: ALL_USERS }, Permission: 'READ' },
        ],
      });
    },
    errors: badBuckets({}),
  }),
  row({
    operation: 's3:PutBucketAcl',
    world,
    works: {
      ...shelf,
      AccessControlPolicy: {
        Owner: { ID: OWNER_ID },
        Grants: [
          { Grantee: { Type: 'CanonicalUser', ID: OWNER_ID }, Permission: 'FULL_CONTROL' },
          {
            Grantee: { Type: 'AmazonCustomerByEmail', EmailAddress: 'owner@north-press.example' },
            Permission: 'READ',
          },
          { Grantee: { Type: 'Group', URI: ALL_USERS }, Permission: 'READ_ACP' },
        ],
      },
    },
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-shelf')?.acl).toEqual([
        { grantee: { kind: 'canonicalUser', canonicalUserId: NEIGHBOUR_ID }, permission: 'READ' },
        { grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ_ACP' },
      ]);
    },
    errors: [
      ...badBuckets({ ACL: 'private' }),
      ...badAcls(shelf),
      {
        input: { ...drafts, ACL: 'private' },
        code: 'AccessControlListNotSupported',
        message: 'The bucket does not allow ACLs',
      },
      {
        input: { Bucket: 'maple-window', ACL: 'public-read' },
        ...prevented('s3:PutBucketAcl', 'maple-window', 'ACLs'),
      },
      {
        input: { Bucket: 'maple-window', GrantRead: `uri="${ALL_USERS}"` },
        ...prevented('s3:PutBucketAcl', 'maple-window', 'ACLs'),
      },
    ],
  }),
  row({
    operation: 's3:GetPublicAccessBlock',
    world,
    works: { Bucket: 'maple-window' },
    then: (output) => {
      expect(output).toEqual({ PublicAccessBlockConfiguration: ON });
    },
    errors: [...badBuckets({}), { input: shelf, ...NO_BLOCK }],
  }),
  row({
    operation: 's3:PutPublicAccessBlock',
    world,
    works: { ...shelf, PublicAccessBlockConfiguration: { BlockPublicPolicy: true } },
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-shelf')?.publicAccessBlock).toEqual({
        ...BLOCK_NONE,
        blockPublicPolicy: true,
      });
    },
    errors: badBuckets({ PublicAccessBlockConfiguration: OFF }),
  }),
  row({
    operation: 's3:DeletePublicAccessBlock',
    world,
    works: { Bucket: 'maple-window' },
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-window')?.publicAccessBlock).toBeNull();
    },
    errors: badBuckets({}),
  }),
  row({
    operation: 's3control:GetPublicAccessBlock',
    world: blockedAccount,
    works: { AccountId: BOOKSHOP },
    then: (output) => {
      expect(output).toEqual({ PublicAccessBlockConfiguration: ON });
    },
    errors: [...otherAccount, { input: { AccountId: BOOKSHOP }, world, ...NO_BLOCK }],
  }),
  row({
    operation: 's3control:PutPublicAccessBlock',
    works: { AccountId: BOOKSHOP, PublicAccessBlockConfiguration: ON },
    then: (_output, after) => {
      expect(blockIn(after)).toEqual(BLOCK_ALL);
    },
    errors: otherAccount.map(({ input, ...error }) => ({
      input: { ...input, PublicAccessBlockConfiguration: ON },
      ...error,
    })),
  }),
  row({
    operation: 's3control:DeletePublicAccessBlock',
    world: blockedAccount,
    works: { AccountId: BOOKSHOP },
    then: (_output, after) => {
      expect(blockIn(after)).toBeNull();
    },
    errors: otherAccount,
  }),
  row({
    operation: 's3:GetBucketOwnershipControls',
    world,
    works: shelf,
    then: (output) => {
      expect(output).toEqual(owning('ObjectWriter'));
    },
    errors: [
      ...badBuckets({}),
      {
        input: { Bucket: 'maple-open' },
        code: 'OwnershipControlsNotFoundError',
        message: 'The bucket ownership controls were not found',
      },
    ],
  }),
  row({
    operation: 's3:PutBucketOwnershipControls',
    world,
    works: { ...shelf, ...owning('BucketOwnerEnforced') },
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-shelf')?.ownership).toBe('BucketOwnerEnforced');
    },
    errors: [
      ...badBuckets(owning('ObjectWriter')),
      ...[owning(), owning('Nobody'), owning('ObjectWriter', 'ObjectWriter')].map((controls) => ({
        input: { ...shelf, ...controls },
        code: 'MalformedXML',
        message: MALFORMED_XML,
      })),
      {
        world: withBucket('maple-shelf', {
          acl: [{ grantee: { kind: 'canonicalUser', canonicalUserId: NEIGHBOUR_ID }, permission: 'READ' }],
        }),
        input: { ...shelf, ...owning('BucketOwnerEnforced') },
        ...ACL_AGAINST_OWNERSHIP,
      },
    ],
  }),
  row({
    operation: 's3:DeleteBucketOwnershipControls',
    world,
    works: shelf,
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-shelf')?.ownership).toBeNull();
    },
    errors: badBuckets({}),
  }),
  row({
    operation: 's3:GetBucketTagging',
    world,
    works: shelf,
    then: (output) => {
      expect(output).toEqual({ TagSet: [{ Key: 'shelf', Value: '7' }] });
    },
    errors: [
      ...badBuckets({}),
      { input: drafts, code: 'NoSuchTagSet', message: 'The TagSet does not exist' },
    ],
  }),
  row({
    operation: 's3:PutBucketTagging',
    world,
    works: { ...shelf, Tagging: { TagSet: [{ Key: 'team', Value: 'books' }] } },
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-shelf')?.tags).toEqual({ team: 'books' });
    },
    errors: [...badBuckets({ Tagging: { TagSet: [] } }), ...badTags(shelf, 'bucket')],
  }),
  row({
    operation: 's3:DeleteBucketTagging',
    world,
    works: shelf,
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-shelf')?.tags).toEqual({});
    },
    errors: badBuckets({}),
  }),
];
