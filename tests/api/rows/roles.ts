// Rows: roles, trust, boundaries, instance profiles.
export const ROLES = [] as const;
