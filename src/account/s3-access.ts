// S3 access: what of a bucket or object decides beside the bucket policy.
import type { Arn } from '../aws/arn.ts';
import { parseArn } from '../aws/arn.ts';
import type { AccountId } from '../aws/arn.ts';
import type { Acl, AclGrant, BlockPublicAccess, S3Access } from '../evaluation/s3/access.ts';
import { canonicalUserId } from './canonical-user.ts';
import { bucketOfResource } from './resource.ts';
import type { Bucket, StoredObject } from './resources.ts';
import { lookup } from './table.ts';
import type { Account, World } from './world.ts';

export const NOTHING_BLOCKED: BlockPublicAccess = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};

/** What works is what bucket or account has switched on. */
export function blockedFor(account: Account, bucket: Bucket): BlockPublicAccess {
  const one = bucket.publicAccessBlock ?? NOTHING_BLOCKED;
  const other = account.publicAccessBlock ?? NOTHING_BLOCKED;
  return {
    blockPublicAcls: one.blockPublicAcls || other.blockPublicAcls,
    ignorePublicAcls: one.ignorePublicAcls || other.ignorePublicAcls,
    blockPublicPolicy: one.blockPublicPolicy || other.blockPublicPolicy,
    restrictPublicBuckets: one.restrictPublicBuckets || other.restrictPublicBuckets,
  };
}

/** The whole list: what the owner has always had, and what was granted on top. */
export const aclOf = (owner: AccountId, grants: readonly AclGrant[]): Acl => ({
  owner: { account: owner, canonicalUserId: canonicalUserId(owner) },
  grants: [
    {
      grantee: { kind: 'canonicalUser', canonicalUserId: canonicalUserId(owner) },
      permission: 'FULL_CONTROL',
    },
    ...grants,
  ],
});

export interface BucketAccess {
  readonly access: S3Access;
  /** The account that owns the object asked for, where it is not that of the bucket. */
  readonly objectOwner: AccountId | null;
}

/** Null for everything that is no bucket or object of this world. */
export function s3AccessOf(world: World, resource: Arn | '*'): BucketAccess | null {
  const found = bucketOfResource(world, resource);
  if (!found) return null;
  const { account, bucket } = found;
  const ownership = bucket.ownership ?? 'ObjectWriter';
  const isEnforced = ownership === 'BucketOwnerEnforced';
  const object = isEnforced ? null : objectOf(bucket, resource);
  const owner = object?.owner ?? account.id;
  return {
    access: {
      ownership,
      bucketAcl: isEnforced ? null : aclOf(account.id, bucket.acl),
      objectAcl: object && aclOf(owner, object.acl),
      blockPublicAccess: blockedFor(account, bucket),
    },
    objectOwner: owner === account.id ? null : owner,
  };
}

function objectOf(bucket: Bucket, resource: Arn | '*'): StoredObject | null {
  const path = parseArn(resource)?.resource ?? '';
  const slash = path.indexOf('/');
  return slash === -1 ? null : (lookup(bucket.objects, path.slice(slash + 1)) ?? null);
}
