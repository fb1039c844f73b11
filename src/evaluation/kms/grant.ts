// KmsGrant: leave to use one KMS key in some ways, given to one principal.
/** @see https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export interface KmsGrant {
  readonly id: string;
  /** The ARN of a user, role, role session, federated user or account; the unique id of a user or role that is gone. */
  readonly granteePrincipal: string;
  /** Who may retire the grant, besides the grantee where `operations` has RetireGrant. */
  readonly retiringPrincipal?: string;
  /** Without prefix, for example `Decrypt`. */
  readonly operations: readonly string[];
  /** All pairs must be in the encryption context of the request; with `equals` there may be no others. */
  readonly constraint?: {
    readonly kind: 'equals' | 'subset';
    readonly encryptionContext: Readonly<Record<string, string>>;
  };
}
