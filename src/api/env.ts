// Env: what a pure room is handed to answer a call.
import type { Activity } from '../account/activity.ts';
import type { PasswordHash } from '../account/world.ts';
import type { AccountId } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { Instant } from '../aws/instant.ts';
import type { ClockOf } from './mfa-clock.ts';
import type { VerificationKey } from './web-identity-token.ts';

/** Passwords as somebody has worked them out ahead, with as many iterations as they need. */
export interface Passwords {
  /** @param like The hash of the password before, whose salt is taken again where it took as much work. */
  readonly hash: (text: string, like?: PasswordHash) => PasswordHash;
  readonly verify: (text: string, hash: PasswordHash) => boolean;
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
  /** What the events so far tell of the use of credentials, roles and services. */
  readonly activity: Activity;
  /** The Region that the call is sent to; global services answer wherever it is. */
  readonly region: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  /**
   * The keys for ES256 that an issuer of web identity tokens publishes; null for an issuer that nothing is known of. Left out,
   * nothing is known of any.
   */
  readonly issuerKeys?: (issuer: string) => readonly VerificationKey[] | null;
  /** What is known of the clock of an MFA device; left out, every clock is right and no code was taken yet. */
  readonly mfaClock?: ClockOf;
  /** The passwords of this call, worked out ahead; left out, they are hashed and checked at once. */
  readonly passwords?: Passwords;
  /** The VPC endpoint that the call comes through; left out when it comes from the internet. */
  readonly vpcEndpoint?: {
    readonly account: AccountId;
    /** `vpce-…` */
    readonly id: string;
    /** Of the caller, in the VPC. */
    readonly privateIp: string;
  };
}
