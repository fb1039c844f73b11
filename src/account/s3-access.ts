// S3 access: what of a bucket or object decides beside the bucket policy.
import type { Arn } from '../aws/arn.ts';
import { parseArn } from '../aws/arn.ts';
import type { AccountId } from '../aws/arn.ts';
import type { Acl, AclGrant, BlockPublicAccess, S3Access } from '../evaluation/s3/access.ts';
import type { RequestContext } from '../evaluation/request.ts';
import { canonicalUserId } from './canonical-user.ts';
import { versionNamed } from './object-versions.ts';
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

/**
 * Null for everything that is no bucket or object of this world.
 * @param context Names the version that is asked for, if one is: each has an owner and a list of its own.
 */
export function s3AccessOf(
  world: World,
  resource: Arn | '*',
  context: RequestContext = {},
): BucketAccess | null {
  const found = bucketOfResource(world, resource);
  if (!found) return null;
  const { account, bucket } = found;
  const ownership = bucket.ownership ?? 'ObjectWriter';
  const isEnforced = ownership === 'BucketOwnerEnforced';
  const object = isEnforced ? null : objectOf(bucket, resource, context['s3:VersionId']);
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

function objectOf(bucket: Bucket, resource: Arn | '*', version: unknown): StoredObject | null {
  const path = parseArn(resource)?.resource ?? '';
  const slash = path.indexOf('/');
  if (slash === -1) return null;
  const key = path.slice(slash + 1);
  if (typeof version !== 'string') return lookup(bucket.objects, key) ?? null;
  const named = versionNamed(bucket, key, version);
  return named?.kind === 'object' ? named.value : null;
}
