// Organization: accounts under one roof, the units they stand in, and the policies that fence them.
import type { AccountId } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { Table } from './table.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export interface Organization {
  /** `o-…` */
  readonly id: string;
  readonly managementAccount: AccountId;
  readonly featureSet: 'ALL' | 'CONSOLIDATED_BILLING';
  /** `r-…`: above all units and accounts. */
  readonly root: string;
  readonly enabledTypes: readonly OrganizationPolicyType[];
  /** Below the root, by id `ou-…`. */
  readonly units: Table<OrganizationalUnit>;
  /** The accounts of the organization, the management account among them. Other accounts of the world are outside. */
  readonly members: Table<OrganizationMember>;
  /** By id `p-…`; those of AWS are not among them. */
  readonly policies: Table<OrganizationPolicy>;
  /** Ids of the policies attached to a root, unit or account, by its id; those of AWS among them. */
  readonly attached: Table<readonly string[]>;
  /** By id `car-…`. */
  readonly creations: Table<AccountCreation>;
  /** Services with trusted access, by service principal. */
  readonly trustedServices: Table<{ readonly enabled: Instant }>;
  /** Accounts that administer a service for the organization, as `SERVICE_PRINCIPAL/ACCOUNT`. */
  readonly delegatedAdministrators: Table<DelegatedAdministrator>;
  /** Centralized root access. */
  readonly rootFeatures: readonly ('RootCredentialsManagement' | 'RootSessions')[];
  /** Null when there is none. */
  readonly resourcePolicy: DelegationPolicy | null;
  /** Of the root, by key. */
  readonly rootTags: Readonly<Record<string, string>>;
}

export type OrganizationPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

export interface OrganizationalUnit {
  /** `ou-…` */
  readonly id: string;
  readonly name: string;
  /** The id of the root or of the unit above. */
  readonly parent: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface OrganizationMember {
  readonly account: AccountId;
  /** The id of the root or of a unit. */
  readonly parent: string;
  readonly joined: Instant;
  readonly method: 'INVITED' | 'CREATED';
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE';
  readonly tags: Readonly<Record<string, string>>;
}

export interface OrganizationPolicy {
  /** `p-…` */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: OrganizationPolicyType;
  /** The text. */
  readonly content: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The resource-based policy of the organization, which lets member accounts manage its policies. */
export interface DelegationPolicy {
  /** `rp-…` */
  readonly id: string;
  /** The text. */
  readonly content: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A request to create an account, and what became of it. */
export interface AccountCreation {
  /** `car-…` */
  readonly id: string;
  readonly name: string;
  readonly state: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
  readonly requested: Instant;
  readonly account: AccountId | null;
  /** `EMAIL_ALREADY_EXISTS`, …; only when it failed. */
  readonly failure: string | null;
}

export interface DelegatedAdministrator {
  readonly account: AccountId;
  /** `iam.amazonaws.com` */
  readonly service: string;
  readonly since: Instant;
}

/** The policies of AWS that let everything through, attached wherever nobody has put others in their place. */
export const FULL_ACCESS = {
  SERVICE_CONTROL_POLICY: 'p-FullAWSAccess',
  RESOURCE_CONTROL_POLICY: 'p-RCPFullAWSAccess',
} as const satisfies Record<OrganizationPolicyType, string>;
