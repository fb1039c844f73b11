// Request: who wants to do what to which resource, and what else is known about the call.
import type { AccountId, ActionName, Arn } from '../aws/arn.ts';

/** The exact identity that signs a request: the leaf, never the role or the account behind it. */
export type Principal =
  | {
      readonly kind: 'root';
      readonly arn: Arn;
      readonly account: AccountId;
      /** The session that AssumeRoot made: all that the root user may do, within one task policy. */
      readonly assumed?: true;
      readonly sessionToken?: SessionToken;
    }
  | {
      readonly kind: 'user';
      readonly arn: Arn;
      readonly account: AccountId;
      readonly name: string;
      readonly sessionToken?: SessionToken;
      readonly keyless?: true;
    }
  | {
      readonly kind: 'roleSession';
      /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`: the role's path is not in it. */
      readonly arn: Arn;
      readonly account: AccountId;
      readonly roleName: string;
      readonly sessionName: string;
      /** The ARN of the role with its path; left out, the role is taken to stand directly under `/`. */
      readonly roleArn?: Arn;
      /**
       * No condition key follows from the principal: the context of the request is all there is, as in the policy
       * simulator of AWS.
       */
      readonly keyless?: true;
    }
  | {
      readonly kind: 'federatedUser';
      readonly arn: Arn;
      readonly account: AccountId;
      readonly name: string;
      /** The IAM user or root user who called GetFederationToken; left out when nobody has stated it. */
      readonly issuer?: Arn;
    }
  /** A SAML or OIDC identity while it calls AssumeRoleWithSAML or AssumeRoleWithWebIdentity. */
  | { readonly kind: 'federatedIdentity'; readonly provider: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'anonymous' };

/** The caller signs with credentials of GetSessionToken, which are closed to some calls. */
export interface SessionToken {
  /** Whether a code of an MFA device was given for them. */
  readonly mfa: boolean;
}

/**
 * What a few services decide by and no policy holds. What is left out is not known: where the decision turns on it, the
 * evaluation says so.
 */
export interface RequestFacts {
  /** S3's name for the account of the caller, 64 hexadecimal digits. */
  readonly canonicalUserId?: string;
  /** Who owns the object asked for, where that is not the owner of the bucket; never with bucket owner enforced. */
  readonly objectOwner?: AccountId;
  /** The call comes from the console: its credentials are temporary, and there federated users may call IAM. */
  readonly console?: boolean;
  /** The caller's account is the management account, or a delegated administrator of centralized root access. */
  readonly rootAccessAdministrator?: boolean;
}

/** A value that nobody has stated. Asked of, the evaluation answers `depends` and never guesses. */
export const UNKNOWN = { unknown: true } as const;

/** A single value, a multivalued key (`[]` is present but empty), or a value that is not known. */
export type ContextValue = string | readonly string[] | typeof UNKNOWN;

/** The request context. Keys are compared without regard to letter case; a key that is not listed is absent. */
export type RequestContext = Readonly<Record<string, ContextValue>>;

/** One action on one resource. A call that touches several resources is several requests. */
export interface Request {
  readonly principal: Principal;
  readonly action: ActionName;
  /** `*` for an action that is authorised against no particular resource. */
  readonly resource: Arn | '*';
  /** The owner of the resource; S3 ARNs do not name it. Null when the request has no owner (`*`). */
  readonly resourceAccount: AccountId | null;
  /** Keys of the call itself. Those that follow from the principal are added by `evaluate`. */
  readonly context: RequestContext;
  /**
   * Forward access session: the services, first to last, through which the caller's request has come. The caller stays
   * who it was.
   */
  readonly forwardedBy?: readonly string[];
  readonly facts?: RequestFacts;
}
