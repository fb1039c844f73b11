// s3:PutBucketTagging: writes the tags of a bucket, in place of those it has.
import { bucketArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, bucketPatched, existingBucket } from './bucket.ts';
import { TAGGING, tagSet } from './tagging.ts';
import { operation } from '../../operation.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html */
export const PutBucketTagging = operation({
  name: 's3:PutBucketTagging',
  readOnly: false,
  cli: 's3api put-bucket-tagging',
  parameters: { Bucket: BUCKET, Tagging: TAGGING },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:PutBucketTagging', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket, Tagging }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const tags = tagSet(Tagging.TagSet, 'bucket');
    if (!tags.ok) return tags;
    return ok({ output: {}, changes: [bucketPatched(found.value, { tags: tags.value })] });
  },
});
