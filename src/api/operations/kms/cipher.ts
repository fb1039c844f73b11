// The cipher of KMS: AES-256-GCM under the material of a key, in ciphertexts that name their key.
import { gcm } from '@noble/ciphers/aes.js';
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { fromUint8Array, toUint8Array } from 'js-base64';
import { compareNames } from '../../../account/record.ts';
import type { KmsKey } from '../../../account/resources.ts';
import { isArn, type Arn } from '../../../aws/arn.ts';
import type { Env } from '../../env.ts';

type EncryptionContext = Readonly<Record<string, string>>;

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** A ciphertext, taken apart: version, length of the ARN, ARN, nonce, what AES-GCM has made. */
export interface Sealed {
  readonly key: Arn;
  readonly nonce: Uint8Array;
  readonly body: Uint8Array;
}

/** The same context makes the same bytes, in whatever order it was written. */
const contextBytes = (context: EncryptionContext): Uint8Array =>
  utf8ToBytes(JSON.stringify(Object.entries(context).sort(([a], [b]) => compareNames(a, b))));

const cipherOf = ({ material }: KmsKey, nonce: Uint8Array, context: EncryptionContext) =>
  gcm(toUint8Array(material), nonce, contextBytes(context));

/** @param plaintext Base64, and so is the ciphertext. */
export function encrypt(
  key: KmsKey,
  arn: Arn,
  plaintext: string,
  context: EncryptionContext,
  { randomBytes }: Env,
): string {
  const nonce = Uint8Array.from(randomBytes(NONCE));
  const name = utf8ToBytes(arn);
  const body = cipherOf(key, nonce, context).encrypt(toUint8Array(plaintext));
  return fromUint8Array(concatBytes(Uint8Array.of(VERSION, name.length), name, nonce, body));
}

/** Null for what KMS has not made. */
export function sealed(ciphertext: string): Sealed | null {
  const bytes = toUint8Array(ciphertext);
  const [version, length = 0] = bytes;
  const end = 2 + length;
  if (version !== VERSION || bytes.length < end + NONCE + TAG) return null;
  const key = bytesToUtf8(bytes.subarray(2, end));
  return isArn(key)
    ? { key, nonce: bytes.subarray(end, end + NONCE), body: bytes.subarray(end + NONCE) }
    : null;
}

/** Null when key, context or ciphertext is not that of the encryption. */
export function decrypt(key: KmsKey, { nonce, body }: Sealed, context: EncryptionContext): string | null {
  try {
    return fromUint8Array(cipherOf(key, nonce, context).decrypt(body));
  } catch {
    // The tag does not fit: there is no more to be known.
    return null;
  }
}
