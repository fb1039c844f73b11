// s3:PutBucketOwnershipControls: sets who owns what is put into a bucket, and whether ACLs count.
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, bucketPatched, existingBucket, MALFORMED_XML } from './bucket.ts';
import { ACL_AGAINST_OWNERSHIP, isOwnership } from './ownership.ts';
import { operation } from '../../operation.ts';

/**
 * ACLs of objects stay as they are while they are off, and count again when they are on again.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html
 */
export const PutBucketOwnershipControls = operation({
  name: 's3:PutBucketOwnershipControls',
  readOnly: false,
  cli: 's3api put-bucket-ownership-controls',
  parameters: {
    Bucket: BUCKET,
    OwnershipControls: {
      type: 'structure',
      event: 'OwnershipControls',
      required: true,
      members: {
        Rules: {
          type: 'list',
          event: 'Rule',
          required: true,
          of: {
            type: 'structure',
            members: { ObjectOwnership: { type: 'text', event: 'ObjectOwnership', required: true } },
          },
        },
      },
    },
  },
  validate: (input) =>
    bucketNameError(input) ??
    (input.OwnershipControls.Rules.length === 1 &&
    input.OwnershipControls.Rules.every(({ ObjectOwnership }) => isOwnership(ObjectOwnership))
      ? null
      : MALFORMED_XML),
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:PutBucketOwnershipControls', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket, OwnershipControls }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const [ownership] = OwnershipControls.Rules.map((rule) => rule.ObjectOwnership);
    if (ownership === undefined || !isOwnership(ownership)) return err(MALFORMED_XML);
    if (ownership === 'BucketOwnerEnforced' && found.value.bucket.acl.length > 0)
      return err(ACL_AGAINST_OWNERSHIP);
    return ok({ output: {}, changes: [bucketPatched(found.value, { ownership })] });
  },
});
