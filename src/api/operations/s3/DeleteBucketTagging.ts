// s3:DeleteBucketTagging: takes all tags away from a bucket.
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, bucketPatched, existingBucket } from './bucket.ts';
import { operation } from '../../operation.ts';

/**
 * There is no permission to delete: it is that to write.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html
 */
export const DeleteBucketTagging = operation({
  name: 's3:DeleteBucketTagging',
  readOnly: false,
  cli: 's3api delete-bucket-tagging',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:PutBucketTagging', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    return ok({ output: {}, changes: [bucketPatched(found.value, { tags: {} })] });
  },
});
