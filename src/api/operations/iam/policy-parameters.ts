// Parameters of the operations on managed policies, beside those that all operations of IAM share.
import { PATH, POLICY_PATH } from './parameters.ts';

export const POLICY_PATH_PREFIX = { ...POLICY_PATH, event: 'pathPrefix' } as const;

/** This one is held to be a whole path. */
export const ENTITY_PATH_PREFIX = { ...PATH, event: 'pathPrefix' } as const;

export const DESCRIPTION = { type: 'text', event: 'description', required: false, max: 1000 } as const;

export const ONLY_ATTACHED = { type: 'boolean', event: 'onlyAttached', required: false } as const;

const oneOf = <Event extends string, const Values extends readonly string[]>(event: Event, values: Values) =>
  ({ type: 'text', event, required: false, oneOf: values }) as const;

export const SCOPE = oneOf('scope', ['All', 'AWS', 'Local']);
export const USAGE_FILTER = oneOf('policyUsageFilter', ['PermissionsPolicy', 'PermissionsBoundary']);

export const ENTITY_TYPES = ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'] as const;
export const ENTITY_FILTER = oneOf('entityFilter', ENTITY_TYPES);
