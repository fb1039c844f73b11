// Parameters of the operations of Secrets Manager, with the constraints of its service model.
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

/** A name, a whole ARN, or one without the six characters at its end. */
export const SECRET_ID = { type: 'text', event: 'secretId', required: true, min: 1, max: 2048 } as const;

export const CLIENT_REQUEST_TOKEN = {
  type: 'text',
  event: 'clientRequestToken',
  required: false,
  min: 32,
  max: 64,
} as const;

export const DESCRIPTION = { type: 'text', event: 'description', required: false, max: 2048 } as const;
export const KMS_KEY_ID = { type: 'text', event: 'kmsKeyId', required: false, max: 2048 } as const;

/** The value, one way or the other. */
export const VALUE = {
  SecretBinary: {
    type: 'blob',
    event: 'secretBinary',
    required: false,
    min: 1,
    max: 65_536,
    secret: true,
  },
  SecretString: {
    type: 'text',
    event: 'secretString',
    required: false,
    min: 1,
    max: 65_536,
    secret: true,
  },
} as const;

const STAGE = { min: 1, max: 256 } as const;

export const VERSION_STAGE = { type: 'text', event: 'versionStage', required: false, ...STAGE } as const;

export const VERSION_STAGES = {
  type: 'textList',
  event: 'versionStages',
  required: false,
  minItems: 1,
  maxItems: 20,
  item: STAGE,
} as const;

const VERSION = { type: 'text', required: false, min: 32, max: 64 } as const;

export const VERSION_ID = { ...VERSION, event: 'versionId' } as const;
export const REMOVE_FROM_VERSION_ID = { ...VERSION, event: 'removeFromVersionId' } as const;
export const MOVE_TO_VERSION_ID = { ...VERSION, event: 'moveToVersionId' } as const;

export const RESOURCE_POLICY = {
  type: 'text',
  event: 'resourcePolicy',
  required: true,
  file: 'document',
  min: 1,
  max: 20_480,
} as const;

export const TAGS = { type: 'tags', event: 'tags', required: true, checked: 'lengths' } as const;

export const PAGING = {
  MaxResults: { type: 'integer', event: 'maxResults', required: false, least: 1, most: 100 },
  NextToken: { type: 'text', event: 'nextToken', required: false, min: 1, max: 4096 },
} as const;

const NAME = /^[A-Za-z0-9/_+=.@!-]+$/;

/** What is asked of a name before any policy; an ARN is taken as it is. */
export const nameError = (name: string): AwsError | null =>
  name.startsWith('arn:') || NAME.test(name)
    ? null
    : awsError(
        'ValidationException',
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      );

export const secretIdError = ({ SecretId }: { readonly SecretId: string }): AwsError | null =>
  nameError(SecretId);
