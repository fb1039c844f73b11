// Rows: attached and inline policies.
export const ATTACHMENTS = [] as const;
