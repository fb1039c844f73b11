// Rows: groups and who is in them.
export const GROUPS = [] as const;
