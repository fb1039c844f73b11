// World: the whole simulated cloud as one immutable JSON value. It changes only through `Change` and `applyChange`.
import type { AccountId, Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';

/** Plain JSON throughout: no dates, maps or prototypes, so that it can be stored, linked and compared as it is. */
export interface World {
  readonly organization: Organization | null;
  readonly accounts: Readonly<Record<AccountId, Account>>;
}

/** What an account being in an organization adds to a request: `aws:PrincipalOrgID` and `aws:ResourceOrgID`. */
export interface Organization {
  readonly id: string;
  readonly managementAccount: AccountId;
}

export interface Account {
  readonly id: AccountId;
  readonly name: string;
  /** Names the account in place of its id at sign-in; unique over all accounts of the world. */
  readonly alias: string | null;
  readonly root: RootUser;
  /** Null: the default that AWS gives every account. */
  readonly passwordPolicy: PasswordPolicy | null;
  /** By name, in the letter case given at creation. */
  readonly users: Readonly<Record<string, User>>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly roles: Readonly<Record<string, Role>>;
  readonly instanceProfiles: Readonly<Record<string, InstanceProfile>>;
  /** Customer managed policies by name. */
  readonly policies: Readonly<Record<string, ManagedPolicy>>;
  readonly buckets: Readonly<Record<string, Bucket>>;
}

export interface RootUser {
  readonly email: string;
  readonly password: PasswordHash | null;
  readonly accessKeys: readonly AccessKey[];
}

/** A long-term access key. Its secret is shown once, when it is made, and kept nowhere. */
export interface AccessKey {
  /** `AKIA…` */
  readonly id: string;
  readonly status: 'Active' | 'Inactive';
  readonly created: Instant;
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html */
export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireSymbols: boolean;
  readonly requireNumbers: boolean;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly allowUsersToChange: boolean;
  /** Days; null: passwords do not expire. */
  readonly maxAge: number | null;
  /** How many earlier passwords may not come back; null: none. */
  readonly reusePrevention: number | null;
  /** Whether an expired password can only be changed by an administrator. */
  readonly hardExpiry: boolean;
}

/** A console password, kept only as a salted hash. Salt and hash are base64. */
export interface PasswordHash {
  readonly algorithm: 'PBKDF2-SHA256';
  readonly iterations: number;
  readonly salt: string;
  readonly hash: string;
}

export interface User {
  readonly name: string;
  readonly path: string;
  /** `AIDA…`, never reused. */
  readonly id: string;
  readonly created: Instant;
  /** Null: the user has no console access. */
  readonly password: PasswordHash | null;
  /** At most two. */
  readonly accessKeys: readonly AccessKey[];
  /** The managed policy that is the permissions boundary. */
  readonly boundary: Arn | null;
  /** Names of the groups the user is in. */
  readonly groups: readonly string[];
  readonly attached: readonly Arn[];
  /** Inline policies: name to text of the document. */
  readonly inline: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Group {
  readonly name: string;
  readonly path: string;
  /** `AGPA…` */
  readonly id: string;
  readonly created: Instant;
  readonly attached: readonly Arn[];
  readonly inline: Readonly<Record<string, string>>;
}

export interface Role {
  readonly name: string;
  readonly path: string;
  /** `AROA…`, never reused. */
  readonly id: string;
  readonly created: Instant;
  readonly description: string;
  /** The text of the trust policy. */
  readonly trust: string;
  /**
   * The users and roles that the trust policy names, by ARN, with their unique ids when it was saved: one that was made
   * again under the same name is not meant.
   */
  readonly trusted: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly boundary: Arn | null;
  readonly attached: readonly Arn[];
  readonly inline: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

export interface InstanceProfile {
  readonly name: string;
  readonly path: string;
  /** `AIPA…` */
  readonly id: string;
  readonly created: Instant;
  /** The name of the role in it. */
  readonly role: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  /** `ANPA…` */
  readonly id: string;
  readonly created: Instant;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  /** At most five, oldest first. */
  readonly versions: readonly PolicyVersion[];
  readonly defaultVersion: string;
  /** The number of the newest version ever made: ids are not reused. */
  readonly lastVersion: number;
}

export interface PolicyVersion {
  /** `v1`, `v2`, … */
  readonly id: string;
  readonly created: Instant;
  /** The text as it was saved, formatting included. */
  readonly document: string;
}

export interface Bucket {
  readonly name: string;
  readonly created: Instant;
  readonly region: string;
  /** The text of the bucket policy; null when there is none. */
  readonly policy: string | null;
  /** By key. All objects belong to the bucket's account: ACLs are off (bucket owner enforced). */
  readonly objects: Readonly<Record<string, StoredObject>>;
}

export interface StoredObject {
  readonly key: string;
  readonly body: string;
  readonly contentType: string;
  readonly modified: Instant;
}
