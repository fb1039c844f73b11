// The operations of IAM on the account itself: access keys, alias, password policy, summary.

export const ACCOUNT_OPERATIONS = {} as const;
