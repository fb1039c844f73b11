// Known: what an account holds, as far as whoever writes a policy in it may want to name it.
import type { AccountId } from '../../aws/arn.ts';

/** Something that exists, and that a policy can name by its ARN. */
export interface KnownThing {
  readonly arn: string;
  readonly name: string;
  /** As AWS's vocabulary names resource types, with the service before it: `s3:bucket`, `iam:role`. */
  readonly type: string;
  readonly account: AccountId;
}

/** A value of a condition key that occurs here, and where. */
export interface KnownValue {
  readonly value: string;
  /** `user noor`; empty when the value says enough. */
  readonly detail: string;
}

/** Everything is worked out when it is first asked for. */
export interface Known {
  /** The account in which the policy is written. */
  readonly account: AccountId;
  /** The Region that ARNs are given when nothing says otherwise. */
  readonly region: string;
  readonly accounts: readonly { readonly id: AccountId; readonly name: string }[];
  /** Of one type, in this account, by name. */
  things(type: string): readonly KnownThing[];
  /** Users and roles, of this account first. */
  readonly principals: readonly KnownThing[];
  /** Identity providers of this account. */
  readonly providers: readonly KnownThing[];
  /** In any account. Null: nothing here has that ARN. */
  find(arn: string): KnownThing | null;
  /** Keys of the tags that something here has. */
  readonly tagKeys: readonly string[];
  /** @param key In lower case, whole: `aws:principaltag/team`. */
  values(key: string): readonly KnownValue[];
}
