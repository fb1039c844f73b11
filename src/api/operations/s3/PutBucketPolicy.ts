// s3:PutBucketPolicy: writes the policy of a bucket, over the one it has.
import { blockedFor } from '../../../account/s3-access.ts';
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { isPolicyRefused } from '../../../evaluation/s3/block-public-access.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import { saveError } from '../../../policy/save.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { BUCKET, bucketNameError, ownBucket } from './bucket.ts';
import { namesMissingPrincipal } from './principals.ts';
import { publicRefusal } from './public-access.ts';

/**
 * Unlike IAM, S3 refuses a policy whose actions, resources or principals make no sense for the bucket. A policy that
 * locks out its own author is taken.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export const PutBucketPolicy = operation({
  name: 's3:PutBucketPolicy',
  readOnly: false,
  cli: 's3api put-bucket-policy',
  parameters: {
    Bucket: BUCKET,
    Policy: { type: 'text', event: 'bucketPolicy', required: true, file: 'document' },
  },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:PutBucketPolicy', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket, Policy }) => {
    const found = ownBucket(scene, Bucket);
    if (!found.ok) return found;
    const fault = saveError(Policy, { kind: 'bucket', bucket: Bucket });
    if (fault) return err(awsError(fault.code, fault.message));
    const { document } = parsedPolicy(Policy);
    if (document && namesMissingPrincipal(scene.world, document))
      return err(awsError('MalformedPolicy', 'Invalid principal in policy'));
    const { account, bucket } = found.value;
    if (document && isPolicyRefused(document, blockedFor(account, bucket)))
      return err(publicRefusal(scene, account.id, 's3:PutBucketPolicy', bucketArn(Bucket), 'policies'));
    return ok({
      output: {},
      changes: [
        {
          kind: 'entityPatched',
          account: account.id,
          table: 'buckets',
          name: Bucket,
          patch: { policy: withRootArns(Policy) },
        },
      ],
    });
  },
});
