// Caller: who signs a call and with what, and what a pure room is handed to answer it.
import type { AccountId } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { Instant } from '../aws/instant.ts';

/** Who signs the call and with what: the facts of a console session. */
export type Caller =
  | { readonly kind: 'root'; readonly account: AccountId; readonly credentials: Credentials }
  | {
      readonly kind: 'user';
      readonly account: AccountId;
      readonly name: string;
      readonly credentials: Credentials;
    };

/** The temporary credentials behind a console session. */
export interface Credentials {
  /** `ASIA…` */
  readonly accessKeyId: string;
  readonly issued: Instant;
  readonly expires: Instant;
  readonly mfa: boolean;
}

/** What a pure room cannot make itself. */
export interface Env {
  readonly now: Instant;
  /** A new UUID. */
  readonly newId: () => string;
  /** So many random bytes, each 0 to 255. */
  readonly randomBytes: (count: number) => readonly number[];
  /** AWS managed policies by ARN. */
  readonly managedPolicies: ManagedPolicies;
  readonly sourceIp: string;
  readonly userAgent: string;
}
