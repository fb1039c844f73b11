// Rows: objects of S3, their ACLs, tags and encryption.
import { expect } from 'vitest';
import { lookup } from '../../../src/account/table.ts';
import { BOOKSHOP, CREATED, NEIGHBOUR, NOW } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { arnOf, DYING_KEY, KEY, MAC_KEY, missing, NO_KEY, OFF_KEY } from './kms-world.ts';
import {
  ALL_USERS,
  badAcls,
  badBuckets,
  badObjects,
  badTags,
  inShelf,
  NEIGHBOUR_ID,
  objectOf,
  OWNER_ID,
  S3_WORLD,
} from './s3-world.ts';

const world = S3_WORLD;
const at = (Key: string) => ({ Bucket: 'maple-shelf', Key }) as const;
const NEW = { ...at('new.txt'), Body: 'New.' } as const;
const NEW_COPY = at('copy.txt');
const KMS = { ...NEW, ServerSideEncryption: 'aws:kms' } as const;
const ETAG_OF_A = '"5aadee29d005a2f27fb6055b7c6940f6"';
const ROOT_ARN = `arn:aws:iam::${BOOKSHOP}:root`;

const DISABLED = { code: 'KMS.DisabledException', message: `${arnOf(OFF_KEY)} is disabled.` };
const NO_ACLS = { code: 'AccessControlListNotSupported', message: 'The bucket does not allow ACLs' };
const prevented = (action: string) => ({
  code: 'AccessDenied',
  message: `User: ${ROOT_ARN} is not authorized to perform: ${action} on resource: "arn:aws:s3:::maple-window/w.txt" because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access.`,
});

const headers = {
  AcceptRanges: 'bytes',
  Metadata: {},
  ContentType: 'text/plain',
  ContentLength: 14,
  LastModified: CREATED,
  ETag: ETAG_OF_A,
  ServerSideEncryption: 'AES256',
  TagCount: 1,
};

export const S3_OBJECTS = [
  row({
    operation: 's3:GetObject',
    world,
    works: inShelf,
    then: (output) => {
      expect(output).toEqual({ Body: 'This is a.txt.', ...headers });
    },
    errors: [...badObjects({}), { input: at('off.txt'), ...DISABLED }],
  }),
  row({
    operation: 's3:GetObject',
    world,
    works: at('sealed.txt'),
    then: (output) => {
      expect(output).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arnOf(KEY) });
    },
    errors: [],
  }),
  row({
    operation: 's3:HeadObject',
    world,
    works: inShelf,
    then: (output) => {
      expect(output).toEqual(headers);
    },
    errors: [
      { input: at('none'), code: '404', message: 'Not Found' },
      { input: { Bucket: 'nobodys', Key: 'k' }, code: '404', message: 'Not Found' },
      { input: { Bucket: 'north-press', Key: 'a.txt' }, code: '403', message: 'Forbidden' },
      { input: { Bucket: 'No', Key: 'k' }, code: '400', message: 'Bad Request' },
      { input: at('off.txt'), code: '400', message: 'Bad Request' },
      {
        input: at(''),
        code: 'ParamValidation',
        message:
          'Parameter validation failed:\nInvalid length for parameter Key, value: 0, valid min length: 1',
      },
    ],
  }),
  row({
    operation: 's3:PutObject',
    world,
    works: {
      ...NEW,
      ACL: 'public-read',
      Tagging: 'team=books&note=a%2Bb+c',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'alias/books',
    },
    then: (output, after) => {
      expect(output).toEqual({
        ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/) as string,
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: arnOf(KEY),
      });
      expect(objectOf(after, 'maple-shelf', 'new.txt')).toMatchObject({
        body: 'New.',
        owner: null,
        acl: [{ grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ' }],
        tags: { team: 'books', note: 'a+b c' },
        kmsKey: arnOf(KEY),
      });
    },
    errors: [
      ...badBuckets({ Key: 'k', Body: '' }),
      ...badAcls(NEW).filter(
        ({ input, code }) => !('AccessControlPolicy' in input) && code !== 'MissingSecurityHeader',
      ),
      { input: { Bucket: 'maple-drafts', Key: 'k', Body: '', ACL: 'private' }, ...NO_ACLS },
      { input: { Bucket: 'maple-drafts', Key: 'k', Body: '', GrantRead: `id=${NEIGHBOUR_ID}` }, ...NO_ACLS },
      {
        input: { Bucket: 'maple-window', Key: 'w.txt', Body: '', ACL: 'public-read' },
        ...prevented('s3:PutObject'),
      },
      ...['team=a&team=b', 'a=b=c', 'a=%zz'].map((Tagging) => ({
        input: { ...NEW, Tagging },
        code: 'InvalidArgument',
        message:
          "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      })),
      {
        input: { ...NEW, Tagging: 'aws:a=b' },
        code: 'InvalidTag',
        message: 'Your TagKey cannot be prefixed with aws:',
      },
      {
        input: { ...NEW, ServerSideEncryption: 'rot13' },
        code: 'InvalidArgument',
        message: 'The encryption method specified is not supported',
      },
      {
        input: { ...NEW, SSEKMSKeyId: KEY },
        code: 'InvalidArgument',
        message:
          'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
      },
      { input: { ...KMS, SSEKMSKeyId: NO_KEY }, code: 'KMS.NotFoundException', message: missing(NO_KEY) },
      {
        input: { ...KMS, SSEKMSKeyId: 'books' },
        code: 'KMS.NotFoundException',
        message: "Invalid keyId 'books'",
      },
      {
        input: { ...KMS, Bucket: 'maple-drafts', SSEKMSKeyId: arnOf(KEY) },
        code: 'KMS.NotFoundException',
        message: 'Invalid arn us-east-1',
      },
      { input: { ...KMS, SSEKMSKeyId: OFF_KEY }, ...DISABLED },
      {
        input: { ...KMS, SSEKMSKeyId: DYING_KEY },
        code: 'KMS.KMSInvalidStateException',
        message: `${arnOf(DYING_KEY)} is pending deletion.`,
      },
      {
        input: { ...KMS, SSEKMSKeyId: MAC_KEY },
        code: 'KMS.InvalidKeyUsageException',
        message: `${arnOf(MAC_KEY)} key usage is GENERATE_VERIFY_MAC which is not valid for GenerateDataKey.`,
      },
    ],
  }),
  row({
    // The first object without a key of its own makes the key that AWS manages for S3.
    operation: 's3:PutObject',
    world,
    works: KMS,
    then: (output, after) => {
      const account = after.accounts[BOOKSHOP];
      const alias = account && lookup(account.kmsAliases, 'us-east-1/alias/aws/s3');
      expect(output).toMatchObject({ SSEKMSKeyId: arnOf(alias?.key ?? '') });
      expect(account && lookup(account.kmsKeys, alias?.key ?? '')).toMatchObject({ manager: 'AWS' });
    },
    errors: [],
  }),
  row({
    operation: 's3:PutObject',
    world,
    works: { Bucket: 'maple-drafts', Key: 'k', Body: '', ACL: 'bucket-owner-full-control' },
    then: (_output, after) => {
      expect(objectOf(after, 'maple-drafts', 'k')).toMatchObject({ owner: null, acl: [] });
    },
    errors: [],
  }),
  row({
    operation: 's3:CopyObject',
    world,
    works: { Bucket: 'maple-box', Key: 'b.txt', CopySource: '/maple-shelf/a%2Etxt' },
    then: (output, after) => {
      expect(output).toEqual({
        CopyObjectResult: { ETag: ETAG_OF_A, LastModified: NOW },
        ServerSideEncryption: 'AES256',
      });
      expect(objectOf(after, 'maple-box', 'b.txt')).toEqual({
        key: 'b.txt',
        version: 'null',
        body: 'This is a.txt.',
        contentType: 'text/plain',
        modified: NOW,
        owner: null,
        acl: [],
        tags: { team: 'books' },
        kmsKey: null,
      });
    },
    errors: [
      ...badObjects({ CopySource: 'maple-shelf/a.txt' }).filter(({ code }) => code !== 'NoSuchKey'),
      {
        input: { ...NEW_COPY, CopySource: 'maple-shelf/none' },
        code: 'NoSuchKey',
        message: 'The specified key does not exist.',
      },
      {
        input: { ...NEW_COPY, CopySource: 'nobodys/a.txt' },
        code: 'NoSuchBucket',
        message: 'The specified bucket does not exist',
      },
      {
        input: { ...NEW_COPY, CopySource: 'maple-shelf' },
        code: 'InvalidArgument',
        message: 'Invalid copy source object key',
      },
      {
        input: { ...NEW_COPY, CopySource: 'No/a.txt' },
        code: 'InvalidArgument',
        message: 'Invalid copy source bucket name',
      },
      {
        input: { ...inShelf, CopySource: 'maple-shelf/a.txt' },
        code: 'InvalidRequest',
        message:
          "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
      },
      { input: { ...NEW_COPY, CopySource: 'maple-shelf/off.txt' }, ...DISABLED },
      {
        input: { ...NEW_COPY, Bucket: 'maple-drafts', CopySource: 'maple-shelf/a.txt', ACL: 'private' },
        ...NO_ACLS,
      },
    ],
  }),
  row({
    operation: 's3:GetObjectAcl',
    world,
    works: inShelf,
    then: (output) => {
      expect(output).toEqual({
        Owner: { ID: OWNER_ID },
        Grants: [{ Grantee: { Type: 'CanonicalUser', ID: OWNER_ID }, Permission: 'FULL_CONTROL' }],
      });
    },
    errors: [
      ...badObjects({}),
      {
        // The partner owns it and lets nobody in.
        input: at('partner.txt'),
        code: 'AccessDenied',
        message: 'Access Denied',
      },
    ],
  }),
  row({
    operation: 's3:PutObjectAcl',
    world,
    works: {
      ...inShelf,
      GrantRead: `uri="${ALL_USERS}", id="${NEIGHBOUR_ID}"`,
      GrantFullControl: `id=${OWNER_ID}`,
    },
    then: (_output, after) => {
      expect(objectOf(after, 'maple-shelf', 'a.txt')).toMatchObject({
        body: 'This is a.txt.',
        acl: [
          { grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ' },
          { grantee: { kind: 'canonicalUser', canonicalUserId: NEIGHBOUR_ID }, permission: 'READ' },
        ],
      });
    },
    errors: [
      ...badObjects({ ACL: 'private' }),
      ...badAcls(inShelf),
      { input: { Bucket: 'maple-drafts', Key: 'plan.txt', ACL: 'private' }, ...NO_ACLS },
      {
        input: { Bucket: 'maple-window', Key: 'w.txt', ACL: 'public-read' },
        ...prevented('s3:PutObjectAcl'),
      },
    ],
  }),
  row({
    operation: 's3:GetObjectTagging',
    world,
    works: inShelf,
    then: (output) => {
      expect(output).toEqual({ TagSet: [{ Key: 'team', Value: 'books' }] });
    },
    errors: badObjects({}),
  }),
  row({
    operation: 's3:PutObjectTagging',
    world,
    works: { ...inShelf, Tagging: { TagSet: [{ Key: 'Team', Value: '' }] } },
    then: (_output, after) => {
      expect(objectOf(after, 'maple-shelf', 'a.txt')?.tags).toEqual({ Team: '' });
    },
    errors: [...badObjects({ Tagging: { TagSet: [] } }), ...badTags(inShelf, 'object')],
  }),
  row({
    operation: 's3:DeleteObjectTagging',
    world,
    works: inShelf,
    then: (_output, after) => {
      expect(objectOf(after, 'maple-shelf', 'a.txt')).toMatchObject({ tags: {}, body: 'This is a.txt.' });
      expect(objectOf(after, 'maple-shelf', 'partner.txt')?.owner).toBe(NEIGHBOUR);
    },
    errors: badObjects({}),
  }),
];
