// Requests to KMS: the permissions that a call asks for, with the condition keys that KMS puts into each.
import type { Caller } from '../../../account/caller.ts';
import type { World } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import type { AuthorizationRequest } from '../../operation.ts';
import { aliasesOf, namedKey, namedKeyItself, placeOf, type NamedKey } from './key.ts';

type Action = `kms:${string}`;

/** The request for one action on one key. */
export const keyRequest = (
  { arn, found, alias }: NamedKey,
  action: Action,
  context: RequestContext = {},
): AuthorizationRequest => ({
  action,
  resource: arn,
  context: {
    ...(found && {
      'kms:KeySpec': found.key.spec,
      'kms:KeyUsage': found.key.usage,
      'kms:KeyOrigin': 'AWS_KMS',
      'kms:MultiRegion': String(found.key.multiRegion),
      ...(found.key.multiRegion && { 'kms:MultiRegionKeyType': 'PRIMARY' }),
      'kms:ResourceAliases': aliasesOf(found.account, found.key).map(({ name }) => name),
    }),
    ...(alias !== null && { 'kms:RequestAlias': alias }),
    ...context,
  },
});

/** None for an identifier that names nothing: nobody can be asked then, and the operation says what is wrong with it. */
const requestsOf = (
  named: Result<NamedKey, AwsError>,
  action: Action,
  context?: RequestContext,
): readonly AuthorizationRequest[] => (named.ok ? [keyRequest(named.value, action, context)] : []);

/** The requests of a call for a key that may be named by its alias. */
export const keyRequests = (
  world: World,
  caller: Caller,
  env: Env,
  KeyId: string,
  action: Action,
  context?: RequestContext,
): readonly AuthorizationRequest[] =>
  requestsOf(namedKey(world, placeOf({ caller, env }), KeyId), action, context);

export const keyItselfRequests = (
  world: World,
  caller: Caller,
  env: Env,
  KeyId: string,
  action: Action,
  context?: RequestContext,
): readonly AuthorizationRequest[] =>
  requestsOf(namedKeyItself(world, placeOf({ caller, env }), KeyId), action, context);

type EncryptionContext = Readonly<Record<string, string>>;

/**
 * The keys of a request that encrypts or decrypts.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context
 */
export const encryptionKeys = (encryptionContext: EncryptionContext = {}): RequestContext => {
  const names = Object.keys(encryptionContext);
  return {
    'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT',
    ...Object.fromEntries(
      Object.entries(encryptionContext).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
    ),
    ...(names.length > 0 && { 'kms:EncryptionContextKeys': names }),
  };
};

/**
 * A request that another service makes in the name of the caller.
 * @param service As in its endpoint, for example `s3`.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const requestVia = (
  service: string,
  region: string,
  named: NamedKey,
  action: Action,
  encryptionContext: EncryptionContext,
): AuthorizationRequest => ({
  ...keyRequest(named, action, {
    ...encryptionKeys(encryptionContext),
    'kms:ViaService': `${service}.${region}.amazonaws.com`,
  }),
  via: `${service}.amazonaws.com`,
});

/** The request for an action that is about no key in particular. */
export const anyKeyRequest = (action: Action): readonly AuthorizationRequest[] => [{ action, resource: '*' }];

export const aliasRequest = (action: Action, arn: Arn): AuthorizationRequest => ({ action, resource: arn });
