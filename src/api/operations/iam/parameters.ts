// Parameters of the operations of IAM, with the constraints of its service model.

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html */
export const POLICY_ARN = { type: 'arn', event: 'policyArn', required: true, min: 20, max: 2048 } as const;

export const POLICY_DOCUMENT = {
  type: 'text',
  event: 'policyDocument',
  required: true,
  min: 1,
  max: 131072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  file: 'document',
} as const;

export const VERSION_ID = {
  type: 'text',
  event: 'versionId',
  required: true,
  pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?',
} as const;

const name = <Event extends string>(event: Event) =>
  ({ type: 'text', event, required: true, min: 1, max: 128, pattern: '[\\w+=,.@-]+' }) as const;

export const USER_NAME = name('userName');
export const GROUP_NAME = name('groupName');
export const POLICY_NAME = name('policyName');
