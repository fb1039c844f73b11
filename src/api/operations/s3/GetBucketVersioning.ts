// s3:GetBucketVersioning: whether a bucket keeps versions.
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';

/**
 * Where versioning was never switched on, the answer has nothing in it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html
 */
export const GetBucketVersioning = operation({
  name: 's3:GetBucketVersioning',
  readOnly: true,
  cli: 's3api get-bucket-versioning',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:GetBucketVersioning', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { versioning } = found.value.bucket;
    return ok({ output: versioning === null ? {} : { Status: versioning }, changes: [] });
  },
});
