// Change: the only ways in which a world can change; `applyChange` makes them.
import type { AccountId } from '../aws/arn.ts';
import type {
  Account,
  Group,
  InstanceProfile,
  ManagedPolicy,
  PolicyVersion,
  Role,
  StoredObject,
  User,
} from './world.ts';

/** The entities of IAM, by the record of the account that holds them. */
export interface Entities {
  readonly users: User;
  readonly groups: Group;
  readonly roles: Role;
  readonly policies: ManagedPolicy;
  readonly instanceProfiles: InstanceProfile;
}

/** Puts an entity under a name in place of what was there; null removes it. */
export type EntityChange<Table extends keyof Entities = keyof Entities> = {
  readonly [Each in Table]: {
    readonly kind: 'entitySet';
    readonly account: AccountId;
    readonly table: Each;
    readonly name: string;
    readonly value: Entities[Each] | null;
  };
}[Table];

/** What an account has one of. */
type AccountField = 'alias' | 'passwordPolicy' | 'root';

/** Sets a field of the account itself. */
export type AccountChange = {
  readonly [Field in AccountField]: {
    readonly kind: 'accountSet';
    readonly account: AccountId;
    readonly field: Field;
    readonly value: Account[Field];
  };
}[AccountField];

export type Change =
  | EntityChange
  | AccountChange
  | {
      readonly kind: 'objectPut';
      readonly account: AccountId;
      readonly bucket: string;
      readonly object: StoredObject;
    }
  | {
      readonly kind: 'objectDeleted';
      readonly account: AccountId;
      readonly bucket: string;
      readonly key: string;
    }
  | {
      readonly kind: 'bucketPolicySet';
      readonly account: AccountId;
      readonly bucket: string;
      /** Null removes the policy. */
      readonly document: string | null;
    }
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
