// s3:DeleteBucketOwnershipControls: removes the setting: whoever writes an object owns it then.
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, bucketPatched, existingBucket } from './bucket.ts';
import { operation } from '../../operation.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketOwnershipControls.html */
export const DeleteBucketOwnershipControls = operation({
  name: 's3:DeleteBucketOwnershipControls',
  readOnly: false,
  cli: 's3api delete-bucket-ownership-controls',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:PutBucketOwnershipControls', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    return ok({ output: {}, changes: [bucketPatched(found.value, { ownership: null })] });
  },
});
