// The operations of IAM on policies attached to and embedded in identities.

export const ATTACHMENT_OPERATIONS = {} as const;
