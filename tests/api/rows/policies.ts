// Rows: customer managed policies and their versions.
export const POLICIES = [] as const;
