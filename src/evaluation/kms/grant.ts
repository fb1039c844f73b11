// KmsGrant: leave to use one KMS key in some ways, given to one principal.
import type { Arn } from '../../aws/arn.ts';

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export interface KmsGrant {
  readonly id: string;
  /** User, role, role session, federated user or account. */
  readonly granteePrincipal: Arn;
  /** Who may retire the grant, besides the grantee where `operations` has RetireGrant. */
  readonly retiringPrincipal?: Arn;
  /** Without prefix, for example `Decrypt`. */
  readonly operations: readonly string[];
  /** All pairs must be in the encryption context of the request; with `equals` there may be no others. */
  readonly constraint?: {
    readonly kind: 'equals' | 'subset';
    readonly encryptionContext: Readonly<Record<string, string>>;
  };
}
