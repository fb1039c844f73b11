// Server-side encryption: which key an object takes, who is asked for it, and what S3 says of keys that cannot be used.
import { findAccount, findBucket } from '../../../account/find.ts';
import type { Caller } from '../../../account/caller.ts';
import type { Change } from '../../../account/change.ts';
import type { World } from '../../../account/world.ts';
import { objectArn, parseArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Env } from '../../env.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { existing, namedKey, stateError, usageError, type NamedKey, type Place } from '../kms/key.ts';
import { managedKeyNamed, newManagedKey } from '../kms/managed-key.ts';
import { requestVia } from '../kms/requests.ts';

export const SSE_PARAMETERS = {
  ServerSideEncryption: { type: 'text', event: 'x-amz-server-side-encryption', required: false },
  SSEKMSKeyId: { type: 'text', event: 'x-amz-server-side-encryption-aws-kms-key-id', required: false },
} as const;

export interface SseInput {
  readonly Bucket: string;
  readonly Key: string;
  readonly ServerSideEncryption?: string;
  readonly SSEKMSKeyId?: string;
}

/** Client-side and dual-layer encryption are not simulated. */
export function sseError({ ServerSideEncryption: method, SSEKMSKeyId: key }: SseInput): AwsError | null {
  if (method !== undefined && method !== 'AES256' && method !== 'aws:kms')
    return awsError('InvalidArgument', 'The encryption method specified is not supported');
  return key !== undefined && method !== 'aws:kms'
    ? awsError(
        'InvalidArgument',
        'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
      )
    : null;
}

const SERVICE = 's3';

/** Ids and aliases are those of the caller's account, in the Region of the bucket. */
const placeIn = (account: AccountId, region: string, now: Instant): Place => ({ account, region, now });

/** The key that a write names, or the one that AWS manages for the caller's account; null when that is yet to be made. */
function namedBy(world: World, { SSEKMSKeyId }: SseInput, place: Place): Result<NamedKey | null, AwsError> {
  if (SSEKMSKeyId !== undefined) return namedKey(world, place, SSEKMSKeyId);
  const account = findAccount(world, place.account);
  return ok(account ? managedKeyNamed(account, place, SERVICE) : null);
}

/** Condition keys of the headers; a key is in there by its ARN. */
export function sseKeys(world: World, caller: Caller, input: SseInput, env: Env): RequestContext {
  const { ServerSideEncryption: method, SSEKMSKeyId } = input;
  if (method === undefined) return {};
  const region = findBucket(world, input.Bucket)?.bucket.region ?? env.region;
  const named =
    SSEKMSKeyId === undefined ? null : namedBy(world, input, placeIn(caller.account, region, env.now));
  return {
    's3:x-amz-server-side-encryption': method,
    ...(SSEKMSKeyId !== undefined && {
      's3:x-amz-server-side-encryption-aws-kms-key-id':
        named?.ok && named.value ? named.value.arn : SSEKMSKeyId,
    }),
  };
}

/** S3 makes a data key for each object, bound to the object by its encryption context. */
const keyRequest = (
  named: NamedKey,
  action: 'kms:GenerateDataKey' | 'kms:Decrypt',
  region: string,
  object: Arn,
): AuthorizationRequest => requestVia(SERVICE, region, named, action, { 'aws:s3:arn': object });

/** What a write with a key of KMS asks besides. Nothing for whoever does not sign: they are turned away. */
export function encryptRequests(
  world: World,
  caller: Caller,
  input: SseInput,
  env: Env,
): readonly AuthorizationRequest[] {
  const found = findBucket(world, input.Bucket);
  if (input.ServerSideEncryption !== 'aws:kms' || !found || caller.kind === 'anonymous') return [];
  const { region } = found.bucket;
  const named = namedBy(world, input, placeIn(caller.account, region, env.now));
  return named.ok && named.value
    ? [keyRequest(named.value, 'kms:GenerateDataKey', region, objectArn(input.Bucket, input.Key))]
    : [];
}

/** What a read of an object asks besides, where it is encrypted with a key of KMS; null: it is not. */
export function decryptRequests(
  world: World,
  caller: Caller,
  { Bucket, Key }: { readonly Bucket: string; readonly Key: string },
  kmsKey: Arn | null,
  env: Env,
): readonly AuthorizationRequest[] {
  const found = findBucket(world, Bucket);
  if (!found || kmsKey === null || caller.kind === 'anonymous') return [];
  const { region } = found.bucket;
  const named = namedKey(world, placeIn(caller.account, region, env.now), kmsKey);
  return named.ok ? [keyRequest(named.value, 'kms:Decrypt', region, objectArn(Bucket, Key))] : [];
}

const UNSIGNED = awsError(
  'InvalidArgument',
  'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.',
);

/** Errors of KMS as S3 passes them on. */
function passedOn({ code, message }: AwsError): AwsError {
  switch (code) {
    case 'DisabledException':
      return awsError('KMS.DisabledException', message);
    case 'KMSInvalidStateException':
      return awsError('KMS.KMSInvalidStateException', message);
    case 'InvalidKeyUsageException':
      return awsError('KMS.InvalidKeyUsageException', message);
    default:
      return awsError('KMS.NotFoundException', message);
  }
}

interface WriteKey {
  /** Null: a key of S3's own. */
  readonly kmsKey: Arn | null;
  /** The key that AWS manages for S3, where this is its first use. */
  readonly changes: readonly Change[];
}

/** The key that a write takes. */
export function writeKey(scene: Scene, input: SseInput, region: string): Result<WriteKey, AwsError> {
  if (input.ServerSideEncryption !== 'aws:kms') return ok({ kmsKey: null, changes: [] });
  const { world, caller, env } = scene;
  if (caller.kind === 'anonymous') return err(UNSIGNED);
  const named = namedBy(world, input, placeIn(caller.account, region, env.now));
  if (!named.ok) return err(passedOn(named.error));
  if (!named.value) {
    const { arn, changes } = newManagedKey(caller.account, region, SERVICE, 'S3', env);
    return ok({ kmsKey: arn, changes });
  }
  const refused = unusable(ok(named.value));
  return refused ? err(refused) : ok({ kmsKey: named.value.arn, changes: [] });
}

/** Null: what is encrypted with the key, if with any, can be read. */
export function readKeyError({ world, caller, env }: Scene, kmsKey: Arn | null): AwsError | null {
  if (kmsKey === null) return null;
  if (caller.kind === 'anonymous') return UNSIGNED;
  const region = parseArn(kmsKey)?.region ?? '';
  return unusable(namedKey(world, placeIn(caller.account, region, env.now), kmsKey));
}

function unusable(named: Result<NamedKey, AwsError>): AwsError | null {
  const found = existing(named);
  const refused = found.ok
    ? (stateError(found.value) ?? usageError(found.value, 'ENCRYPT_DECRYPT', 'GenerateDataKey'))
    : found.error;
  return refused && passedOn(refused);
}
