// Message authentication codes: HMAC under the material of a key.
import { hmac } from '@noble/hashes/hmac.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { fromUint8Array, toUint8Array } from 'js-base64';
import type { KmsKey } from '../../../account/resources.ts';
import { err, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { macAlgorithmOf, type FoundKey } from './key.ts';
import { DRY_RUN, GRANT_TOKENS, KEY_ID } from './parameters.ts';
import { usableKey } from './use.ts';

const HASHES = {
  HMAC_SHA_384: sha384,
  HMAC_SHA_256: sha256,
  HMAC_SHA_224: sha224,
  HMAC_SHA_512: sha512,
} as const;

export const MAC_PARAMETERS = {
  Message: { type: 'blob', event: 'message', required: true, min: 1, max: 4096, secret: true },
  KeyId: KEY_ID,
  MacAlgorithm: { type: 'text', event: 'macAlgorithm', required: true, oneOf: Object.keys(HASHES) },
  GrantTokens: GRANT_TOKENS,
  DryRun: DRY_RUN,
} as const;

/** The key, of a spec that goes with the algorithm. */
export function macKey(
  scene: Scene,
  KeyId: string,
  algorithm: string,
  operation: string,
): Result<FoundKey, AwsError> {
  const found = usableKey(scene, KeyId, 'GENERATE_VERIFY_MAC', operation);
  if (!found.ok || macAlgorithmOf(found.value.key.spec) === algorithm) return found;
  return err(
    awsError(
      'InvalidKeyUsageException',
      `Algorithm ${algorithm} is incompatible with key spec ${found.value.key.spec}.`,
    ),
  );
}

/** Base64 of the code for a message in base64. */
export function macOf({ material, spec }: KmsKey, message: string): string {
  const algorithm = macAlgorithmOf(spec);
  const hash = Object.entries(HASHES).find(([name]) => name === algorithm)?.[1] ?? sha256;
  return fromUint8Array(hmac(hash, toUint8Array(material), toUint8Array(message)));
}
