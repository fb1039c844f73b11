// s3:GetBucketOwnershipControls: who owns what is put into a bucket.
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';
import { operation } from '../../operation.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html */
export const GetBucketOwnershipControls = operation({
  name: 's3:GetBucketOwnershipControls',
  readOnly: true,
  cli: 's3api get-bucket-ownership-controls',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:GetBucketOwnershipControls', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { ownership } = found.value.bucket;
    if (ownership === null)
      return err(awsError('OwnershipControlsNotFoundError', 'The bucket ownership controls were not found'));
    return ok({ output: { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } }, changes: [] });
  },
});
