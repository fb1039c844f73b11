// s3:DeleteBucketPolicy: removes the policy of a bucket, if it has one.
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, bucketNameError, ownBucket } from './bucket.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html */
export const DeleteBucketPolicy = operation({
  name: 's3:DeleteBucketPolicy',
  readOnly: false,
  cli: 's3api delete-bucket-policy',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:DeleteBucketPolicy', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = ownBucket(scene, Bucket);
    if (!found.ok) return found;
    const { account, bucket } = found.value;
    return ok({
      output: {},
      changes:
        bucket.policy === null
          ? []
          : [
              {
                kind: 'entityPatched',
                account: account.id,
                table: 'buckets',
                name: Bucket,
                patch: { policy: null },
              },
            ],
    });
  },
});
