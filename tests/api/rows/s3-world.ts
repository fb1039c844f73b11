// Rows: the bookshop with buckets where ACLs count, and what they all say of buckets and objects that are not there.
import { canonicalUserId } from '../../../src/account/canonical-user.ts';
import type { Bucket, StoredObject } from '../../../src/account/resources.ts';
import { lookup } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { BLOCK_ALL } from '../../../src/evaluation/s3/block-public-access.ts';
import {
  adding,
  BOOKSHOP,
  bucket,
  bucketIn,
  CREATED,
  NEIGHBOUR,
  withBookshop,
} from '../../fixtures/world.ts';
import { arnOf, KEY, KMS_WORLD, OFF_KEY } from './kms-world.ts';

export const OWNER_ID = canonicalUserId(BOOKSHOP);
export const NEIGHBOUR_ID = canonicalUserId(NEIGHBOUR);
export const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers';

export const stored = (key: string, more: Partial<StoredObject> = {}): StoredObject => ({
  key,
  version: 'null',
  body: `This is ${key}.`,
  contentType: 'text/plain',
  modified: CREATED,
  owner: null,
  acl: [],
  tags: {},
  kmsKey: null,
  ...more,
});

/** `maple-shelf` has ACLs, `maple-window` has Block Public Access besides, `maple-box` is empty. */
export const S3_WORLD: World = withBookshop(
  (account) => ({
    ...account,
    buckets: adding(
      account.buckets,
      bucket(
        'maple-shelf',
        [
          stored('a.txt', { tags: { team: 'books' } }),
          stored('partner.txt', { owner: NEIGHBOUR }),
          stored('sealed.txt', { kmsKey: arnOf(KEY) }),
          stored('off.txt', { kmsKey: arnOf(OFF_KEY) }),
        ],
        { ownership: 'ObjectWriter', tags: { shelf: '7' } },
      ),
      bucket('maple-window', [stored('w.txt')], {
        ownership: 'BucketOwnerPreferred',
        publicAccessBlock: BLOCK_ALL,
      }),
      bucket('maple-box', []),
      bucket('maple-open', [], { ownership: null }),
    ),
  }),
  KMS_WORLD,
);

export const inShelf = { Bucket: 'maple-shelf', Key: 'a.txt' } as const;

export const withBucket = (name: string, change: Partial<Bucket>, world: World = S3_WORLD): World =>
  withBookshop(
    (account) => ({
      ...account,
      buckets: adding(account.buckets, { ...bucket(name, []), ...lookup(account.buckets, name), ...change }),
    }),
    world,
  );

export const objectOf = (world: World, name: string, key: string): StoredObject | undefined => {
  const found = bucketIn(world, name);
  return found && lookup(found.objects, key);
};

export const NO_BUCKET = { code: 'NoSuchBucket', message: 'The specified bucket does not exist' };
export const NO_KEY_THERE = { code: 'NoSuchKey', message: 'The specified key does not exist.' };
export const BAD_NAME = { code: 'InvalidBucketName', message: 'The specified bucket is not valid.' };

export const badBuckets = <More extends object>(more: More) => [
  { input: { ...more, Bucket: 'nobodys' }, ...NO_BUCKET },
  { input: { ...more, Bucket: 'Not A Bucket' }, ...BAD_NAME },
];

export const badObjects = <More extends object>(more: More) => [
  { input: { ...more, Bucket: 'nobodys', Key: 'k' }, ...NO_BUCKET },
  { input: { ...more, Bucket: 'a..b', Key: 'k' }, ...BAD_NAME },
  { input: { ...more, Bucket: 'maple-shelf', Key: 'none' }, ...NO_KEY_THERE },
  {
    input: { ...more, Bucket: 'maple-shelf', Key: 'k'.repeat(1025) },
    code: 'KeyTooLongError',
    message: 'Your key is too long',
  },
  {
    input: { ...more, Bucket: 'maple-shelf', Key: '' },
    code: 'ParamValidation',
    message: 'Parameter validation failed:\nInvalid length for parameter Key, value: 0, valid min length: 1',
  },
];

export const MALFORMED_XML =
  'The XML you provided was not well-formed or did not validate against our published schema';

const grantee = { Type: 'CanonicalUser', ID: NEIGHBOUR_ID };
const policy = (Grants: readonly object[], Owner: object = { ID: OWNER_ID }) => ({
  AccessControlPolicy: { Grants, Owner },
});

/** What is wrong with lists of either kind. */
export const badAcls = <More extends object>(more: More) =>
  (
    [
      [{}, 'MissingSecurityHeader', 'Your request was missing a required header'],
      [{ ACL: 'open' }, 'InvalidArgument', ''],
      [
        { ACL: 'private', GrantRead: `id=${NEIGHBOUR_ID}` },
        'InvalidRequest',
        'Specifying both Canned ACLs and Header Grants is not allowed',
      ],
      [{ ACL: 'private', ...policy([]) }, 'UnexpectedContent', 'This request does not support content'],
      [{ GrantRead: 'noor' }, 'InvalidArgument', 'Argument format not recognized'],
      [{ GrantRead: 'id="abc"' }, 'InvalidArgument', 'Invalid id'],
      [{ GrantRead: 'uri="http://acs.amazonaws.com/groups/none"' }, 'InvalidArgument', 'Invalid group uri'],
      [
        { GrantRead: 'emailAddress="nobody@example.com"' },
        'UnresolvableGrantByEmailAddress',
        'The e-mail address you provided does not match any account on record.',
      ],
      [{ AccessControlPolicy: { Grants: [] } }, 'MalformedACLError', MALFORMED_XML],
      [policy([{ Grantee: grantee }]), 'MalformedACLError', MALFORMED_XML],
      [policy([{ Grantee: grantee, Permission: 'LOOK' }]), 'MalformedACLError', MALFORMED_XML],
      [policy([{ Grantee: { Type: 'Group' }, Permission: 'READ' }]), 'MalformedACLError', MALFORMED_XML],
      [policy([], { ID: NEIGHBOUR_ID }), 'AccessDenied', 'Access Denied'],
      [policy([], { ID: 'noor' }), 'InvalidArgument', 'Invalid id'],
    ] as const
  ).map(([input, code, message]) => ({ input: { ...more, ...input }, code, message }));

export const badTags = <More extends object>(more: More, of: 'bucket' | 'object') =>
  (
    [
      [[{ Key: '', Value: '' }], 'InvalidTag', 'The TagKey you have provided is invalid'],
      [[{ Key: 'a?', Value: '' }], 'InvalidTag', 'The TagKey you have provided is invalid'],
      [[{ Key: 'a', Value: 'x'.repeat(257) }], 'InvalidTag', 'The TagValue you have provided is invalid'],
      [
        [{ Key: 'aws:a', Value: '' }],
        'InvalidTag',
        of === 'bucket'
          ? 'System tags cannot be added/updated by requester'
          : 'Your TagKey cannot be prefixed with aws:',
      ],
      [
        [
          { Key: 'a', Value: '1' },
          { Key: 'a', Value: '2' },
        ],
        'InvalidTag',
        'Cannot provide multiple Tags with the same key',
      ],
      [
        Array.from({ length: of === 'bucket' ? 51 : 11 }, (_, at) => ({ Key: `k${at}`, Value: '' })),
        'BadRequest',
        of === 'bucket'
          ? 'Bucket tag count cannot be greater than 50'
          : 'Object tags cannot be greater than 10',
      ],
    ] as const
  ).map(([TagSet, code, message]) => ({ input: { ...more, Tagging: { TagSet } }, code, message }));
