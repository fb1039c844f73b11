// The operations of IAM on roles, their trust, their boundaries, and instance profiles.

export const ROLE_OPERATIONS = {} as const;
