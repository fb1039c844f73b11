// Parameters of the operations of KMS, with the constraints of its service model.

export const KEY_ID = { type: 'text', event: 'keyId', required: true, min: 1, max: 2048 } as const;
export const OPTIONAL_KEY_ID = { ...KEY_ID, required: false } as const;

export const KEY_POLICY = {
  type: 'text',
  event: 'policy',
  required: true,
  min: 1,
  max: 131072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  file: 'document',
} as const;

export const POLICY_NAME = {
  type: 'text',
  event: 'policyName',
  required: false,
  min: 1,
  max: 128,
  pattern: '[\\w]+',
} as const;

export const BYPASS = { type: 'boolean', event: 'bypassPolicyLockoutSafetyCheck', required: false } as const;

export const TAGS = {
  type: 'tags',
  event: 'tags',
  required: true,
  spelling: 'TagKey',
  checked: 'lengths',
} as const;

export const ALIAS_NAME = {
  type: 'text',
  event: 'aliasName',
  required: true,
  min: 1,
  max: 256,
  pattern: '[a-zA-Z0-9:/_-]+',
} as const;

/** Recorded in events as it is: it is no secret. */
export const ENCRYPTION_CONTEXT = {
  type: 'map',
  event: 'encryptionContext',
  required: false,
  of: { type: 'text' },
} as const;

/** Grants count at once here, so that their tokens say nothing that is not known. */
export const GRANT_TOKENS = {
  type: 'textList',
  event: 'grantTokens',
  required: false,
  maxItems: 10,
  item: { min: 1, max: 8192 },
} as const;

export const DRY_RUN = { type: 'boolean', event: 'dryRun', required: false } as const;

export const PLAINTEXT = {
  type: 'blob',
  event: 'plaintext',
  required: true,
  min: 1,
  max: 4096,
  secret: true,
} as const;

export const CIPHERTEXT = {
  type: 'blob',
  event: 'ciphertextBlob',
  required: true,
  min: 1,
  max: 6144,
} as const;

export const ENCRYPTION_ALGORITHM = {
  type: 'text',
  event: 'encryptionAlgorithm',
  required: false,
  oneOf: ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'],
} as const;

export const PRINCIPAL_ID = {
  type: 'text',
  required: true,
  min: 1,
  max: 256,
  pattern: '[\\w+=,.@:/-]+',
} as const;

export const GRANT_ID = { type: 'text', event: 'grantId', required: true, min: 1, max: 128 } as const;
