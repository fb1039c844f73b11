// The operations of IAM on groups and who is in them.

export const GROUP_OPERATIONS = {} as const;
