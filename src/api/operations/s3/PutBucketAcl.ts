// s3:PutBucketAcl: writes the access control list of a bucket, over the one it has.
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, bucketNameError, bucketPatched, existingBucket } from './bucket.ts';
import {
  ACL_BODY,
  ACL_HEADERS,
  aclKeys,
  beyondOwner,
  missingAclError,
  NO_ACLS,
  requestedAcl,
  s3Owner,
} from './grants.ts';
import { publicAclError } from './public-access.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html */
export const PutBucketAcl = operation({
  name: 's3:PutBucketAcl',
  readOnly: false,
  allowsAnonymous: true,
  cli: 's3api put-bucket-acl',
  parameters: { Bucket: BUCKET, ...ACL_HEADERS, ...ACL_BODY },
  validate: (input) => bucketNameError(input) ?? missingAclError(input),
  authorization: (_world, _caller, input) => [
    { action: 's3:PutBucketAcl', resource: bucketArn(input.Bucket), context: aclKeys(input) },
  ],
  perform: (scene, input) => {
    const found = existingBucket(scene, input.Bucket);
    if (!found.ok) return found;
    const { account, bucket } = found.value;
    if (bucket.ownership === 'BucketOwnerEnforced') return err(NO_ACLS);
    const asked = requestedAcl(scene.world, input, { kind: 'bucket', owner: s3Owner(account.id) });
    if (!asked.ok) return asked;
    const refused = publicAclError(
      scene,
      found.value,
      asked.value,
      's3:PutBucketAcl',
      bucketArn(bucket.name),
    );
    if (refused) return err(refused);
    return ok({ output: {}, changes: [bucketPatched(found.value, { acl: beyondOwner(asked.value) })] });
  },
});
