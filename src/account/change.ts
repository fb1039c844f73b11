// Change: the only ways in which a world can change; `applyChange` makes them.
import type { AccountId } from '../aws/arn.ts';
import type { PolicyVersion, StoredObject } from './world.ts';

export type Change =
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
      readonly owner: { readonly kind: 'user' | 'group'; readonly name: string };
      readonly policy: string;
      readonly document: string;
    };
