// The operations of IAM on customer managed policies and their versions.

export const POLICY_OPERATIONS = {} as const;
