// Use of keys: the key that a call encrypts or decrypts with, ready for it, or why it is not.
import { parseArn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { KmsKey } from '../../../account/resources.ts';
import type { AwsError } from '../../aws-error.ts';
import { callerArn } from '../../caller.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { decrypt, type Sealed } from './cipher.ts';
import { existing, existingKey, namedKey, placeOf, stateError, usageError, type FoundKey } from './key.ts';

/** The key, enabled and of the right usage. Which of two faults KMS names first is not known; here it is the state. */
export function usableKey(
  scene: Scene,
  KeyId: string,
  usage: KmsKey['usage'],
  operation: string,
): Result<FoundKey, AwsError> {
  const found = existingKey(scene, KeyId);
  if (!found.ok) return found;
  const refused = stateError(found.value) ?? usageError(found.value, usage, operation);
  return refused ? err(refused) : found;
}

const INCORRECT_KEY = 'The key ID in the request does not identify a CMK that can perform this operation.';

/** The message stays empty: what is wrong with a ciphertext is nobody's to know. */
export const invalidCiphertext = (): AwsError => awsError('InvalidCiphertextException', '');

export interface Opened {
  readonly found: FoundKey;
  /** Base64. */
  readonly plaintext: string;
}

/**
 * Opens a ciphertext with the key that it names.
 * @param KeyId As the caller has named the key, if so; it must be the same key.
 */
export function opened(
  scene: Scene,
  ciphertext: Sealed | null,
  KeyId: string | undefined,
  context: Readonly<Record<string, string>> | undefined,
): Result<Opened, AwsError> {
  if (KeyId !== undefined) {
    const named = existingKey(scene, KeyId);
    if (!named.ok) return named;
    if (named.value.key.usage !== 'ENCRYPT_DECRYPT' || (ciphertext && ciphertext.key !== named.value.arn))
      return err(awsError('IncorrectKeyException', INCORRECT_KEY));
  }
  if (!ciphertext) return err(invalidCiphertext());
  const found = existing(namedKey(scene.world, placeOf(scene), ciphertext.key));
  if (!found.ok) return found;
  const refused = stateError(found.value);
  if (refused) return err(refused);
  const plaintext = decrypt(found.value.key, ciphertext, context ?? {});
  return plaintext === null ? err(invalidCiphertext()) : ok({ found: found.value, plaintext });
}

/** The keys that encrypt here know one algorithm. */
export const algorithmError = (asked: string | undefined, { spec }: KmsKey): AwsError | null =>
  asked === undefined || asked === 'SYMMETRIC_DEFAULT'
    ? null
    : awsError('InvalidKeyUsageException', `Algorithm ${asked} is incompatible with key spec ${spec}.`);

/** A ciphertext of another Region is like one whose key is kept from the caller. */
export function foreignRegionError(
  { world, caller, env }: Scene,
  ciphertext: Sealed | null,
  action: string,
): AwsError | null {
  if (ciphertext === null || parseArn(ciphertext.key)?.region === env.region) return null;
  return awsError(
    'AccessDeniedException',
    `User: ${callerArn(world, caller)} is not authorized to perform: ${action} on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  );
}
