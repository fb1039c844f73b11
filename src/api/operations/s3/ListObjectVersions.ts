// s3:ListObjectVersions: all versions of the objects in a bucket, and its delete markers.
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';
import { s3Owner } from './grants.ts';
import { allVersions, pageOf, type ListedVersion } from './list-versions.ts';
import { etagOf } from './object.ts';
import { versionIdError } from './versions.ts';

const MOST = 1_000;

const text = <Event extends string>(event: Event) => ({ type: 'text', event, required: false }) as const;

/**
 * Asks for `s3:ListBucketVersions` on the bucket; what is given of prefix, delimiter and number is in the request context.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export const ListObjectVersions = operation({
  name: 's3:ListObjectVersions',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api list-object-versions',
  parameters: {
    Bucket: BUCKET,
    Prefix: text('prefix'),
    Delimiter: text('delimiter'),
    MaxKeys: { type: 'integer', event: 'max-keys', required: false },
    KeyMarker: text('key-marker'),
    VersionIdMarker: text('version-id-marker'),
  },
  validate: (input) => {
    const { MaxKeys = MOST, KeyMarker = '', VersionIdMarker } = input;
    if (MaxKeys < 0)
      return awsError('InvalidArgument', 'Argument maxKeys must be an integer between 0 and 2147483647');
    if (VersionIdMarker !== undefined && KeyMarker === '')
      return awsError('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
    if (VersionIdMarker === '') return awsError('InvalidArgument', 'A version-id marker cannot be empty.');
    return versionIdError(VersionIdMarker) ?? bucketNameError(input);
  },
  authorization: (_world, _caller, { Bucket, Prefix, Delimiter, MaxKeys }) => [
    {
      action: 's3:ListBucketVersions',
      resource: bucketArn(Bucket),
      context: {
        ...(Prefix !== undefined && { 's3:prefix': Prefix }),
        ...(Delimiter !== undefined && { 's3:delimiter': Delimiter }),
        ...(MaxKeys !== undefined && { 's3:max-keys': `${MaxKeys}` }),
      },
    },
  ],
  perform: (scene, input) => {
    const { Bucket, Prefix = '', Delimiter = '', MaxKeys = MOST, KeyMarker = '', VersionIdMarker } = input;
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { account, bucket } = found.value;
    const { versions, prefixes, next } = pageOf(allVersions(bucket), {
      prefix: Prefix,
      delimiter: Delimiter,
      keyMarker: KeyMarker,
      versionMarker: VersionIdMarker ?? null,
      most: Math.min(MaxKeys, MOST),
    });
    const common = ({ value, isLatest }: ListedVersion) => ({
      Key: value.key,
      VersionId: value.version,
      IsLatest: isLatest,
      LastModified: value.modified,
      Owner: { ID: s3Owner(value.owner ?? account.id).canonicalUserId },
    });
    return ok({
      output: {
        Name: Bucket,
        Prefix,
        ...(Delimiter !== '' && { Delimiter }),
        MaxKeys: Math.min(MaxKeys, MOST),
        KeyMarker,
        VersionIdMarker: VersionIdMarker ?? '',
        IsTruncated: next !== null,
        ...(next && { NextKeyMarker: next.key }),
        ...(next?.version != null && { NextVersionIdMarker: next.version }),
        Versions: versions.flatMap((version) =>
          version.kind === 'object'
            ? [
                {
                  ETag: etagOf(version.value),
                  Size: utf8Length(version.value.body),
                  StorageClass: 'STANDARD',
                  ...common(version),
                },
              ]
            : [],
        ),
        DeleteMarkers: versions.filter(({ kind }) => kind === 'deleteMarker').map(common),
        ...(prefixes.length > 0 && { CommonPrefixes: prefixes.map((one) => ({ Prefix: one })) }),
      },
      changes: [],
    });
  },
});
