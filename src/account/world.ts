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
  /** By name, in the letter case given at creation. */
  readonly users: Readonly<Record<string, User>>;
  readonly groups: Readonly<Record<string, Group>>;
  /** Customer managed policies by name. */
  readonly policies: Readonly<Record<string, ManagedPolicy>>;
  readonly buckets: Readonly<Record<string, Bucket>>;
}

export interface RootUser {
  readonly email: string;
  readonly password: PasswordHash | null;
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

export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  /** `ANPA…` */
  readonly id: string;
  readonly created: Instant;
  readonly description: string;
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
