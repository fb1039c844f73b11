// S3Access: what of a bucket or object decides beside its policy: access control lists, ownership, Block Public Access.
import type { AccountId } from '../../aws/arn.ts';

/** An account as S3 names it. */
export interface S3Owner {
  readonly account: AccountId;
  /** 64 hexadecimal digits. */
  readonly canonicalUserId: string;
}

export type AclPermission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';

/** `AllUsers` includes anonymous callers; `AuthenticatedUsers` is every account in the world. */
export type AclGroup = 'AllUsers' | 'AuthenticatedUsers' | 'LogDelivery';

export type AclGrantee =
  | { readonly kind: 'canonicalUser'; readonly canonicalUserId: string }
  | { readonly kind: 'group'; readonly group: AclGroup };

export interface AclGrant {
  readonly grantee: AclGrantee;
  readonly permission: AclPermission;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
export interface Acl {
  readonly owner: S3Owner;
  readonly grants: readonly AclGrant[];
}

/** `BucketOwnerEnforced`: ACLs are off, and the bucket owner owns every object. */
export type ObjectOwnership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export interface BlockPublicAccess {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

export interface S3Access {
  readonly ownership: ObjectOwnership;
  /** Null: the ACL is not to be asked, for example because none is kept. */
  readonly bucketAcl: Acl | null;
  /** The ACL of the object asked for; null for a request on the bucket, and where no such object exists. */
  readonly objectAcl: Acl | null;
  /** As it works: the settings of organization, account, bucket and access point put together. */
  readonly blockPublicAccess: BlockPublicAccess;
}
