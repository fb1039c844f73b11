// World: the whole simulated cloud as one immutable JSON value. It changes only through `Change` and `applyChange`.
import type { AccountId, Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { BlockPublicAccess } from '../evaluation/s3/access.ts';
import type { Organization } from './organization.ts';
import type {
  Bucket,
  DynamoTable,
  Instance,
  KmsAlias,
  KmsKey,
  LambdaFunction,
  Queue,
  Secret,
  Topic,
  VpcEndpoint,
} from './resources.ts';
import type { Table } from './table.ts';

/** Plain JSON throughout: no dates, maps or prototypes, so that it can be stored, linked and compared as it is. */
export interface World {
  readonly organization: Organization | null;
  readonly accounts: Readonly<Record<AccountId, Account>>;
}

/** Everything an account has many of, by the name of its table. Resources of a Region are filed as `REGION/NAME`. */
export interface Entities {
  /** By name, in the letter case given at creation; so are all entities of IAM, whatever their path. */
  readonly users: User;
  readonly groups: Group;
  readonly roles: Role;
  readonly instanceProfiles: InstanceProfile;
  /** Customer managed policies. */
  readonly policies: ManagedPolicy;
  /** By serial number, which for virtual devices is the ARN. */
  readonly mfaDevices: MfaDevice;
  readonly samlProviders: SamlProvider;
  /** By URL without `https://`. */
  readonly oidcProviders: OidcProvider;
  /** By id. */
  readonly deletionTasks: DeletionTask;
  /** By id. */
  readonly accessJobs: AccessJob;
  /** By name, which is unique over all accounts. */
  readonly buckets: Bucket;
  readonly queues: Queue;
  readonly topics: Topic;
  /** By id. */
  readonly kmsKeys: KmsKey;
  /** As `REGION/alias/NAME`. */
  readonly kmsAliases: KmsAlias;
  readonly functions: LambdaFunction;
  readonly dynamoTables: DynamoTable;
  readonly secrets: Secret;
  /** By id. */
  readonly instances: Instance;
  /** By id. */
  readonly vpcEndpoints: VpcEndpoint;
}

export type Tables = { readonly [Each in keyof Entities]: Table<Entities[Each]> };

export interface Account extends Tables {
  readonly id: AccountId;
  readonly name: string;
  readonly created: Instant;
  /** Names the account in place of its id at sign-in; unique over all accounts of the world. */
  readonly alias: string | null;
  readonly root: RootUser;
  /** Null: the default that AWS gives every account. */
  readonly passwordPolicy: PasswordPolicy | null;
  /** The one that AWS keeps; null: none was ever generated. */
  readonly credentialReport: CredentialReport | null;
  /** Of the tokens that the global endpoint of STS hands out: valid in some Regions only, or in all. */
  readonly globalTokenVersion: 1 | 2;
  /** Block Public Access of S3 for the whole account; null: not set. */
  readonly publicAccessBlock: BlockPublicAccess | null;
}

export interface RootUser {
  readonly email: string;
  /** Null: there is no password, as in member accounts that an organization has created. */
  readonly login: LoginProfile | null;
  readonly accessKeys: readonly AccessKey[];
}

/** A password for the console. */
export interface LoginProfile {
  readonly hash: PasswordHash;
  readonly created: Instant;
  /** When the password was set last; its age counts from here. */
  readonly changed: Instant;
  /** Whether the next sign-in has to set another. */
  readonly resetRequired: boolean;
  /** Passwords before this one, newest first, as many as the password policy can ask for. */
  readonly previous: readonly PasswordHash[];
}

/** A long-term access key. Its secret is shown once, when it is made. */
export interface AccessKey {
  /** `AKIA…` */
  readonly id: string;
  readonly status: 'Active' | 'Inactive';
  readonly created: Instant;
  /** When it was made or its status changed last. */
  readonly changed: Instant;
  /** SHA-256 of the secret, base64; null for keys of which it was never kept. */
  readonly secretHash: string | null;
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
  readonly login: LoginProfile | null;
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

/** A device for one-time passwords, or a passkey. */
export interface MfaDevice {
  /** The ARN of a virtual device or passkey; a bare string for a hardware token. */
  readonly serial: string;
  readonly kind: 'virtual' | 'hardware' | 'passkey';
  readonly created: Instant;
  /** The secret that the codes come from, base32; null for passkeys. */
  readonly seed: string | null;
  readonly holder: MfaHolder | null;
  /** When it was assigned to its holder. */
  readonly enabled: Instant | null;
  readonly tags: Readonly<Record<string, string>>;
}

export type MfaHolder =
  { readonly kind: 'root' } | { readonly kind: 'user'; /** Of the account. */ readonly name: string };

export interface SamlProvider {
  readonly name: string;
  /** A UUID. */
  readonly id: string;
  readonly created: Instant;
  readonly validUntil: Instant;
  /** The XML of the identity provider. */
  readonly metadata: string;
  readonly encryption: 'Required' | 'Allowed' | null;
  readonly privateKeys: readonly { readonly id: string; readonly added: Instant }[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface OidcProvider {
  /** Without `https://`. */
  readonly url: string;
  readonly created: Instant;
  readonly clientIds: readonly string[];
  readonly thumbprints: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** The deletion of a service-linked role, which its service has to agree to. */
export interface DeletionTask {
  /** `task/aws-service-role/SERVICE/ROLE/UUID` */
  readonly id: string;
  readonly role: string;
  readonly status: 'SUCCEEDED' | 'IN_PROGRESS' | 'FAILED' | 'NOT_STARTED';
  readonly created: Instant;
}

/** A question for data of last access, asked and to be fetched under its id. */
export interface AccessJob {
  readonly id: string;
  /** Of a user, group, role or policy, or the path of a place in the organization. */
  readonly about: string;
  readonly granularity: 'SERVICE_LEVEL' | 'ACTION_LEVEL';
  /** The service control policy asked about; only for places in the organization. */
  readonly policy: string | null;
  readonly created: Instant;
  /** The ARN of the principal who asked, and who alone may fetch the answer. */
  readonly by: Arn;
}

export interface CredentialReport {
  readonly generated: Instant;
  /** CSV. */
  readonly content: string;
}
