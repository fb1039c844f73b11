// s3:GetObject: reads an object.
import { findBucket } from '../../../account/find.ts';
import { lookup } from '../../../account/table.ts';
import { bucketArn, objectArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';
import { BUCKET, KEY, existingBucket, objectNameError } from './bucket.ts';

/**
 * Whether a missing key is missing is told only to callers who may list the bucket; others get AccessDenied. So a
 * missing key asks for `s3:ListBucket` as well.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const GetObject = operation({
  name: 's3:GetObject',
  readOnly: true,
  dataEvent: true,
  cli: 's3api get-object',
  parameters: { Bucket: BUCKET, Key: KEY },
  validate: objectNameError,
  authorization: (world, _caller, { Bucket, Key }) => {
    const read = { action: 's3:GetObject', resource: objectArn(Bucket, Key) } as const;
    const found = findBucket(world, Bucket);
    if (!found || lookup(found.bucket.objects, Key)) return [read];
    return [read, { action: 's3:ListBucket', resource: bucketArn(Bucket) }];
  },
  perform: (scene, { Bucket, Key }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const object = lookup(found.value.bucket.objects, Key);
    if (!object) return err(awsError('NoSuchKey', 'The specified key does not exist.'));
    return ok({
      output: {
        Body: object.body,
        ContentType: object.contentType,
        ContentLength: utf8Length(object.body),
        LastModified: object.modified,
      },
      changes: [],
    });
  },
});
