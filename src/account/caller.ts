// Caller: who signs an API call, and with which credentials. Everything that AWS keeps in a session token is in it.
import type { AccountId, Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { RoleCredentials } from '../evaluation/context-keys/caller-facts.ts';

export type Caller = RootCaller | UserCaller | RoleSession | FederatedUser | Anonymous;

/** A caller who signs. */
export type SigningCaller = Exclude<Caller, Anonymous>;

export interface RootCaller {
  readonly kind: 'root';
  readonly account: AccountId;
  readonly credentials: LongTermKey | UserSessionKey | TemporaryKey<'assumeRoot'>;
  /** The task that a session of AssumeRoot is for; left out by the root user itself. */
  readonly task?: Arn;
}

export interface UserCaller {
  readonly kind: 'user';
  readonly account: AccountId;
  readonly name: string;
  /** `AIDA…`; left out, whoever has the name by now is meant. */
  readonly id?: string;
  readonly credentials: LongTermKey | UserSessionKey;
}

/**
 * A session of a role, however it was made.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html
 */
export interface RoleSession {
  readonly kind: 'roleSession';
  /** The account of the role. */
  readonly account: AccountId;
  readonly roleName: string;
  /** `AROA…`: a role made again under the same name is another. */
  readonly roleId: string;
  /** With the path of the role. */
  readonly roleArn: Arn;
  readonly sessionName: string;
  /** The call or service that made it. */
  readonly origin: RoleCredentials;
  /** Made with credentials that were temporary themselves: it cannot last longer than an hour. */
  readonly chained: boolean;
  readonly sessionTags: Readonly<Record<string, string>>;
  /** Keys of the session tags that the next session of a chain inherits. */
  readonly transitiveTags: readonly string[];
  readonly sourceIdentity: string | null;
  readonly policies: SessionPolicies;
  readonly credentials: TemporaryKey<'role'>;
}

/** A session of GetFederationToken. */
export interface FederatedUser {
  readonly kind: 'federatedUser';
  readonly account: AccountId;
  readonly name: string;
  readonly issuer:
    { readonly kind: 'root' } | { readonly kind: 'user'; readonly name: string; readonly id: string };
  readonly sessionTags: Readonly<Record<string, string>>;
  readonly policies: SessionPolicies;
  readonly credentials: TemporaryKey<'federation'>;
}

/** Nobody: the call is not signed. Only public buckets, queues and topics answer. */
export interface Anonymous {
  readonly kind: 'anonymous';
  /** In no account. */
  readonly account: '';
}

export const ANONYMOUS: Anonymous = { kind: 'anonymous', account: '' };

/** What a session was made with to narrow it. */
export interface SessionPolicies {
  /** The text of the policy passed in the call. */
  readonly policy: string | null;
  /** The managed policies passed in the call. */
  readonly policyArns: readonly Arn[];
}

/** `AKIA…`, valid until it is deleted or made inactive. */
export interface LongTermKey {
  readonly kind: 'accessKey';
  readonly accessKeyId: string;
}

/** Of the console, or of GetSessionToken. */
export type UserSessionKey = TemporaryKey<'console' | 'sessionToken'>;

/** `ASIA…`, with a session token. */
export interface TemporaryKey<Kind extends string> {
  readonly kind: Kind;
  readonly accessKeyId: string;
  readonly issued: Instant;
  readonly expires: Instant;
  /** When the code of an MFA device was given; null: it was not. */
  readonly mfa: Instant | null;
}

/** When the credentials end; null for those that do not. */
export const expiryOf = (caller: Caller): Instant | null =>
  caller.kind === 'anonymous' || caller.credentials.kind === 'accessKey' ? null : caller.credentials.expires;

/** Whether somebody outside of AWS vouched for whoever is in the session. */
export const isFederated = ({ origin }: RoleSession): boolean =>
  ['assumeRoleWithSaml', 'assumeRoleWithWebIdentity', 'identityCenter'].includes(origin.kind);
