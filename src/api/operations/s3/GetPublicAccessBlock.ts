// s3:GetPublicAccessBlock: the Block Public Access settings of a bucket.
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';
import { NO_CONFIGURATION, configurationOf } from './public-access.ts';
import { operation } from '../../operation.ts';

/**
 * The permission has `Bucket` in its name: there are settings of the whole account besides.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html
 */
export const GetPublicAccessBlock = operation({
  name: 's3:GetPublicAccessBlock',
  readOnly: true,
  cli: 's3api get-public-access-block',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:GetBucketPublicAccessBlock', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { publicAccessBlock } = found.value.bucket;
    if (publicAccessBlock === null) return err(NO_CONFIGURATION);
    return ok({
      output: { PublicAccessBlockConfiguration: configurationOf(publicAccessBlock) },
      changes: [],
    });
  },
});
