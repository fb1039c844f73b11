// s3:HeadBucket: whether a bucket is there and the caller may list it.
import { err, ok } from '../../../aws/result.ts';
import { bucketArn } from '../../../aws/arn.ts';
import { operation } from '../../operation.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';
import { BAD_REQUEST, FORBIDDEN, NOT_FOUND } from './head.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const HeadBucket = operation({
  name: 's3:HeadBucket',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api head-bucket',
  parameters: { Bucket: BUCKET },
  validate: (input) => bucketNameError(input) && BAD_REQUEST,
  authorization: (_world, _caller, { Bucket }) => [{ action: 's3:ListBucket', resource: bucketArn(Bucket) }],
  denial: () => FORBIDDEN,
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return err(NOT_FOUND);
    return ok({
      output: { BucketRegion: found.value.bucket.region, AccessPointAlias: false },
      changes: [],
    });
  },
});
