// Request: who wants to do what to which resource, and what else is known about the call.
import type { AccountId, ActionName, Arn } from '../aws/arn.ts';

/** The exact identity that signs a request: the leaf, never the role or the account behind it. */
export type Principal =
  | { readonly kind: 'root'; readonly arn: Arn; readonly account: AccountId }
  | { readonly kind: 'user'; readonly arn: Arn; readonly account: AccountId; readonly name: string }
  | {
      readonly kind: 'roleSession';
      /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`: the role's path is not in it. */
      readonly arn: Arn;
      readonly account: AccountId;
      readonly roleName: string;
      readonly sessionName: string;
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
}
