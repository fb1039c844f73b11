// s3:PutPublicAccessBlock: writes the Block Public Access settings of a bucket.
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, bucketPatched, existingBucket } from './bucket.ts';
import { PUBLIC_ACCESS_BLOCK, settingsOf } from './public-access.ts';
import { operation } from '../../operation.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html */
export const PutPublicAccessBlock = operation({
  name: 's3:PutPublicAccessBlock',
  readOnly: false,
  cli: 's3api put-public-access-block',
  parameters: { Bucket: BUCKET, PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCK },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:PutBucketPublicAccessBlock', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket, PublicAccessBlockConfiguration }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const publicAccessBlock = settingsOf(PublicAccessBlockConfiguration);
    return ok({ output: {}, changes: [bucketPatched(found.value, { publicAccessBlock })] });
  },
});
