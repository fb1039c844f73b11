// Parameters of the operations of IAM, with the constraints of its service model.

const NAME = '[\\w+=,.@-]+';

/** A scenario that holds the name `__proto__` is refused, so nothing here may take it. */
const name = <Event extends string>(event: Event, max: number) =>
  ({ type: 'text', event, required: true, min: 1, max, pattern: NAME, except: '__proto__' }) as const;

/** The same parameter, where it may be left out. */
export const optional = <Parameter extends { readonly required: true }>({
  required: _required,
  ...rest
}: Parameter): Omit<Parameter, 'required'> & { readonly required: false } => ({ ...rest, required: false });

export const USER_NAME = name('userName', 64);
/** Names of users that are there already may be longer in the model. */
export const EXISTING_USER_NAME = name('userName', 128);
export const GROUP_NAME = name('groupName', 128);
export const ROLE_NAME = name('roleName', 64);
export const POLICY_NAME = name('policyName', 128);
export const INSTANCE_PROFILE_NAME = name('instanceProfileName', 128);

/** As long as fits into a serial number. */
export const VIRTUAL_MFA_DEVICE_NAME = name('virtualMFADeviceName', 226);

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html */
export const POLICY_ARN = { type: 'arn', event: 'policyArn', required: true, min: 20, max: 2048 } as const;

export const PERMISSIONS_BOUNDARY = {
  type: 'arn',
  event: 'permissionsBoundary',
  required: true,
  min: 20,
  max: 2048,
} as const;

const DOCUMENT = {
  type: 'text',
  required: true,
  min: 1,
  max: 131072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  file: 'document',
} as const;

export const POLICY_DOCUMENT = { ...DOCUMENT, event: 'policyDocument' } as const;
export const TRUST_POLICY_DOCUMENT = { ...DOCUMENT, event: 'assumeRolePolicyDocument' } as const;

export const VERSION_ID = {
  type: 'text',
  event: 'versionId',
  required: true,
  pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?',
} as const;

const path = <Event extends string>(event: Event, pattern: string) =>
  ({ type: 'text', event, required: false, min: 1, max: 512, pattern }) as const;

const PATH_PATTERN = '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)';

export const PATH = path('path', PATH_PATTERN);
export const NEW_PATH = path('newPath', PATH_PATTERN);
export const POLICY_PATH = path('path', '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/');
export const PATH_PREFIX = path('pathPrefix', '\\u002F[\\u0021-\\u007F]*');

export const TAGS = { type: 'tags', event: 'tags', required: true } as const;
export const TAG_KEYS = {
  type: 'textList',
  event: 'tagKeys',
  required: true,
  maxItems: 50,
  item: { min: 1, max: 128 },
} as const;

/** What every list takes. */
export const PAGING = {
  Marker: { type: 'text', event: 'marker', required: false, min: 1 },
  MaxItems: { type: 'integer', event: 'maxItems', required: false, least: 1, most: 1000 },
} as const;
