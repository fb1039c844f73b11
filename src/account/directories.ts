// Directories: identity providers outside of AWS, whose people and programs come to it with signed statements.
import type { Arn } from '../aws/arn.ts';

/**
 * What AWS never sees but through what it signs. It is no part of the world: no call changes it, and undo knows nothing of
 * it. Its keys are handed out with it on purpose: whoever learns here plays the company and its providers as well.
 */
export interface Directories {
  readonly companies: readonly CompanyDirectory[];
  readonly webIdentity: readonly WebIdentityProvider[];
  /** Null: it is not switched on. */
  readonly identityCenter: IdentityCenter | null;
}

export const NO_DIRECTORIES: Directories = { companies: [], webIdentity: [], identityCenter: null };

/** A company's directory of people, which speaks SAML 2.0. */
export interface CompanyDirectory {
  readonly name: string;
  /** The issuer of its assertions; no two directories have the same. */
  readonly entityId: string;
  /** What its signing key is made from. */
  readonly secret: string;
  /** Whether it names its people as `SourceIdentity`. */
  readonly namesSource: boolean;
  /** Seconds, as `SessionDuration`; null: it asks for none. */
  readonly sessionSeconds: number | null;
  readonly groups: readonly DirectoryGroup[];
  readonly people: readonly DirectoryPerson[];
}

/** What the directory tells AWS of everybody in a group, or of one person. */
export interface Mapping {
  readonly roles: readonly RolePair[];
  /** Sent as `PrincipalTag:KEY`. */
  readonly tags: Readonly<Record<string, string>>;
  /** Keys of tags that later sessions of a chain inherit. */
  readonly transitiveTags: readonly string[];
}

/** One value of the attribute `Role`. */
export interface RolePair {
  readonly role: Arn;
  readonly provider: Arn;
}

export interface DirectoryGroup extends Mapping {
  readonly name: string;
}

export interface DirectoryPerson extends Mapping {
  /** Signs in with it; sent as the name of the session. */
  readonly userName: string;
  readonly name: string;
  readonly email: string;
  /** Names of groups. */
  readonly groups: readonly string[];
}

/** A provider of OpenID Connect. */
export interface WebIdentityProvider {
  readonly name: string;
  /** As in `iss`: `https://token.actions.githubusercontent.com`. No two providers have the same. */
  readonly issuer: string;
  readonly key: ProviderKey;
  readonly subjects: readonly WebIdentitySubject[];
}

/** A key for ES256 as a JSON Web Key (RFC 7517), with its private part `d`. */
export interface ProviderKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly kid: string;
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** Somebody or something that the provider issues tokens to. */
export interface WebIdentitySubject {
  readonly name: string;
  /** Claims besides `iss`, `iat` and `exp`; `sub` and `aud` among them. */
  readonly claims: Readonly<Record<string, string>>;
}

/**
 * IAM Identity Center in outline: who of a company may use which permission set in which account. A permission set is there
 * as the role that Identity Center has provisioned in the account.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
 */
export interface IdentityCenter {
  /** The entity ID of the company whose people and groups it knows. */
  readonly source: string;
  /** The issuer of its own assertions to the accounts, and what its signing key is made from. */
  readonly entityId: string;
  readonly secret: string;
  readonly assignments: readonly Assignment[];
}

export interface Assignment {
  readonly kind: 'group' | 'person';
  /** Of a group, or the user name of a person. */
  readonly name: string;
  /** `arn:aws:iam::ACCOUNT:role/aws-reserved/sso.amazonaws.com/…` */
  readonly role: Arn;
}
