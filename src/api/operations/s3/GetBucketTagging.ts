// s3:GetBucketTagging: the tags of a bucket.
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';
import { tagSetOf } from './tagging.ts';
import { operation } from '../../operation.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html */
export const GetBucketTagging = operation({
  name: 's3:GetBucketTagging',
  readOnly: true,
  cli: 's3api get-bucket-tagging',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:GetBucketTagging', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { tags } = found.value.bucket;
    if (Object.keys(tags).length === 0) return err(awsError('NoSuchTagSet', 'The TagSet does not exist'));
    return ok({ output: { TagSet: tagSetOf(tags) }, changes: [] });
  },
});
