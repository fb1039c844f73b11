// Quotas of an account that both an operation and the account summary know.

/**
 * The default of each where AWS raises it on request.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const MAX_ACCESS_KEYS = 2;
/** In any mix, of a user or of the root user. */
export const MAX_MFA_DEVICES = 8;
export const MAX_POLICIES = 1500;
/** Managed policies attached to one identity. */
export const MAX_ATTACHED = { user: 10, group: 10, role: 20 } as const;
/** All inline policies of one identity together, in characters without white space. */
export const MAX_INLINE = { user: 2048, group: 5120, role: 10240 } as const;
