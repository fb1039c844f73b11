// Parameters of the operations of STS, with the constraints of its service model.
/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const ANY_ARN = {
  type: 'arn',
  min: 20,
  max: 2048,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+',
} as const;

const NAME = '[\\w+=,.@-]*';

export const ROLE_ARN = { ...ANY_ARN, event: 'roleArn', required: true } as const;
export const SAML_PROVIDER_ARN = { ...ANY_ARN, event: 'principalArn', required: true } as const;

export const ROLE_SESSION_NAME = {
  type: 'text',
  event: 'roleSessionName',
  required: true,
  min: 2,
  max: 64,
  pattern: NAME,
} as const;

export const FEDERATION_NAME = {
  type: 'text',
  event: 'name',
  required: true,
  min: 2,
  max: 32,
  pattern: NAME,
} as const;

export const SOURCE_IDENTITY = {
  type: 'text',
  event: 'sourceIdentity',
  required: false,
  min: 2,
  max: 64,
  pattern: NAME,
} as const;

export const EXTERNAL_ID = {
  type: 'text',
  event: 'externalId',
  required: false,
  min: 2,
  max: 1224,
  pattern: '[\\w+=,.@:\\/-]*',
} as const;

/** Seconds. */
const duration = <const Least extends number, const Most extends number>(least: Least, most: Most) =>
  ({ type: 'integer', event: 'durationSeconds', required: false, least, most }) as const;

export const ROLE_DURATION = duration(900, 43_200);
export const USER_DURATION = duration(900, 129_600);
export const ROOT_DURATION = duration(0, 900);

/** The member is spelled with a small letter in the API itself. */
const POLICY_DESCRIPTOR = {
  type: 'structure',
  members: { arn: { ...ANY_ARN, event: 'arn', required: true } },
} as const;

export const TASK_POLICY_ARN = { ...POLICY_DESCRIPTOR, event: 'taskPolicyArn', required: true } as const;

/** AssumeRole takes texts of any length and complains in words of its own. */
export const LONG_SESSION_POLICY = {
  type: 'text',
  event: 'policy',
  required: false,
  min: 1,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  file: 'document',
} as const;
export const SESSION_POLICY = { ...LONG_SESSION_POLICY, max: 2048 } as const;

export const POLICY_ARNS = {
  type: 'list',
  of: POLICY_DESCRIPTOR,
  event: 'policyArns',
  required: false,
  maxItems: 10,
} as const;

export const SESSION_TAGS = { type: 'tags', event: 'tags', required: false } as const;

export const TRANSITIVE_TAG_KEYS = {
  type: 'textList',
  event: 'transitiveTagKeys',
  required: false,
  maxItems: 50,
  item: { min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' },
} as const;

export const SERIAL_NUMBER = {
  type: 'text',
  event: 'serialNumber',
  required: false,
  min: 9,
  max: 256,
  pattern: '[\\w+=/:,.@-]*',
} as const;

export const TOKEN_CODE = {
  type: 'text',
  event: 'tokenCode',
  required: false,
  min: 6,
  max: 6,
  pattern: '[\\d]*',
  secret: true,
} as const;

export const PROVIDED_CONTEXTS = {
  type: 'list',
  of: {
    type: 'structure',
    members: {
      ProviderArn: { ...ANY_ARN, event: 'providerArn', required: false },
      ContextAssertion: {
        type: 'text',
        event: 'contextAssertion',
        required: false,
        min: 4,
        max: 2048,
        secret: true,
      },
    },
  },
  event: 'providedContexts',
  required: false,
  maxItems: 5,
} as const;

export const SAML_ASSERTION = {
  type: 'text',
  event: 'sAMLAssertion',
  required: true,
  min: 4,
  max: 100_000,
  secret: true,
} as const;

export const WEB_IDENTITY_TOKEN = {
  type: 'text',
  event: 'webIdentityToken',
  required: true,
  min: 4,
  max: 20_000,
  secret: true,
} as const;

export const PROVIDER_ID = { type: 'text', event: 'providerId', required: false, min: 4, max: 2048 } as const;

/** An account id or the ARN of its root user. */
export const TARGET_PRINCIPAL = {
  type: 'text',
  event: 'targetPrincipal',
  required: true,
  min: 12,
  max: 2048,
} as const;

export const ENCODED_MESSAGE = {
  type: 'text',
  event: 'encodedMessage',
  required: true,
  min: 1,
  max: 10_240,
} as const;

export const ACCESS_KEY_ID = {
  type: 'text',
  event: 'accessKeyId',
  required: true,
  min: 16,
  max: 128,
  pattern: '[\\w]*',
} as const;

/** The policies that narrow a session. */
export const SESSION_POLICIES = { PolicyArns: POLICY_ARNS, Policy: SESSION_POLICY } as const;

/** The MFA device of the caller and its code. */
export const MFA = { SerialNumber: SERIAL_NUMBER, TokenCode: TOKEN_CODE } as const;
