// Signing: what Sign and Verify share: their parameters, the permission they ask for, and the key, ready for its work.
import type { Caller } from '../../../account/caller.ts';
import type { World } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { base64Bytes } from '../../base64.ts';
import type { Env } from '../../env.ts';
import { awsError, notSimulated } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { curveKey, type CurveKey, type Signed } from './curves.ts';
import { signingAlgorithmsOf } from './key.ts';
import { DRY_RUN, GRANT_TOKENS, KEY_ID } from './parameters.ts';
import { keyRequests } from './requests.ts';
import { usableKey } from './use.ts';

export const SIGNING_PARAMETERS = {
  KeyId: KEY_ID,
  Message: { type: 'blob', event: 'message', required: true, min: 1, max: 4096, secret: true },
  MessageType: {
    type: 'text',
    event: 'messageType',
    required: false,
    oneOf: ['RAW', 'DIGEST', 'EXTERNAL_MU'],
  },
  GrantTokens: GRANT_TOKENS,
  SigningAlgorithm: {
    type: 'text',
    event: 'signingAlgorithm',
    required: true,
    oneOf: [
      'RSASSA_PSS_SHA_256',
      'RSASSA_PSS_SHA_384',
      'RSASSA_PSS_SHA_512',
      'RSASSA_PKCS1_V1_5_SHA_256',
      'RSASSA_PKCS1_V1_5_SHA_384',
      'RSASSA_PKCS1_V1_5_SHA_512',
      'ECDSA_SHA_256',
      'ECDSA_SHA_384',
      'ECDSA_SHA_512',
      'ED25519_SHA_512',
      'ED25519_PH_SHA_512',
      'SM2DSA',
      'ML_DSA_SHAKE_256',
    ],
  },
  DryRun: DRY_RUN,
} as const;

interface SigningInput {
  readonly KeyId: string;
  readonly Message: string;
  readonly MessageType?: string;
  readonly SigningAlgorithm: string;
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-message-type */
export const signingRequests = (
  world: World,
  caller: Caller,
  env: Env,
  { KeyId, SigningAlgorithm, MessageType = 'RAW' }: SigningInput,
  action: 'kms:Sign' | 'kms:Verify',
): readonly AuthorizationRequest[] =>
  keyRequests(world, caller, env, KeyId, action, {
    'kms:SigningAlgorithm': SigningAlgorithm,
    'kms:MessageType': MessageType,
  });

export interface Signing {
  readonly arn: Arn;
  readonly key: CurveKey;
  readonly signed: Signed;
}

/** @param operation Without prefix, as in its name. */
export function signing(
  scene: Scene,
  { KeyId, Message, MessageType = 'RAW', SigningAlgorithm }: SigningInput,
  operation: 'Sign' | 'Verify',
): Result<Signing, AwsError> {
  const found = usableKey(scene, KeyId, 'SIGN_VERIFY', operation);
  if (!found.ok) return found;
  const { key, arn } = found.value;
  if (!signingAlgorithmsOf(key.spec).includes(SigningAlgorithm))
    return err(
      awsError(
        'InvalidKeyUsageException',
        `Algorithm ${SigningAlgorithm} is incompatible with key spec ${key.spec}.`,
      ),
    );
  const refused = messageError(Message, MessageType, SigningAlgorithm, key.spec);
  if (refused) return err(refused);
  const pair = curveKey(key);
  return pair
    ? ok({ arn, key: pair, signed: { message: Message, isDigest: MessageType === 'DIGEST' } })
    : err(rsaError());
}

/** Digests have the length that the hash of the algorithm gives them: `ECDSA_SHA_256`. */
function messageError(message: string, type: string, algorithm: string, spec: string): AwsError | null {
  if (type === 'EXTERNAL_MU')
    return awsError('ValidationException', `Message type ${type} is incompatible with key spec ${spec}.`);
  return type === 'DIGEST' && base64Bytes(message) !== Number(algorithm.slice(-3)) / 8
    ? awsError('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`)
    : null;
}

/** Primes for a key of RSA take seconds to find, and there is no place to keep them. */
export const rsaError = (): AwsError => notSimulated('Signatures and public keys of RSA');
