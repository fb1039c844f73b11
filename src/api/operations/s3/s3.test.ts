// S3: who gets at objects by policy, ACL and ownership, what Block Public Access stops, and what keys of KMS add.
import { describe, expect, test } from 'vitest';
import { amira, ask, errorOf, jonas, noor, outputOf } from '../../../../tests/fixtures/ask.ts';
import { allow, BOOKSHOP, bucketIn, policyText, ROOT, withUser } from '../../../../tests/fixtures/world.ts';
import { arnOf, KEY, kim, NOOR, withKey } from '../../../../tests/api/rows/kms-world.ts';
import { inShelf, objectOf, S3_WORLD, stored, withBucket } from '../../../../tests/api/rows/s3-world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import { ANONYMOUS } from '../../../account/caller.ts';
import { tableOf } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { BLOCK_NONE } from '../../../evaluation/s3/block-public-access.ts';
import type { ApiCall } from '../../call.ts';

const get = (Bucket: string, Key: string): ApiCall => ({ operation: 's3:GetObject', input: { Bucket, Key } });
const put = (Bucket: string, Key: string, more: object = {}): ApiCall => ({
  operation: 's3:PutObject',
  input: { Bucket, Key, Body: 'New.', ...more },
});

const PUBLIC = policyText({
  Effect: 'Allow',
  Principal: '*',
  Action: ['s3:GetObject', 's3:PutObject', 's3:PutObjectAcl'],
  Resource: 'arn:aws:s3:::maple-shelf/*',
});
const ACCESS_DENIED = { code: 'AccessDenied', message: 'Access Denied', status: 403 };

const codes = (...outcomes: readonly ReturnType<typeof ask>[]) =>
  outcomes.map((outcome) => errorOf(outcome)?.code ?? 'ok');

describe('anybody', () => {
  const open = withBucket('maple-shelf', { policy: PUBLIC });

  test('reads what a bucket policy makes public, unsigned', () => {
    const outcome = ask(ANONYMOUS, get('maple-shelf', 'a.txt'), open);
    expect(outputOf(outcome)).toMatchObject({ Body: 'This is a.txt.' });
    expect(outcome.event.userIdentity).toEqual({
      type: 'AWSAccount',
      principalId: '',
      accountId: 'anonymous',
    });
  });

  test('is told no more than that access is denied', () => {
    expect(errorOf(ask(ANONYMOUS, get('maple-drafts', 'plan.txt'), open))).toEqual(ACCESS_DENIED);
    expect(errorOf(ask(ANONYMOUS, { operation: 's3:ListBuckets', input: {} }, open))).toEqual(ACCESS_DENIED);
    const list: ApiCall = { operation: 's3:ListObjectsV2', input: { Bucket: 'maple-shelf' } };
    expect(errorOf(ask(ANONYMOUS, list, open))).toEqual(ACCESS_DENIED);
  });

  test('lists and reads what ACLs make public, until they are ignored', () => {
    const EVERYONE = { grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ' } as const;
    const acls = withBucket('maple-shelf', {
      acl: [EVERYONE],
      objects: tableOf({ 'a.txt': stored('a.txt', { acl: [EVERYONE] }), 'b.txt': stored('b.txt') }),
    });
    const list: ApiCall = { operation: 's3:ListObjectsV2', input: { Bucket: 'maple-shelf' } };
    const asked = (world: World) =>
      codes(
        ask(ANONYMOUS, list, world),
        ask(ANONYMOUS, get('maple-shelf', 'a.txt'), world),
        ask(ANONYMOUS, get('maple-shelf', 'b.txt'), world),
      );
    expect(asked(acls)).toEqual(['ok', 'ok', 'AccessDenied']);
    const ignored = withBucket(
      'maple-shelf',
      { publicAccessBlock: { ...BLOCK_NONE, ignorePublicAcls: true } },
      acls,
    );
    expect(asked(ignored)).toEqual(['AccessDenied', 'AccessDenied', 'AccessDenied']);
    const off = withBucket('maple-shelf', { ownership: 'BucketOwnerEnforced' }, acls);
    expect(asked(off)).toEqual(['AccessDenied', 'AccessDenied', 'AccessDenied']);
  });

  test('does not get at objects that take a key of KMS', () => {
    expect(errorOf(ask(ANONYMOUS, get('maple-shelf', 'sealed.txt'), open))).toEqual({
      code: 'InvalidArgument',
      message:
        'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.',
      status: 400,
    });
  });
});

describe('RestrictPublicBuckets', () => {
  const publicBucket = withBucket('maple-shelf', { policy: PUBLIC });
  const restricted = withBucket(
    'maple-shelf',
    { publicAccessBlock: { ...BLOCK_NONE, restrictPublicBuckets: true } },
    publicBucket,
  );

  test('keeps a public policy for the account that owns the bucket', () => {
    const asked = (world: World) =>
      codes(
        ask(ANONYMOUS, get('maple-shelf', 'a.txt'), world),
        ask(kim, get('maple-shelf', 'a.txt'), world),
        ask(noor, get('maple-shelf', 'a.txt'), world),
      );
    expect(asked(publicBucket)).toEqual(['ok', 'AccessDenied', 'ok']);
    expect(asked(restricted)).toEqual(['AccessDenied', 'AccessDenied', 'ok']);
  });

  test('keeps out accounts that need no other leave', () => {
    const reader = { ...kim, kind: 'root' } as const;
    expect(codes(ask(reader, get('maple-shelf', 'a.txt'), publicBucket))).toEqual(['ok']);
    expect(codes(ask(reader, get('maple-shelf', 'a.txt'), restricted))).toEqual(['AccessDenied']);
  });
});

describe('objects of another account', () => {
  /** The root user next door, who needs no policy of its own. */
  const partner = { ...kim, kind: 'root' } as const;
  const open = withBucket('maple-shelf', { policy: PUBLIC });

  const written = (world: World, more: object = {}) => {
    const outcome = ask(partner, put('maple-shelf', 'theirs.txt', more), world);
    expect(errorOf(outcome)).toBeNull();
    return applyChanges(world, outcome.changes);
  };

  test('with ObjectWriter stay with whoever has written them: the owner of the bucket can only delete them', () => {
    const world = written(open);
    expect(objectOf(world, 'maple-shelf', 'theirs.txt')?.owner).toBe(kim.account);
    expect(
      codes(
        ask(ROOT, get('maple-shelf', 'theirs.txt'), world),
        ask(partner, get('maple-shelf', 'theirs.txt'), world),
        ask(
          ROOT,
          { operation: 's3:DeleteObject', input: { Bucket: 'maple-shelf', Key: 'theirs.txt' } },
          world,
        ),
      ),
    ).toEqual(['AccessDenied', 'ok', 'ok']);
  });

  test('can be written over, with an ACL of the new owner', () => {
    const world = written(open);
    expect(codes(ask(ROOT, put('maple-shelf', 'theirs.txt', { ACL: 'private' }), world))).toEqual(['ok']);
    const acl: ApiCall = {
      operation: 's3:PutObjectAcl',
      input: { Bucket: 'maple-shelf', Key: 'theirs.txt', ACL: 'private' },
    };
    expect(codes(ask(ROOT, acl, world))).toEqual(['AccessDenied']);
  });

  test('let the owner of the bucket in by their ACL', () => {
    const world = written(open, { ACL: 'bucket-owner-read' });
    expect(codes(ask(ROOT, get('maple-shelf', 'theirs.txt'), world))).toEqual(['ok']);
    expect(objectOf(world, 'maple-shelf', 'theirs.txt')?.acl).toHaveLength(1);
  });

  test('with BucketOwnerPreferred change hands where the writer says so', () => {
    const preferred = withBucket('maple-shelf', { ownership: 'BucketOwnerPreferred' }, open);
    expect(objectOf(written(preferred), 'maple-shelf', 'theirs.txt')?.owner).toBe(kim.account);
    const given = written(preferred, { ACL: 'bucket-owner-full-control' });
    expect(objectOf(given, 'maple-shelf', 'theirs.txt')).toMatchObject({ owner: null, acl: [] });
    expect(codes(ask(ROOT, get('maple-shelf', 'theirs.txt'), given))).toEqual(['ok']);
  });

  test('with BucketOwnerEnforced belong to the owner of the bucket', () => {
    const enforced = withBucket('maple-shelf', { ownership: 'BucketOwnerEnforced' }, open);
    expect(objectOf(written(enforced), 'maple-shelf', 'theirs.txt')?.owner).toBeNull();
    // And so does what was there before.
    expect(codes(ask(ROOT, get('maple-shelf', 'partner.txt'), enforced))).toEqual(['ok']);
  });
});

describe('encryption with a key of KMS', () => {
  const s3 = (...actions: readonly string[]) =>
    allow(actions, ['arn:aws:s3:::maple-shelf/*', 'arn:aws:s3:::maple-shelf']);
  const asNoor = (...statements: readonly object[]) =>
    withUser(
      'noor',
      { inline: { P: policyText(...statements) } },
      withKey(KEY, { grants: { leaf: {} } }, S3_WORLD),
    );
  const read = get('maple-shelf', 'sealed.txt');
  const write = put('maple-shelf', 'n.txt', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KEY });

  test('reading takes kms:Decrypt as well', () => {
    expect(errorOf(ask(noor, read, asNoor(s3('s3:GetObject'))))).toEqual({
      code: 'AccessDenied',
      message: `User: ${NOOR} is not authorized to perform: kms:Decrypt on resource: ${arnOf(KEY)} because no identity-based policy allows the kms:Decrypt action`,
      status: 403,
    });
    expect(errorOf(ask(noor, read, asNoor(s3('s3:GetObject'), allow('kms:Decrypt'))))).toBeNull();
    const head: ApiCall = { operation: 's3:HeadObject', input: { Bucket: 'maple-shelf', Key: 'sealed.txt' } };
    expect(errorOf(ask(noor, head, asNoor(s3('s3:GetObject'))))?.code).toBe('403');
  });

  test('writing takes kms:GenerateDataKey as well', () => {
    expect(errorOf(ask(noor, write, asNoor(s3('s3:PutObject'))))?.message).toContain('kms:GenerateDataKey');
    expect(errorOf(ask(noor, write, asNoor(s3('s3:PutObject'), allow('kms:GenerateDataKey'))))).toBeNull();
  });

  test('the key is asked for through S3, with the object as encryption context', () => {
    const { evaluations } = ask(ROOT, read, S3_WORLD);
    expect(evaluations.map(({ request }) => request.action)).toEqual(['s3:GetObject', 'kms:Decrypt']);
    expect(evaluations[1]?.request).toMatchObject({
      resource: arnOf(KEY),
      forwardedBy: ['s3.amazonaws.com'],
      context: {
        'kms:ViaService': 's3.us-east-1.amazonaws.com',
        'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::maple-shelf/sealed.txt',
        'kms:EncryptionContextKeys': ['aws:s3:arn'],
        'kms:CallerAccount': BOOKSHOP,
        'aws:ViaAWSService': 'true',
      },
    });
  });

  test('a statement that holds only through S3 opens no key for direct calls', () => {
    const through = {
      ...allow('kms:*'),
      Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    };
    const world = asNoor(s3('s3:GetObject'), through);
    expect(codes(ask(noor, read, world))).toEqual(['ok']);
    expect(codes(ask(noor, { operation: 'kms:DescribeKey', input: { KeyId: KEY } }, world))).toEqual([
      'AccessDeniedException',
    ]);
  });

  test('the key of AWS for S3 is there for all who may use S3, and for nobody directly', () => {
    const plain = put('maple-shelf', 'n.txt', { ServerSideEncryption: 'aws:kms' });
    const world = asNoor(s3('s3:PutObject', 's3:GetObject'));
    const first = ask(noor, plain, world);
    expect(errorOf(first)).toBeNull();
    const after = applyChanges(world, first.changes);
    expect(codes(ask(noor, get('maple-shelf', 'n.txt'), after))).toEqual(['ok']);
    const second = ask(noor, plain, after);
    expect(second.evaluations.map(({ request }) => request.action)).toEqual([
      's3:PutObject',
      'kms:GenerateDataKey',
    ]);
    expect(second.changes).toHaveLength(1);
    const encrypt: ApiCall = {
      operation: 'kms:Encrypt',
      input: { KeyId: 'alias/aws/s3', Plaintext: 'AAAA' },
    };
    expect(codes(ask(ROOT, encrypt, after))).toEqual(['AccessDeniedException']);
  });
});

test('a copy reads and writes, tags and keys included', () => {
  const copy: ApiCall = {
    operation: 's3:CopyObject',
    input: {
      Bucket: 'maple-box',
      Key: 'b.txt',
      CopySource: 'maple-shelf/a.txt',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: KEY,
    },
  };
  const asked = ask(ROOT, copy, S3_WORLD).evaluations.map(({ request }) => [
    request.action,
    request.resource,
  ]);
  expect(asked).toEqual([
    ['s3:GetObject', 'arn:aws:s3:::maple-shelf/a.txt'],
    ['s3:GetObjectTagging', 'arn:aws:s3:::maple-shelf/a.txt'],
    ['s3:PutObject', 'arn:aws:s3:::maple-box/b.txt'],
    ['s3:PutObjectTagging', 'arn:aws:s3:::maple-box/b.txt'],
    ['kms:GenerateDataKey', arnOf(KEY)],
  ]);
});

describe('condition keys', () => {
  const keysOf = (call: ApiCall) =>
    ask(ROOT, call, S3_WORLD).evaluations.map(({ request }) => [request.action, request.context] as const);

  test('of ACLs, tags and encryption in a write', () => {
    const [write, acl, tagging] = keysOf(
      put('maple-shelf', 'n.txt', {
        GrantRead: 'uri="http://acs.amazonaws.com/groups/global/AllUsers"',
        Tagging: 'team=books',
        ServerSideEncryption: 'AES256',
      }),
    );
    expect(write?.[1]).toMatchObject({
      's3:x-amz-grant-read': 'uri="http://acs.amazonaws.com/groups/global/AllUsers"',
      's3:x-amz-server-side-encryption': 'AES256',
      's3:RequestObjectTag/team': 'books',
      's3:RequestObjectTagKeys': ['team'],
    });
    expect(write?.[1]).not.toHaveProperty('aws:RequestTag/team');
    expect([acl?.[0], tagging?.[0]]).toEqual(['s3:PutObjectAcl', 's3:PutObjectTagging']);
    expect(acl?.[1]).toHaveProperty('s3:x-amz-grant-read');
  });

  test('of the tags that an object has', () => {
    const [read] = keysOf(get('maple-shelf', 'a.txt'));
    expect(read?.[1]).toMatchObject({ 's3:ExistingObjectTag/team': 'books' });
    const [write] = keysOf(put('maple-shelf', 'a.txt', { ACL: 'private' }));
    expect(write?.[1]).toMatchObject({ 's3:x-amz-acl': 'private' });
    expect(write?.[1]).not.toHaveProperty('s3:ExistingObjectTag/team');
  });

  test('of the place and ownership of a new bucket', () => {
    const call: ApiCall = {
      operation: 's3:CreateBucket',
      input: { Bucket: 'maple-new', ObjectOwnership: 'ObjectWriter', ACL: 'private' },
    };
    const asked = keysOf(call);
    expect(asked.map(([action]) => action)).toEqual([
      's3:CreateBucket',
      's3:PutBucketAcl',
      's3:PutBucketOwnershipControls',
    ]);
    expect(asked[0]?.[1]).toMatchObject({
      's3:locationconstraint': 'us-east-1',
      's3:x-amz-object-ownership': 'ObjectWriter',
      's3:x-amz-acl': 'private',
    });
  });
});

describe('buckets', () => {
  test('outside of us-east-1 are made where they are to be, and said so', () => {
    const create = (constraint?: string) => {
      const input = {
        Bucket: 'maple-new',
        ...(constraint !== undefined && { CreateBucketConfiguration: { LocationConstraint: constraint } }),
      };
      return ask(ROOT, { operation: 's3:CreateBucket', input }, S3_WORLD, { region: 'eu-west-1' });
    };
    expect(errorOf(create())?.message).toBe(
      'The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.',
    );
    expect(errorOf(create('eu-central-1'))?.message).toBe(
      'The eu-central-1 location constraint is incompatible for the region specific endpoint this request was sent to.',
    );
    expect(errorOf(create('eu-west-1'))).toBeNull();
  });

  test('whose name is taken next door are denied by policies of the caller alone', () => {
    const call: ApiCall = { operation: 's3:CreateBucket', input: { Bucket: 'north-press' } };
    expect(codes(ask(noor, call, S3_WORLD))).toEqual(['AccessDenied']);
    expect(errorOf(ask(noor, call, S3_WORLD))?.message).toContain('no identity-based policy allows');
    const maker = withUser('noor', { inline: { P: policyText(allow('s3:CreateBucket')) } }, S3_WORLD);
    expect(codes(ask(noor, call, maker))).toEqual(['BucketAlreadyExists']);
    // Nor do policies of buckets of the account's own have a say in what is to be made.
    const closed = withBucket(
      'maple-shelf',
      {
        policy: policyText({
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: 'arn:aws:s3:::maple-shelf',
        }),
      },
      maker,
    );
    const again: ApiCall = { operation: 's3:CreateBucket', input: { Bucket: 'maple-shelf' } };
    expect(codes(ask(noor, again, closed))).toEqual(['ok']);
  });

  test('a policy cannot be made public while that is blocked, and one that names its readers can be saved', () => {
    const policy = (Principal: unknown) =>
      policyText({
        Effect: 'Allow',
        Principal,
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::maple-window/*',
      });
    const save = (Policy: string): ApiCall => ({
      operation: 's3:PutBucketPolicy',
      input: { Bucket: 'maple-window', Policy },
    });
    expect(codes(ask(amira, save(policy('*')), S3_WORLD))).toEqual(['AccessDenied']);
    const saved = ask(amira, save(policy({ AWS: NOOR })), S3_WORLD);
    expect(errorOf(saved)).toBeNull();
    expect(bucketIn(applyChanges(S3_WORLD, saved.changes), 'maple-window')?.policy).not.toBeNull();
  });

  test('a missing object is missing only for those who may list', () => {
    const tagging: ApiCall = { operation: 's3:GetObjectTagging', input: { ...inShelf, Key: 'none' } };
    const may = (...actions: readonly string[]) =>
      withUser('jonas', { attached: [], groups: [], inline: { P: policyText(allow(actions)) } }, S3_WORLD);
    expect(codes(ask(jonas, tagging, may('s3:GetObjectTagging')))).toEqual(['AccessDenied']);
    expect(codes(ask(jonas, tagging, may('s3:GetObjectTagging', 's3:ListBucket')))).toEqual(['NoSuchKey']);
  });
});
