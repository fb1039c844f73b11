// s3:CreateBucket: makes a bucket, closed to everybody outside of the account.
import { findAccount, findBucket } from '../../../account/find.ts';
import { DEFAULT_REGION } from '../../../account/resource.ts';
import type { Bucket } from '../../../account/resources.ts';
import { EMPTY, sizeOf } from '../../../account/table.ts';
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import type { ObjectOwnership } from '../../../evaluation/s3/access.ts';
import { BLOCK_ALL } from '../../../evaluation/s3/block-public-access.ts';
import { isPublicAcl } from '../../../evaluation/s3/public.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { BUCKET, newBucketNameError } from './bucket.ts';
import { ACL_HEADERS, aclKeys, beyondOwner, givesAcl, requestedAcl, s3Owner } from './grants.ts';
import { locationError } from './location.ts';
import { ACL_AGAINST_OWNERSHIP, isOwnership } from './ownership.ts';
import { publicRefusal } from './public-access.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html */
const MAX_BUCKETS = 10_000;

/**
 * Every new bucket has its ACLs off, unless the request says otherwise, and all of Block Public Access on.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 */
export const CreateBucket = operation({
  name: 's3:CreateBucket',
  readOnly: false,
  cli: 's3api create-bucket',
  parameters: {
    Bucket: BUCKET,
    ...ACL_HEADERS,
    CreateBucketConfiguration: {
      type: 'structure',
      event: 'CreateBucketConfiguration',
      required: false,
      members: { LocationConstraint: { type: 'text', event: 'LocationConstraint', required: false } },
    },
    ObjectOwnership: { type: 'text', event: 'x-amz-object-ownership', required: false },
  },
  validate: (input) =>
    newBucketNameError(input) ??
    (input.ObjectOwnership === undefined || isOwnership(input.ObjectOwnership)
      ? null
      : awsError('InvalidArgument', 'Invalid x-amz-object-ownership header: ' + input.ObjectOwnership)),
  authorization: (_world, { account: owner }, input, env) => {
    const resource = bucketArn(input.Bucket);
    const { ObjectOwnership, CreateBucketConfiguration: place } = input;
    return [
      {
        action: 's3:CreateBucket',
        resource,
        owner,
        context: {
          ...aclKeys(input),
          ...(ObjectOwnership !== undefined && { 's3:x-amz-object-ownership': ObjectOwnership }),
          's3:locationconstraint': place?.LocationConstraint ?? env.region,
        },
      },
      ...(givesAcl(input) ? [{ action: 's3:PutBucketAcl', resource, owner } as const] : []),
      ...(ObjectOwnership === undefined
        ? []
        : [{ action: 's3:PutBucketOwnershipControls', resource, owner } as const]),
    ];
  },
  perform: (scene, input) => {
    const { world, caller, env } = scene;
    const { Bucket: name, ObjectOwnership = 'BucketOwnerEnforced' } = input;
    const region = input.CreateBucketConfiguration?.LocationConstraint ?? DEFAULT_REGION;
    const misplaced = locationError(env.region, input.CreateBucketConfiguration?.LocationConstraint);
    if (misplaced) return err(misplaced);
    const owner = s3Owner(caller.account);
    const asked = requestedAcl(world, input, { kind: 'bucket', owner });
    if (!asked.ok) return asked;
    const ownership: ObjectOwnership = isOwnership(ObjectOwnership) ? ObjectOwnership : 'BucketOwnerEnforced';
    const acl = beyondOwner(asked.value);
    if (ownership === 'BucketOwnerEnforced' && acl.length > 0) return err(ACL_AGAINST_OWNERSHIP);
    if (isPublicAcl(asked.value))
      return err(publicRefusal(scene, caller.account, 's3:CreateBucket', bucketArn(name), 'ACLs'));
    const Location = region === DEFAULT_REGION ? `/${name}` : `http://${name}.s3.amazonaws.com/`;
    const taken = findBucket(world, name);
    if (taken && taken.account.id !== caller.account)
      return err(
        awsError(
          'BucketAlreadyExists',
          'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
        ),
      );
    // The oldest Region answers as it always has, to whoever asks twice.
    if (taken && env.region === DEFAULT_REGION && taken.bucket.region === DEFAULT_REGION)
      return ok({ output: { Location }, changes: [] });
    if (taken)
      return err(
        awsError(
          'BucketAlreadyOwnedByYou',
          'Your previous request to create the named bucket succeeded and you already own it.',
        ),
      );
    if (sizeOf(findAccount(world, caller.account)?.buckets ?? EMPTY) >= MAX_BUCKETS)
      return err(awsError('TooManyBuckets', 'You have attempted to create more buckets than allowed'));
    const value: Bucket = {
      name,
      created: env.now,
      region,
      policy: null,
      ownership,
      acl,
      publicAccessBlock: BLOCK_ALL,
      tags: {},
      versioning: null,
      objects: EMPTY,
      versions: EMPTY,
    };
    return ok({
      output: { Location },
      changes: [{ kind: 'entitySet', account: caller.account, table: 'buckets', name, value }],
    });
  },
});
