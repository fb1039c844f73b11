// Resources: what the accounts of a world hold besides identities, each with what decides who may use it.
import type { AccountId, Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { KmsGrant } from '../evaluation/kms/grant.ts';
import type { AclGrant, BlockPublicAccess, ObjectOwnership } from '../evaluation/s3/access.ts';
import type { Table } from './table.ts';

type Tags = Readonly<Record<string, string>>;

export interface Bucket {
  readonly name: string;
  readonly created: Instant;
  readonly region: string;
  /** The text of the bucket policy; null when there is none. */
  readonly policy: string | null;
  /** Null: the ownership controls were deleted, which comes to `ObjectWriter`. */
  readonly ownership: ObjectOwnership | null;
  /** What is granted beyond the owner, who is the account; ignored where ownership is enforced. */
  readonly acl: readonly AclGrant[];
  readonly publicAccessBlock: BlockPublicAccess | null;
  readonly tags: Tags;
  /** Null: it was never switched on. */
  readonly versioning: 'Enabled' | 'Suspended' | null;
  /** What each key holds now, by key. A key whose newest version is a delete marker holds nothing. */
  readonly objects: Table<StoredObject>;
  /** What keys held before, and delete markers. As `VERSION/KEY`. */
  readonly versions: Table<StoredVersion>;
}

/** A version that is not what its key holds. */
export type StoredVersion =
  | { readonly kind: 'object'; readonly order: number; readonly value: StoredObject }
  | {
      readonly kind: 'deleteMarker';
      /** Of the versions of a key, the one with the highest number is the newest. */
      readonly order: number;
      readonly value: DeleteMarker;
    };

export interface DeleteMarker {
  readonly key: string;
  readonly version: string;
  readonly modified: Instant;
  /** The account that deleted; null: that of the bucket. */
  readonly owner: AccountId | null;
}

export interface StoredObject {
  readonly key: string;
  /** 32 characters, or `null`, as S3 calls what is written while versioning is not on. */
  readonly version: string;
  readonly body: string;
  readonly contentType: string;
  readonly modified: Instant;
  /** The account that owns it; null: that of the bucket. */
  readonly owner: AccountId | null;
  /** What is granted beyond the owner. */
  readonly acl: readonly AclGrant[];
  readonly tags: Tags;
  /** The KMS key it is encrypted with; null: a key of S3's own. */
  readonly kmsKey: Arn | null;
}

export interface Queue {
  readonly name: string;
  readonly region: string;
  readonly created: Instant;
  /** When its attributes changed last. */
  readonly modified: Instant;
  /** When it was emptied last; null: never. */
  readonly purged: Instant | null;
  readonly policy: string | null;
  /** Attributes that were set, by their names in the API, `Policy` aside. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Tags;
  /** By id. */
  readonly messages: Table<Message>;
}

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly sent: Instant;
  /** From when on it can be received. */
  readonly visible: Instant;
  /** When it was received for the first time; null: never. */
  readonly received: Instant | null;
  /** The handle of the last receipt; null: never received. */
  readonly receipt: string | null;
  readonly receives: number;
  /** `AIDA…` or whatever else the sender's id is. */
  readonly sender: string;
}

export interface Topic {
  readonly name: string;
  readonly region: string;
  readonly created: Instant;
  readonly policy: string | null;
  /** Attributes that were set, by their names in the API, `Policy` aside. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Tags;
  /** By id. */
  readonly subscriptions: Table<Subscription>;
}

export interface Subscription {
  /** A UUID: the last part of its ARN. */
  readonly id: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly owner: AccountId;
  /** Until it is confirmed, nothing is delivered. */
  readonly pending: boolean;
}

export interface KmsKey {
  /** A UUID. */
  readonly id: string;
  readonly region: string;
  readonly created: Instant;
  readonly description: string;
  /** A key always has a policy. */
  readonly policy: string;
  readonly state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  /** When it is deleted; only while that is pending. */
  readonly deletion: Instant | null;
  readonly usage: 'ENCRYPT_DECRYPT' | 'SIGN_VERIFY' | 'GENERATE_VERIFY_MAC';
  /** `SYMMETRIC_DEFAULT`, `RSA_2048`, … */
  readonly spec: string;
  readonly multiRegion: boolean;
  /** Keys that AWS manages belong to a service and cannot be changed. */
  readonly manager: 'CUSTOMER' | 'AWS';
  /** 32 random bytes, base64, that everything encrypted with it comes from. */
  readonly material: string;
  readonly tags: Tags;
  /** By id. */
  readonly grants: Table<StoredGrant>;
}

export interface StoredGrant extends KmsGrant {
  readonly name: string | null;
  readonly created: Instant;
  /** Whose leave it is: the principal who made it. */
  readonly issuer: Arn;
}

export interface KmsAlias {
  /** `alias/…` */
  readonly name: string;
  readonly region: string;
  /** The id of the key. */
  readonly key: string;
  readonly created: Instant;
  readonly updated: Instant;
}

export interface LambdaFunction {
  readonly name: string;
  readonly region: string;
  readonly modified: Instant;
  /** The execution role. */
  readonly role: Arn;
  /** `AROA…` when the role was handed over: one made again under the same name is another. */
  readonly roleId: string;
  readonly runtime: string;
  readonly handler: string;
  readonly description: string;
  /** Base64 of what was uploaded. It is kept and never run. */
  readonly code: string;
  /** Seconds. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
  /** The resource-based policy, written statement by statement; null when there is none. */
  readonly policy: string | null;
  /** Null: it has none. */
  readonly url: FunctionUrl | null;
  readonly tags: Tags;
}

/** An HTTPS address of a function. */
export interface FunctionUrl {
  /** The first part of the host name, which AWS makes up. */
  readonly id: string;
  /** `NONE`: calls need no signature, though still a policy that allows them. */
  readonly auth: 'AWS_IAM' | 'NONE';
  readonly created: Instant;
  readonly modified: Instant;
}

export interface DynamoTable {
  readonly name: string;
  readonly region: string;
  /** A UUID. */
  readonly id: string;
  readonly created: Instant;
  /** Of the primary key: the partition key first, then the sort key if there is one. */
  readonly key: readonly DynamoKey[];
  /** In units; null: paid by request. */
  readonly capacity: { readonly read: number; readonly write: number } | null;
  readonly policy: string | null;
  readonly tags: Tags;
  /** JSON of each item in DynamoDB's notation, by the JSON of its primary key. */
  readonly items: Table<string>;
}

export interface DynamoKey {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

export interface Secret {
  readonly name: string;
  readonly region: string;
  /** Six characters that Secrets Manager adds to the name in the ARN. */
  readonly suffix: string;
  readonly created: Instant;
  readonly changed: Instant;
  readonly description: string;
  /** ARN, id or alias as it was given; null: the key of Secrets Manager's own. */
  readonly kmsKey: string | null;
  readonly policy: string | null;
  /** When it is gone for good; null: it was not deleted. */
  readonly deletion: Instant | null;
  /** Newest first. */
  readonly versions: readonly SecretVersion[];
  readonly tags: Tags;
}

export interface SecretVersion {
  readonly id: string;
  /** `AWSCURRENT`, `AWSPREVIOUS`, … */
  readonly stages: readonly string[];
  readonly value: string;
  /** Whether the value is base64 of bytes. */
  readonly binary: boolean;
  readonly created: Instant;
}

export interface Instance {
  /** `i-…` */
  readonly id: string;
  readonly region: string;
  readonly image: string;
  readonly type: string;
  readonly state: 'running' | 'stopped' | 'terminated';
  /** When it came into its state. */
  readonly changed: Instant;
  readonly launched: Instant;
  /** `r-…`: what was launched by the same call. */
  readonly reservation: string;
  readonly vpc: string;
  readonly subnet: string;
  readonly privateIp: string;
  readonly profile: ProfileAssociation | null;
  readonly metadata: { readonly tokens: 'optional' | 'required'; readonly endpoint: 'enabled' | 'disabled' };
  readonly terminationProtection: boolean;
  readonly tags: Tags;
}

export interface ProfileAssociation {
  /** `iip-assoc-…` */
  readonly id: string;
  readonly profile: Arn;
  /** `AIPA…`: an instance profile made again under the same name is another. */
  readonly profileId: string;
}

export interface VpcEndpoint {
  /** `vpce-…` */
  readonly id: string;
  readonly region: string;
  /** `com.amazonaws.REGION.s3` */
  readonly service: string;
  readonly type: 'Gateway' | 'Interface';
  readonly vpc: string;
  readonly created: Instant;
  /** Null: the default, which lets everything through. */
  readonly policy: string | null;
  readonly tags: Tags;
}
