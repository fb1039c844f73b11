// Parameters of the policy simulator.
import { optional, PAGING } from './parameters.ts';

const DOCUMENT_ITEM = {
  min: 1,
  max: 131_072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
} as const;

export const POLICY_INPUT_LIST = {
  type: 'textList',
  event: 'policyInputList',
  required: true,
  item: DOCUMENT_ITEM,
} as const;

/** A user, a group or a role. */
export const POLICY_SOURCE_ARN = {
  type: 'arn',
  event: 'policySourceArn',
  required: true,
  min: 20,
  max: 2048,
} as const;

const CONTEXT_KEY_TYPES = [
  'string',
  'stringList',
  'numeric',
  'numericList',
  'boolean',
  'booleanList',
  'ip',
  'ipList',
  'binary',
  'binaryList',
  'date',
  'dateList',
];

/**
 * What both simulations take.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html
 */
export const SIMULATION = {
  PermissionsBoundaryPolicyInputList: {
    type: 'textList',
    event: 'permissionsBoundaryPolicyInputList',
    required: false,
    item: DOCUMENT_ITEM,
  },
  ActionNames: {
    type: 'textList',
    event: 'actionNames',
    required: true,
    item: { min: 3, max: 128 },
  },
  ResourceArns: {
    type: 'textList',
    event: 'resourceArns',
    required: false,
    item: { min: 1, max: 2048 },
  },
  ResourcePolicy: {
    type: 'text',
    event: 'resourcePolicy',
    required: false,
    ...DOCUMENT_ITEM,
    file: 'document',
  },
  ResourceOwner: { type: 'text', event: 'resourceOwner', required: false, min: 1, max: 2048 },
  CallerArn: { type: 'text', event: 'callerArn', required: false, min: 1, max: 2048 },
  ContextEntries: {
    type: 'list',
    event: 'contextEntries',
    required: false,
    of: {
      type: 'structure',
      members: {
        ContextKeyName: { type: 'text', event: 'contextKeyName', required: false, min: 5, max: 256 },
        ContextKeyValues: { type: 'textList', event: 'contextKeyValues', required: false, item: {} },
        ContextKeyType: {
          type: 'text',
          event: 'contextKeyType',
          required: false,
          oneOf: CONTEXT_KEY_TYPES,
        },
      },
    },
  },
  ResourceHandlingOption: {
    type: 'text',
    event: 'resourceHandlingOption',
    required: false,
    min: 1,
    max: 64,
  },
  ...PAGING,
} as const;

/** Levels of an organization from the root down, each with its service control policies. */
export const ORGANIZATION_LEVELS = {
  type: 'list',
  event: 'orderedOrganizationPolicyInputList',
  required: false,
  of: {
    type: 'structure',
    members: {
      ServiceControlPolicyInputList: {
        type: 'textList',
        event: 'serviceControlPolicyInputList',
        required: false,
        item: DOCUMENT_ITEM,
      },
    },
  },
} as const;

/** Policies of the entity that are left out, by kind, by ARN, or one inline policy. */
export const POLICY_EXCLUSIONS = {
  type: 'list',
  event: 'policyExclusionList',
  required: false,
  of: {
    type: 'structure',
    members: {
      PolicyType: {
        type: 'text',
        event: 'policyType',
        required: false,
        oneOf: ['inline', 'aws-managed', 'user-managed', 'permission-boundary', 'scp', 'rcp'],
      },
      PolicyArn: { type: 'text', event: 'policyArn', required: false, min: 20, max: 2048 },
      InlinePolicyIdentifier: {
        type: 'structure',
        event: 'inlinePolicyIdentifier',
        required: false,
        members: {
          PolicyName: { type: 'text', event: 'policyName', required: true, min: 1, max: 128 },
          AttachmentType: {
            type: 'text',
            event: 'attachmentType',
            required: true,
            oneOf: ['user', 'group', 'role'],
          },
          AttachmentName: { type: 'text', event: 'attachmentName', required: true, min: 1, max: 128 },
        },
      },
    },
  },
} as const;

export const OPTIONAL_POLICY_INPUT_LIST = optional(POLICY_INPUT_LIST);
