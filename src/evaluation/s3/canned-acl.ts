// canned ACLs: the ready-made access control lists that a request to S3 may name.
import type { Acl, AclGrant, AclGroup, AclPermission, S3Owner } from './access.ts';
import type { AclTarget } from './acl.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const APPLIES_TO = {
  private: ['bucket', 'object'],
  'public-read': ['bucket', 'object'],
  'public-read-write': ['bucket', 'object'],
  'aws-exec-read': ['bucket', 'object'],
  'authenticated-read': ['bucket', 'object'],
  'bucket-owner-read': ['object'],
  'bucket-owner-full-control': ['object'],
  'log-delivery-write': ['bucket'],
} as const satisfies Record<string, readonly AclTarget[]>;

export type CannedAclName = keyof typeof APPLIES_TO;

export const isCannedAclName = (name: string): name is CannedAclName => Object.hasOwn(APPLIES_TO, name);

export const suitsTarget = (name: CannedAclName, target: AclTarget): boolean =>
  APPLIES_TO[name].some((one) => one === target);

/**
 * The account of Amazon EC2 that fetches machine images. S3 writes this id into the ACL; no page of AWS states it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
export const EC2_CANONICAL_USER_ID = '6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c';

/** Whose bucket or object it is. */
export type Owned =
  | { readonly kind: 'bucket'; readonly owner: S3Owner }
  | { readonly kind: 'object'; readonly owner: S3Owner; readonly bucketOwner: S3Owner };

/**
 * The access control list that the name stands for. The owner always has FULL_CONTROL. A name that does not suit the
 * target adds nothing to that, as S3 says of buckets.
 */
export function cannedAcl(name: CannedAclName, owned: Owned): Acl {
  const { owner } = owned;
  const added = suitsTarget(name, owned.kind) ? grantsOf(name, owned) : [];
  return { owner, grants: [toAccount(owner.canonicalUserId, 'FULL_CONTROL'), ...added] };
}

/** What the name adds to the grant that every owner has. */
function grantsOf(name: CannedAclName, owned: Owned): readonly AclGrant[] {
  switch (name) {
    case 'private':
      return [];
    case 'public-read':
      return [toGroup('AllUsers', 'READ')];
    case 'public-read-write':
      return [toGroup('AllUsers', 'READ'), toGroup('AllUsers', 'WRITE')];
    case 'aws-exec-read':
      return [toAccount(EC2_CANONICAL_USER_ID, 'READ')];
    case 'authenticated-read':
      return [toGroup('AuthenticatedUsers', 'READ')];
    case 'bucket-owner-read':
      return toBucketOwner(owned, 'READ');
    case 'bucket-owner-full-control':
      return toBucketOwner(owned, 'FULL_CONTROL');
    case 'log-delivery-write':
      return [toGroup('LogDelivery', 'WRITE'), toGroup('LogDelivery', 'READ_ACP')];
  }
}

/** Nothing where the owner of the bucket owns the object too, and so has everything already. */
function toBucketOwner(owned: Owned, permission: AclPermission): readonly AclGrant[] {
  if (owned.kind === 'bucket') return [];
  const { canonicalUserId } = owned.bucketOwner;
  return canonicalUserId === owned.owner.canonicalUserId ? [] : [toAccount(canonicalUserId, permission)];
}

const toAccount = (canonicalUserId: string, permission: AclPermission): AclGrant => ({
  grantee: { kind: 'canonicalUser', canonicalUserId },
  permission,
});

const toGroup = (group: AclGroup, permission: AclPermission): AclGrant => ({
  grantee: { kind: 'group', group },
  permission,
});
