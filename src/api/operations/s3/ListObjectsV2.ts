// s3:ListObjectsV2: the objects in a bucket, or those that share a prefix.
import { decode, encode } from 'js-base64';
import { sortedValues } from '../../../account/table.ts';
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';
import { pageOf } from './list-versions.ts';
import { etagOf } from './object.ts';

const MOST = 1_000;

const text = <Event extends string>(event: Event) => ({ type: 'text', event, required: false }) as const;

/** What the next page is asked for with: the last key of this one, unreadable as S3's is. */
const tokenOf = (key: string): string => encode(`1:${key}`);

function keyOf(token: string): string | null {
  const found = /^1:(.+)$/s.exec(decode(token));
  return found?.[1] !== undefined && tokenOf(found[1]) === token ? found[1] : null;
}

/**
 * Asks for `s3:ListBucket` on the bucket; what is given of prefix, delimiter and number is in the request context, be it
 * empty. Keys come in the byte order of UTF-8; what they share up to the delimiter stands for all of them.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export const ListObjectsV2 = operation({
  name: 's3:ListObjectsV2',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api list-objects-v2',
  parameters: {
    Bucket: BUCKET,
    Prefix: text('prefix'),
    Delimiter: text('delimiter'),
    MaxKeys: { type: 'integer', event: 'max-keys', required: false },
    StartAfter: text('start-after'),
    ContinuationToken: text('continuation-token'),
  },
  validate: (input) => {
    if ((input.MaxKeys ?? MOST) < 0)
      return awsError('InvalidArgument', 'Argument maxKeys must be an integer between 0 and 2147483647');
    return bucketNameError(input);
  },
  authorization: (_world, _caller, { Bucket, Prefix, Delimiter, MaxKeys }) => [
    {
      action: 's3:ListBucket',
      resource: bucketArn(Bucket),
      context: {
        ...(Prefix !== undefined && { 's3:prefix': Prefix }),
        ...(Delimiter !== undefined && { 's3:delimiter': Delimiter }),
        ...(MaxKeys !== undefined && { 's3:max-keys': `${MaxKeys}` }),
      },
    },
  ],
  perform: (scene, input) => {
    const { Bucket, Prefix = '', Delimiter = '', MaxKeys = MOST, StartAfter = '', ContinuationToken } = input;
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const after = ContinuationToken === undefined ? StartAfter : keyOf(ContinuationToken);
    if (after === null)
      return err(awsError('InvalidArgument', 'The continuation token provided is incorrect'));
    const most = Math.min(MaxKeys, MOST);
    const all = sortedValues(found.value.bucket.objects).map(
      (value) => ({ kind: 'object', value, isLatest: true }) as const,
    );
    const { versions, prefixes, next } = pageOf(all, {
      prefix: Prefix,
      delimiter: Delimiter,
      keyMarker: after,
      versionMarker: null,
      most,
    });
    const contents = versions.flatMap((version) =>
      version.kind === 'object'
        ? [
            {
              Key: version.value.key,
              LastModified: version.value.modified,
              ETag: etagOf(version.value),
              Size: utf8Length(version.value.body),
              StorageClass: 'STANDARD',
            },
          ]
        : [],
    );
    return ok({
      output: {
        IsTruncated: next !== null,
        Contents: contents,
        Name: Bucket,
        Prefix,
        ...(Delimiter !== '' && { Delimiter }),
        MaxKeys: most,
        ...(prefixes.length > 0 && { CommonPrefixes: prefixes.map((one) => ({ Prefix: one })) }),
        KeyCount: contents.length + prefixes.length,
        ...(ContinuationToken !== undefined && { ContinuationToken }),
        ...(next && { NextContinuationToken: tokenOf(next.key) }),
        ...(StartAfter !== '' && { StartAfter }),
      },
      changes: [],
    });
  },
});
