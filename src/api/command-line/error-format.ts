// ErrorFormat: the formats of `--cli-error-format`.

export const ERROR_FORMATS = ['enhanced', 'json', 'yaml', 'text', 'table', 'legacy'] as const;
export type ErrorFormat = (typeof ERROR_FORMATS)[number];
