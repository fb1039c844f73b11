// s3:GetBucketPolicy: the text of a bucket policy.
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { BUCKET, bucketNameError, ownBucket } from './bucket.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export const GetBucketPolicy = operation({
  name: 's3:GetBucketPolicy',
  readOnly: true,
  cli: 's3api get-bucket-policy',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:GetBucketPolicy', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = ownBucket(scene, Bucket);
    if (!found.ok) return found;
    const { policy } = found.value.bucket;
    if (policy === null) return err(awsError('NoSuchBucketPolicy', 'The bucket policy does not exist'));
    return ok({ output: { Policy: policy }, changes: [] });
  },
});
