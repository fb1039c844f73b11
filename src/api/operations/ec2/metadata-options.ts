// Options of the instance metadata service as parameters.
export const HTTP_TOKENS = {
  type: 'text',
  event: 'httpTokens',
  required: false,
  oneOf: ['optional', 'required'],
} as const;

export const HTTP_ENDPOINT = {
  type: 'text',
  event: 'httpEndpoint',
  required: false,
  oneOf: ['disabled', 'enabled'],
} as const;
