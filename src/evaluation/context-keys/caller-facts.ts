// CallerFacts: who makes a request and with which credentials, as far as condition keys can tell.
import type { Arn } from '../../aws/arn.ts';
import type { Instant } from '../../aws/instant.ts';
import type { AccountFacts } from './account-facts.ts';
import type { SamlAssertion } from './saml-keys.ts';
import type { Tags } from './tags.ts';
import type { WebIdentity } from './web-identity-keys.ts';

export type CallerFacts =
  | RootFacts
  | UserFacts
  | RoleSessionFacts
  | FederatedUserFacts
  /** An identity while it calls AssumeRoleWithSAML; after the call it is a role session. */
  | { readonly kind: 'samlIdentity'; readonly assertion: SamlAssertion }
  /** An identity while it calls AssumeRoleWithWebIdentity; after the call it is a role session. */
  | { readonly kind: 'webIdentity'; readonly identity: WebIdentity }
  | ServiceFacts
  | { readonly kind: 'anonymous' };

export interface RootFacts {
  readonly kind: 'root';
  readonly account: AccountFacts;
  readonly credentials: UserCredentials | { readonly kind: 'assumeRoot'; readonly issued: Instant };
}

export interface UserFacts {
  readonly kind: 'user';
  readonly account: AccountFacts;
  readonly arn: Arn;
  readonly name: string;
  /** `AIDA…`; null when nobody has stated it. */
  readonly id: string | null;
  readonly tags: Tags;
  readonly credentials: UserCredentials;
}

/** What an IAM user or the root user signs with. */
export type UserCredentials =
  /** `AKIA…`, valid until it is deleted. */
  | { readonly kind: 'accessKey' }
  /** What the console gets for whoever has signed in to it. */
  | { readonly kind: 'console'; readonly issued: Instant; readonly mfa: MfaFacts }
  | { readonly kind: 'getSessionToken'; readonly issued: Instant; readonly mfa: MfaFacts }
  /** `aws login` and other OAuth sessions of AWS Sign-In. */
  | {
      readonly kind: 'signIn';
      readonly issued: Instant;
      readonly mfa: MfaFacts;
      /** `arn:aws:signin:REGION:ACCOUNT:session/ID` */
      readonly session: Arn;
    };

/** When the code of an MFA device was given; null when it was not. */
export type MfaFacts = Instant | null;

export interface RoleSessionFacts {
  readonly kind: 'roleSession';
  /** The account of the role. */
  readonly account: AccountFacts;
  /** With the path of the role. */
  readonly roleArn: Arn;
  /** `AROA…`; null when nobody has stated it. */
  readonly roleId: string | null;
  /** For an EC2 instance its id, for a Lambda function its name, for Identity Center the name of the user. */
  readonly sessionName: string;
  readonly roleTags: Tags;
  /** Passed with the call that made the session, or inherited from the session before. */
  readonly sessionTags: Tags;
  /** Set by the first call of a chain of roles, and never changed. */
  readonly sourceIdentity: string | null;
  /** The OAuth session of AWS Sign-In that the credentials come from; null for all other ways. */
  readonly signInSession: Arn | null;
  readonly issued: Instant;
  readonly credentials: RoleCredentials;
}

/** Which call or which service has made a role session. */
export type RoleCredentials =
  /** `mfa`: of the credentials that the call was made with; a code that was given in the call itself does not count. */
  | { readonly kind: 'assumeRole'; readonly mfa: MfaFacts }
  | { readonly kind: 'assumeRoleWithSaml'; readonly assertion: SamlAssertion }
  | { readonly kind: 'assumeRoleWithWebIdentity'; readonly identity: WebIdentity }
  /** A permission set of IAM Identity Center; `userId` is that of the user in the identity store. */
  | { readonly kind: 'identityCenter'; readonly userId: string }
  | {
      readonly kind: 'ec2Instance';
      readonly instance: Arn;
      /** `vpc-…` */
      readonly vpc: string;
      /** Of the primary network interface. */
      readonly privateIpv4: string;
      /** The version of the instance metadata service that was asked for the credentials. */
      readonly delivery: 1 | 2;
    }
  | { readonly kind: 'lambdaFunction'; readonly function: Arn }
  /** A machine that Systems Manager looks after and that has no instance profile. */
  | { readonly kind: 'managedInstance'; readonly instance: Arn }
  | { readonly kind: 'codeBuild'; readonly build: Arn; readonly project: Arn }
  /** AWS Glue itself, or a job or development endpoint of it. */
  | { readonly kind: 'glue'; readonly by: 'service' | 'job' }
  /** Amazon Q Developer in a chat channel. */
  | { readonly kind: 'chat'; readonly configuration: Arn }
  /** Any other service with a role handed to it, or with the role linked to it. */
  | { readonly kind: 'service' };

/** A session of GetFederationToken. */
export interface FederatedUserFacts {
  readonly kind: 'federatedUser';
  readonly account: AccountFacts;
  /** `arn:aws:sts::ACCOUNT:federated-user/NAME` */
  readonly arn: Arn;
  readonly name: string;
  /** Tags of the IAM user who called GetFederationToken; the root user has none. */
  readonly userTags: Tags;
  readonly sessionTags: Tags;
  readonly issued: Instant;
}

/** A service that calls in its own name, not with a role and not on behalf of somebody. */
export interface ServiceFacts {
  readonly kind: 'service';
  /** `cloudtrail.amazonaws.com` */
  readonly name: string;
  /** All names of the service, those for a single Region and `name` itself included. */
  readonly names: readonly string[];
  /** What has made the service call, where the service tells; for example the bucket whose event it delivers. */
  readonly source: { readonly arn: Arn; readonly account: AccountFacts } | null;
}
