// s3:GetBucketLocation: the Region of a bucket.
import { bucketArn } from '../../../aws/arn.ts';
import { DEFAULT_REGION } from '../../../account/resource.ts';
import { ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';
import { operation } from '../../operation.ts';

/**
 * The oldest Region has no name as a location.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
 */
export const GetBucketLocation = operation({
  name: 's3:GetBucketLocation',
  readOnly: true,
  cli: 's3api get-bucket-location',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:GetBucketLocation', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { region } = found.value.bucket;
    return ok({ output: { LocationConstraint: region === DEFAULT_REGION ? null : region }, changes: [] });
  },
});
