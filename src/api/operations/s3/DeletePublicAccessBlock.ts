// s3:DeletePublicAccessBlock: removes the Block Public Access settings of a bucket; those of the account still count.
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, bucketPatched, existingBucket } from './bucket.ts';
import { operation } from '../../operation.ts';

/**
 * There is no permission to delete: it is that to write.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html
 */
export const DeletePublicAccessBlock = operation({
  name: 's3:DeletePublicAccessBlock',
  readOnly: false,
  cli: 's3api delete-public-access-block',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:PutBucketPublicAccessBlock', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    return ok({ output: {}, changes: [bucketPatched(found.value, { publicAccessBlock: null })] });
  },
});
