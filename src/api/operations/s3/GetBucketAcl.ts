// s3:GetBucketAcl: the access control list of a bucket.
import { bucketArn } from '../../../aws/arn.ts';
import { aclOf } from '../../../account/s3-access.ts';
import { ok } from '../../../aws/result.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';
import { aclOutput } from './grants.ts';
import { operation } from '../../operation.ts';

/**
 * Where ACLs are off, the list has nobody but the owner.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html
 */
export const GetBucketAcl = operation({
  name: 's3:GetBucketAcl',
  readOnly: true,
  allowsAnonymous: true,
  cli: 's3api get-bucket-acl',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:GetBucketAcl', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { account, bucket } = found.value;
    const off = bucket.ownership === 'BucketOwnerEnforced';
    return ok({ output: aclOutput(aclOf(account.id, off ? [] : bucket.acl)), changes: [] });
  },
});
