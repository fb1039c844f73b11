// Change: the only ways in which a world can change; `applyChange` makes them.
import type { AccountId } from '../aws/arn.ts';
import type { Organization } from './organization.ts';
import type { Message, StoredGrant, StoredObject, StoredVersion, Subscription } from './resources.ts';
import type { Table } from './table.ts';
import type { Account, Entities, PolicyVersion, Tables } from './world.ts';

/** Puts an entity under a name in place of what was there; null removes it. */
export type EntityChange<Name extends keyof Entities = keyof Entities> = {
  readonly [Each in Name]: {
    readonly kind: 'entitySet';
    readonly account: AccountId;
    readonly table: Each;
    readonly name: string;
    readonly value: Entities[Each] | null;
  };
}[Name];

/** Gives some fields of an entity other values; the others stay as they are by then. */
export type EntityPatch<Name extends keyof Entities = keyof Entities> = {
  readonly [Each in Name]: {
    readonly kind: 'entityPatched';
    readonly account: AccountId;
    readonly table: Each;
    readonly name: string;
    readonly patch: Partial<Entities[Each]>;
  };
}[Name];

/** The tables inside of entities: objects of a bucket, items of a table, … */
export interface Parts {
  readonly buckets: { readonly objects: StoredObject; readonly versions: StoredVersion };
  readonly queues: { readonly messages: Message };
  readonly topics: { readonly subscriptions: Subscription };
  readonly kmsKeys: { readonly grants: StoredGrant };
  readonly dynamoTables: { readonly items: string };
}

/** Puts something into a table inside of an entity; null takes it out. */
export type PartChange = {
  readonly [Each in keyof Parts]: {
    readonly [Part in keyof Parts[Each]]: {
      readonly kind: 'partSet';
      readonly account: AccountId;
      readonly table: Each;
      readonly name: string;
      readonly part: Part;
      readonly key: string;
      readonly value: Parts[Each][Part] | null;
    };
  }[keyof Parts[Each]];
}[keyof Parts];

/** What an account has one of. */
export type AccountField = Exclude<keyof Account, keyof Tables | 'id'>;

/** Sets a field of the account itself. */
export type AccountChange<Name extends AccountField = AccountField> = {
  readonly [Field in Name]: {
    readonly kind: 'accountSet';
    readonly account: AccountId;
    readonly field: Field;
    readonly value: Account[Field];
  };
}[Name];

type TableOf<Field> = Field extends Table<infer Value> ? Value : never;

export type OrganizationTable =
  'units' | 'members' | 'policies' | 'attached' | 'creations' | 'trustedServices' | 'delegatedAdministrators';

/** What an organization has many of. */
export type OrganizationTables = {
  readonly [Each in OrganizationTable]: Table<TableOf<Organization[Each]>>;
};

/** Puts something into a table of the organization; null takes it out. */
export type OrganizationPartChange<Name extends OrganizationTable = OrganizationTable> = {
  readonly [Each in Name]: {
    readonly kind: 'organizationPartSet';
    readonly table: Each;
    readonly key: string;
    readonly value: TableOf<Organization[Each]> | null;
  };
}[Name];

export type Change =
  | EntityChange
  | EntityPatch
  | PartChange
  | AccountChange
  /** A new account, or one that is closed for good. */
  | { readonly kind: 'accountPut'; readonly account: AccountId; readonly value: Account | null }
  | { readonly kind: 'organizationSet'; readonly value: Organization | null }
  | {
      readonly kind: 'organizationPatched';
      readonly patch: Partial<Omit<Organization, OrganizationTable>>;
    }
  | OrganizationPartChange
  | {
      readonly kind: 'policyVersionCreated';
      readonly account: AccountId;
      readonly policy: string;
      readonly version: PolicyVersion;
      readonly setAsDefault: boolean;
    }
  | {
      readonly kind: 'policyVersionDeleted';
      readonly account: AccountId;
      readonly policy: string;
      readonly version: string;
    }
  | {
      readonly kind: 'defaultVersionSet';
      readonly account: AccountId;
      readonly policy: string;
      readonly version: string;
    }
  | {
      readonly kind: 'inlinePolicyPut';
      readonly account: AccountId;
      readonly owner: { readonly kind: 'user' | 'group' | 'role'; readonly name: string };
      readonly policy: string;
      readonly document: string;
    };
