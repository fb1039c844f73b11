// s3:GetBucketPolicyStatus: whether S3 counts the policy of a bucket as public.
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { isPublicPolicy } from '../../../evaluation/s3/public.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { awsError } from '../../errors.ts';
import { BUCKET, bucketNameError, ownBucket } from './bucket.ts';
import { operation } from '../../operation.ts';

/**
 * Block Public Access does not come into it: a policy stays public while it is kept from working.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html
 */
export const GetBucketPolicyStatus = operation({
  name: 's3:GetBucketPolicyStatus',
  readOnly: true,
  cli: 's3api get-bucket-policy-status',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:GetBucketPolicyStatus', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = ownBucket(scene, Bucket);
    if (!found.ok) return found;
    const { policy } = found.value.bucket;
    if (policy === null) return err(awsError('NoSuchBucketPolicy', 'The bucket policy does not exist'));
    const { document } = parsedPolicy(policy);
    return ok({
      output: { PolicyStatus: { IsPublic: document !== null && isPublicPolicy(document) } },
      changes: [],
    });
  },
});
