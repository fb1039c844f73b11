// Rows: versioning of buckets, and calls that name a version of an object.
import { expect } from 'vitest';
import { versionName } from '../../../src/account/object-versions.ts';
import type { StoredVersion } from '../../../src/account/resources.ts';
import { EMPTY, lookup, tableOf } from '../../../src/account/table.ts';
import { bucketIn, CREATED, NEIGHBOUR, NOW } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import {
  badAcls,
  badBuckets,
  badTags,
  MALFORMED_XML,
  NEIGHBOUR_ID,
  objectOf,
  OWNER_ID,
  S3_WORLD,
  stored,
  withBucket,
} from './s3-world.ts';

const [FIRST, SECOND, GONE, NONE] = ['1', '2', '3', '4'].map((sign) => sign.repeat(32)) as [
  string,
  string,
  string,
  string,
];

const old = (order: number, version: string, key: string): StoredVersion => ({
  kind: 'object',
  order,
  value: stored(key, { version, body: `${order}`, tags: { order: `${order}` } }),
});
const versions = (...all: readonly StoredVersion[]) =>
  tableOf(Object.fromEntries(all.map((one) => [versionName(one.value), one])));

/** In `maple-archive`, `a.txt` has three versions and `gone.txt` a delete marker before its one; `b/c.txt` is as it was. */
const world = withBucket(
  'maple-archive',
  {
    versioning: 'Enabled',
    ownership: 'ObjectWriter',
    objects: tableOf({
      'a.txt': stored('a.txt', { version: SECOND }),
      'b/c.txt': stored('b/c.txt', { owner: NEIGHBOUR }),
    }),
    versions: versions(old(1, 'null', 'a.txt'), old(2, FIRST, 'a.txt'), old(1, FIRST, 'gone.txt'), {
      kind: 'deleteMarker',
      order: 2,
      value: { key: 'gone.txt', version: GONE, modified: CREATED, owner: NEIGHBOUR },
    }),
  },
  S3_WORLD,
);
const archive = { Bucket: 'maple-archive' } as const;
const at = (Key: string, VersionId?: string) => ({
  ...archive,
  Key,
  ...(VersionId !== undefined && { VersionId }),
});
const behind = (after: typeof world, version: string, key: string) => {
  const bucket = bucketIn(after, 'maple-archive');
  return bucket && lookup(bucket.versions, versionName({ version, key }));
};

const INVALID = { code: 'InvalidArgument', message: 'Invalid version id specified' };
const EMPTY_ID = { code: 'InvalidArgument', message: 'Version id cannot be the empty string' };
const NO_VERSION = { code: 'NoSuchVersion', message: 'The specified version does not exist.' };
const NOT_ALLOWED = {
  code: 'MethodNotAllowed',
  message: 'The specified method is not allowed against this resource.',
};
const NO_KEY = { code: 'NoSuchKey', message: 'The specified key does not exist.' };

const badIds = <More extends object>(more: More) => [
  { input: { ...more, ...at('a.txt', '') }, ...EMPTY_ID },
  { input: { ...more, ...at('a.txt', 'v1') }, ...INVALID },
  { input: { ...more, Bucket: 'maple-shelf', Key: 'a.txt', VersionId: FIRST }, ...INVALID },
];
const badVersions = <More extends object>(more: More) => [
  ...badIds(more),
  { input: { ...more, ...at('a.txt', NONE) }, ...NO_VERSION },
  { input: { ...more, ...at('gone.txt', GONE) }, ...NOT_ALLOWED },
];

const FULL = tableOf(
  Object.fromEntries(
    Array.from({ length: 10_000 }, (_, number) => {
      const one = old(number + 1, `${number}`.padStart(32, '0'), 'a.txt');
      return [versionName(one.value), one] as const;
    }),
  ),
);
const full = withBucket('maple-archive', { objects: EMPTY, versions: FULL }, world);
const NO_ROOM = {
  code: 'SandboxFull',
  message:
    'This sandbox keeps 10,000 objects, versions and delete markers in a bucket, so that the account can still be shared as a file. Delete some for good first.',
};
const CROWDED = {
  code: 'SandboxFull',
  message:
    'This sandbox keeps 4,000,000 characters in all objects and their versions together, so that the account can still be shared as a file. Delete an object or a version for good first.',
};
const heavy = (version: string): StoredVersion => ({
  kind: 'object',
  order: Number(version.charAt(0)),
  value: stored('a.txt', { version, body: 'x'.repeat(1_000_000) }),
});
const crowded = withBucket(
  'maple-archive',
  { versions: versions(heavy(FIRST), heavy(GONE), heavy(NONE), heavy('9'.repeat(32))) },
  world,
);

const configured = (VersioningConfiguration: object) => ({ Bucket: 'maple-box', VersioningConfiguration });
const versioningOf = (after: typeof world, name: string) => bucketIn(after, name)?.versioning;

export const S3_VERSIONS = [
  row({
    operation: 's3:PutBucketVersioning',
    world,
    works: configured({ Status: 'Enabled', MFADelete: 'Disabled' }),
    then: (_output, after) => {
      expect(versioningOf(after, 'maple-box')).toBe('Enabled');
    },
    errors: [
      ...badBuckets({ VersioningConfiguration: { Status: 'Enabled' } }),
      ...[{}, { Status: '' }].map((none) => ({
        input: configured(none),
        code: 'IllegalVersioningConfigurationException',
        message: 'The Versioning element must be specified',
      })),
      ...[{ Status: 'On' }, { Status: 'Enabled', MFADelete: 'On' }].map((wrong) => ({
        input: configured(wrong),
        code: 'MalformedXML',
        message: MALFORMED_XML,
      })),
      {
        input: configured({ Status: 'Enabled', MFADelete: 'Enabled' }),
        code: 'NotSimulated',
        message: 'Buckets with MFA delete are a feature of AWS that Rolecall does not simulate.',
      },
    ],
  }),
  row({
    operation: 's3:PutBucketVersioning',
    world,
    works: { ...archive, VersioningConfiguration: { Status: 'Suspended' } },
    then: (_output, after) => {
      expect(versioningOf(after, 'maple-archive')).toBe('Suspended');
      expect(bucketIn(after, 'maple-archive')?.versions).toBe(bucketIn(world, 'maple-archive')?.versions);
    },
    errors: [],
  }),
  row({
    operation: 's3:GetBucketVersioning',
    world,
    works: archive,
    then: (output) => {
      expect(output).toEqual({ Status: 'Enabled' });
    },
    errors: badBuckets({}),
  }),
  row({
    operation: 's3:GetBucketVersioning',
    world,
    works: { Bucket: 'maple-box' },
    then: (output) => {
      expect(output).toEqual({});
    },
    errors: [],
  }),
  row({
    operation: 's3:ListObjectVersions',
    world,
    works: archive,
    then: (output) => {
      expect(output).toMatchObject({ Name: 'maple-archive', IsTruncated: false, MaxKeys: 1000 });
      expect(output.Versions.map(({ Key, VersionId, IsLatest }) => [Key, VersionId, IsLatest])).toEqual([
        ['a.txt', SECOND, true],
        ['a.txt', FIRST, false],
        ['a.txt', 'null', false],
        ['b/c.txt', 'null', true],
        ['gone.txt', FIRST, false],
      ]);
      expect(output.Versions[2]).toEqual({
        ETag: '"c4ca4238a0b923820dcc509a6f75849b"',
        Size: 1,
        StorageClass: 'STANDARD',
        Key: 'a.txt',
        VersionId: 'null',
        IsLatest: false,
        LastModified: CREATED,
        Owner: { ID: OWNER_ID },
      });
      expect(output.DeleteMarkers).toEqual([
        {
          Key: 'gone.txt',
          VersionId: GONE,
          IsLatest: true,
          LastModified: CREATED,
          Owner: { ID: NEIGHBOUR_ID },
        },
      ]);
    },
    errors: [
      ...badBuckets({}),
      {
        input: { ...archive, MaxKeys: -1 },
        code: 'InvalidArgument',
        message: 'Argument maxKeys must be an integer between 0 and 2147483647',
      },
      {
        input: { ...archive, VersionIdMarker: FIRST },
        code: 'InvalidArgument',
        message: 'A version-id marker cannot be specified without a key marker.',
      },
      {
        input: { ...archive, KeyMarker: 'a.txt', VersionIdMarker: '' },
        code: 'InvalidArgument',
        message: 'A version-id marker cannot be empty.',
      },
      { input: { ...archive, KeyMarker: 'a.txt', VersionIdMarker: 'v1' }, ...INVALID },
    ],
  }),
  row({
    operation: 's3:GetObject',
    world,
    works: at('gone.txt', FIRST),
    then: (output) => {
      expect(output).toMatchObject({ Body: '1', VersionId: FIRST, TagCount: 1 });
    },
    errors: [
      ...badVersions({}),
      { input: at('gone.txt'), ...NO_KEY },
      { input: at('x', FIRST), ...NO_VERSION },
    ],
  }),
  row({
    operation: 's3:GetObject',
    world,
    works: at('a.txt'),
    then: (output) => {
      expect(output).toMatchObject({ Body: 'This is a.txt.', VersionId: SECOND });
    },
    errors: [],
  }),
  row({
    // What never had versions has one of the name `null`, and says nothing of it.
    operation: 's3:GetObject',
    world,
    works: { Bucket: 'maple-shelf', Key: 'a.txt', VersionId: 'null' },
    then: (output) => {
      expect(output).not.toHaveProperty('VersionId');
    },
    errors: [{ input: { Bucket: 'maple-shelf', Key: 'none', VersionId: 'null' }, ...NO_KEY }],
  }),
  row({
    operation: 's3:HeadObject',
    world,
    works: at('a.txt', 'null'),
    then: (output) => {
      expect(output).toMatchObject({ ContentLength: 1, VersionId: 'null' });
    },
    errors: [
      { input: at('a.txt', NONE), code: '404', message: 'Not Found' },
      { input: at('gone.txt'), code: '404', message: 'Not Found' },
      { input: at('gone.txt', GONE), code: '405', message: 'Method Not Allowed' },
      { input: at('a.txt', 'v1'), code: '400', message: 'Bad Request' },
      {
        input: { Bucket: 'maple-shelf', Key: 'a.txt', VersionId: FIRST },
        code: '400',
        message: 'Bad Request',
      },
    ],
  }),
  row({
    operation: 's3:PutObject',
    world,
    works: { ...at('a.txt'), Body: 'New.' },
    then: (output, after) => {
      expect(output.VersionId).toMatch(/^[A-Za-z0-9._]{32}$/);
      expect(objectOf(after, 'maple-archive', 'a.txt')).toMatchObject({
        body: 'New.',
        version: output.VersionId,
      });
      expect(behind(after, SECOND, 'a.txt')).toMatchObject({ order: 3, value: { body: 'This is a.txt.' } });
    },
    errors: [
      { world: full, input: { ...at('a.txt'), Body: '' }, ...NO_ROOM },
      { world: crowded, input: { ...at('a.txt'), Body: 'x' }, ...CROWDED },
    ],
  }),
  row({
    operation: 's3:CopyObject',
    world,
    works: { ...at('a.txt'), CopySource: `maple-archive/a.txt?versionId=${FIRST}` },
    then: (output, after) => {
      const copy = objectOf(after, 'maple-archive', 'a.txt');
      expect(copy).toMatchObject({ body: '2', tags: { order: '2' }, modified: NOW });
      expect(output).toMatchObject({ CopySourceVersionId: FIRST, VersionId: copy?.version });
    },
    errors: [
      { input: { ...at('b'), CopySource: 'maple-archive/a.txt?versionId=' }, ...EMPTY_ID },
      {
        input: { ...at('b'), CopySource: 'maple-archive/a.txt?versionId=v1' },
        code: 'InvalidRequest',
        message: 'Invalid Request',
      },
      { input: { ...at('b'), CopySource: `maple-archive/a.txt?versionId=${NONE}` }, ...NO_VERSION },
      { input: { ...at('b'), CopySource: `maple-shelf/a.txt?versionId=${FIRST}` }, ...INVALID },
      { input: { ...at('b'), CopySource: 'maple-archive/gone.txt' }, ...NO_KEY },
      {
        input: { ...at('b'), CopySource: `maple-archive/gone.txt?versionId=${GONE}` },
        code: 'InvalidRequest',
        message: 'The source of a copy request may not specifically refer to a delete marker by version id.',
      },
    ],
  }),
  row({
    operation: 's3:DeleteObject',
    world,
    works: at('a.txt', SECOND),
    then: (output, after) => {
      expect(output).toEqual({ VersionId: SECOND });
      expect(objectOf(after, 'maple-archive', 'a.txt')).toMatchObject({ body: '2', version: FIRST });
      expect(behind(after, FIRST, 'a.txt')).toBeUndefined();
    },
    errors: [...badIds({}), { world: full, input: at('a.txt'), ...NO_ROOM }],
  }),
  row({
    // It was never there: S3 does not say so.
    operation: 's3:DeleteObject',
    world,
    works: at('a.txt', NONE),
    then: (output, after) => {
      expect(output).toEqual({ VersionId: NONE });
      expect(after).toBe(world);
    },
    errors: [],
  }),
  row({
    operation: 's3:DeleteBucket',
    world: withBucket('maple-archive', { objects: EMPTY, versions: EMPTY }, world),
    works: archive,
    then: (_output, after) => {
      expect(bucketIn(after, 'maple-archive')).toBeUndefined();
    },
    errors: [world, withBucket('maple-archive', { objects: EMPTY }, world)].map((its) => ({
      world: its,
      input: archive,
      code: 'BucketNotEmpty',
      message: 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
    })),
  }),
  row({
    operation: 's3:GetObjectAcl',
    world,
    works: at('a.txt', FIRST),
    then: (output) => {
      expect(output.Owner).toEqual({ ID: OWNER_ID });
    },
    errors: badVersions({}),
  }),
  row({
    operation: 's3:PutObjectAcl',
    world,
    works: { ...at('a.txt', FIRST), ACL: 'public-read' },
    then: (_output, after) => {
      expect(behind(after, FIRST, 'a.txt')).toMatchObject({
        order: 2,
        value: { body: '2', acl: [{ permission: 'READ' }] },
      });
      expect(objectOf(after, 'maple-archive', 'a.txt')?.acl).toEqual([]);
    },
    errors: [
      ...badVersions({ ACL: 'private' }),
      { input: { ...at('gone.txt'), ACL: 'private' }, ...NOT_ALLOWED },
      ...badAcls(at('a.txt', FIRST)),
    ],
  }),
  row({
    operation: 's3:GetObjectTagging',
    world,
    works: at('a.txt', 'null'),
    then: (output) => {
      expect(output).toEqual({ VersionId: 'null', TagSet: [{ Key: 'order', Value: '1' }] });
    },
    errors: badVersions({}),
  }),
  row({
    operation: 's3:PutObjectTagging',
    world,
    works: { ...at('a.txt', FIRST), Tagging: { TagSet: [{ Key: 'team', Value: 'books' }] } },
    then: (output, after) => {
      expect(output).toEqual({ VersionId: FIRST });
      expect(behind(after, FIRST, 'a.txt')).toMatchObject({ order: 2, value: { tags: { team: 'books' } } });
    },
    errors: [
      ...badVersions({ Tagging: { TagSet: [] } }),
      { input: { ...at('gone.txt'), Tagging: { TagSet: [] } }, ...NOT_ALLOWED },
      ...badTags(at('a.txt', FIRST), 'object'),
    ],
  }),
  row({
    operation: 's3:DeleteObjectTagging',
    world,
    works: at('a.txt', SECOND),
    then: (output, after) => {
      expect(output).toEqual({ VersionId: SECOND });
      expect(objectOf(after, 'maple-archive', 'a.txt')?.tags).toEqual({});
    },
    errors: [...badVersions({}), { input: at('gone.txt'), ...NOT_ALLOWED }],
  }),
];
