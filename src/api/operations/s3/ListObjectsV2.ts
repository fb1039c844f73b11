// s3:ListObjectsV2: the keys in a bucket, or those that start with a prefix.
import { sortedValues } from '../../../account/table.ts';
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';

/**
 * Asks for `s3:ListBucket` on the bucket; `s3:prefix` is in the request context when a prefix is given, be it empty.
 * All keys come at once, in the byte order of UTF-8; S3 answers in pages of 1,000.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export const ListObjectsV2 = operation({
  name: 's3:ListObjectsV2',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api list-objects-v2',
  parameters: { Bucket: BUCKET, Prefix: { type: 'text', event: 'prefix', required: false } },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket, Prefix }) => [
    {
      action: 's3:ListBucket',
      resource: bucketArn(Bucket),
      ...(Prefix === undefined ? {} : { context: { 's3:prefix': Prefix } }),
    },
  ],
  perform: (scene, { Bucket, Prefix = '' }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const objects = sortedValues(found.value.bucket.objects).filter(({ key }) => key.startsWith(Prefix));
    const contents = objects.map(({ key, body, modified }) => ({
      Key: key,
      Size: utf8Length(body),
      LastModified: modified,
    }));
    return ok({ output: { Contents: contents, KeyCount: contents.length }, changes: [] });
  },
});
