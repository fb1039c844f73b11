// Signing keys of simulated identity providers: ECDSA on P-256 with SHA-256, made and checked without waiting.
import { p256 } from '@noble/curves/nist.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromUint8Array, toUint8Array } from 'js-base64';

export interface SigningKey {
  readonly secret: Uint8Array;
  /** Base64 of a SubjectPublicKeyInfo. */
  readonly publicKey: string;
}

/** What stands before a point of P-256 in a SubjectPublicKeyInfo (RFC 5480). */
export const P256_SPKI = hexToBytes('3059301306072a8648ce3d020106082a8648ce3d030107034200');

/** Bytes of a signature: two numbers, as XML signatures and JSON web tokens have them. */
const SIGNATURE = 64;

/**
 * The key that belongs to a text: the same text, the same key. Whoever keeps the text secret keeps the key secret.
 */
export function signingKey(text: string): SigningKey {
  const { secretKey } = p256.keygen(sha512(utf8ToBytes(text)).slice(0, 48));
  return {
    secret: secretKey,
    publicKey: fromUint8Array(concatBytes(P256_SPKI, p256.getPublicKey(secretKey, false))),
  };
}

/** The public half of a JSON Web Key of P-256, whose coordinates are base64url; base64 of a SubjectPublicKeyInfo. */
export const publicKeyOf = ({ x, y }: { readonly x: string; readonly y: string }): string =>
  fromUint8Array(concatBytes(P256_SPKI, Uint8Array.of(4), toUint8Array(x), toUint8Array(y)));

/** The same text under the same key has the same signature (RFC 6979). */
export const signatureOf = (text: string, { secret }: SigningKey): Uint8Array =>
  p256.sign(utf8ToBytes(text), secret);

/** False also for what is no signature and no key. */
export function isSignatureOf(text: string, signature: Uint8Array, publicKey: string): boolean {
  const key = pointOf(publicKey);
  if (key === null || signature.length !== SIGNATURE) return false;
  try {
    return p256.verify(signature, utf8ToBytes(text), key, { lowS: false });
  } catch {
    // A point that is not on the curve.
    return false;
  }
}

function pointOf(publicKey: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(publicKey)) return null;
  const bytes = toUint8Array(publicKey);
  const isKey = bytes.length === P256_SPKI.length + 65 && P256_SPKI.every((byte, at) => bytes[at] === byte);
  return isKey ? bytes.slice(P256_SPKI.length) : null;
}
