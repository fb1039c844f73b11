// Rows: the account itself.
export const ACCOUNT = [] as const;
