// Parameters of the operations of Organizations, with the constraints of its service model.
import { optional } from '../iam/parameters.ts';

const id = <Event extends string>(event: Event, max: number, pattern: string) =>
  ({ type: 'text', event, required: true, max, pattern }) as const;

const UNIT = 'ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}';
const PARENT = `^(r-[0-9a-z]{4,32})|(${UNIT})$`;
const TARGET = `^(r-[0-9a-z]{4,32})|(\\d{12})|(${UNIT})$`;

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html */
export const ACCOUNT_ID = id('accountId', 12, '^\\d{12}$');
export const ROOT_ID = id('rootId', 34, '^r-[0-9a-z]{4,32}$');
export const UNIT_ID = id('organizationalUnitId', 68, `^${UNIT}$`);
export const PARENT_ID = id('parentId', 100, PARENT);
export const SOURCE_PARENT_ID = id('sourceParentId', 100, PARENT);
export const DESTINATION_PARENT_ID = id('destinationParentId', 100, PARENT);
export const CHILD_ID = id('childId', 100, `^(\\d{12})|(${UNIT})$`);
export const POLICY_ID = id('policyId', 130, '^p-[0-9a-zA-Z_]{8,128}$');
export const TARGET_ID = id('targetId', 100, TARGET);
export const CREATE_ACCOUNT_REQUEST_ID = id('createAccountRequestId', 36, '^car-[a-z0-9]{8,32}$');
export const RESOURCE_ID = id(
  'resourceId',
  130,
  `^(r-[0-9a-z]{4,32})|(\\d{12})|(${UNIT})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$`,
);

const text = <Event extends string>(event: Event, min: number, max: number) =>
  ({ type: 'text', event, required: true, min, max }) as const;

export const UNIT_NAME = text('name', 1, 128);
export const POLICY_NAME = text('name', 1, 128);
export const POLICY_DESCRIPTION = text('description', 0, 512);
/** How long it may be depends on the type of the policy. */
export const POLICY_CONTENT = {
  type: 'text',
  event: 'content',
  required: true,
  min: 1,
  file: 'document',
} as const;
export const RESOURCE_POLICY_CONTENT = { ...POLICY_CONTENT, max: 40_000 } as const;

export const SERVICE_PRINCIPAL = {
  type: 'text',
  event: 'servicePrincipal',
  required: true,
  min: 1,
  max: 128,
  pattern: '[\\w+=,.@-]*',
} as const;

/** Policies that manage services beyond permissions. They are known by name and not simulated. */
export const MANAGEMENT_TYPES = [
  'TAG_POLICY',
  'BACKUP_POLICY',
  'AISERVICES_OPT_OUT_POLICY',
  'CHATBOT_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'SECURITYHUB_POLICY',
  'INSPECTOR_POLICY',
  'UPGRADE_ROLLOUT_POLICY',
  'BEDROCK_POLICY',
  'S3_POLICY',
  'NETWORK_SECURITY_DIRECTOR_POLICY',
] as const;

const policyType = <Event extends string>(event: Event) =>
  ({
    type: 'text',
    event,
    required: true,
    oneOf: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY', ...MANAGEMENT_TYPES],
  }) as const;

export const POLICY_TYPE = policyType('policyType');
export const NEW_POLICY_TYPE = policyType('type');
export const FILTER = policyType('filter');

/** Number and characters have errors of their own. */
export const TAGS = { type: 'tags', event: 'tags', required: true, checked: 'lengths' } as const;
export const NEW_TAGS = optional(TAGS);
export const TAG_KEYS = {
  type: 'textList',
  event: 'tagKeys',
  required: true,
  item: { min: 1, max: 128 },
} as const;

export const NEXT_TOKEN = { type: 'text', event: 'nextToken', required: false, max: 100_000 } as const;
export const PAGING = {
  NextToken: NEXT_TOKEN,
  MaxResults: { type: 'integer', event: 'maxResults', required: false, least: 1, most: 20 },
} as const;
