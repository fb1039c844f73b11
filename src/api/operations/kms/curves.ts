// Curves: the arithmetic of asymmetric keys, with signatures and public keys in DER, as KMS gives them out.
import type { ECDSA } from '@noble/curves/abstract/weierstrass.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromUint8Array, toUint8Array } from 'js-base64';
import type { KmsKey } from '../../../account/resources.ts';
import type { Env } from '../../env.ts';
import { P256_SPKI } from '../../signing-key.ts';

interface Curve {
  readonly ecdsa: ECDSA;
  /** What stands before a point in a SubjectPublicKeyInfo (RFC 5480). */
  readonly spki: Uint8Array;
  /** Bytes that make a private key: half as many again as it has, so that no number is likelier than another. */
  readonly seed: number;
}

/** Each curve hashes with the hash of its one signing algorithm. */
const CURVES: Readonly<Record<string, Curve>> = {
  ECC_NIST_P256: { ecdsa: p256, spki: P256_SPKI, seed: 48 },
  ECC_NIST_P384: {
    ecdsa: p384,
    spki: hexToBytes('3076301006072a8648ce3d020106052b81040022036200'),
    seed: 72,
  },
  ECC_NIST_P521: {
    ecdsa: p521,
    spki: hexToBytes('30819b301006072a8648ce3d020106052b8104002303818600'),
    seed: 99,
  },
  ECC_SECG_P256K1: {
    ecdsa: secp256k1,
    spki: hexToBytes('3056301006072a8648ce3d020106052b8104000a034200'),
    seed: 48,
  },
};

export interface CurveKey extends Curve {
  readonly secret: Uint8Array;
}

/** The private key: the same material, the same key, for with a seed nothing is random. Null for keys of RSA. */
export function curveKey({ material, spec }: KmsKey): CurveKey | null {
  const curve = CURVES[spec];
  if (!curve) return null;
  const seed = hkdf(sha512, toUint8Array(material), undefined, utf8ToBytes(spec), curve.seed);
  return { ...curve, secret: curve.ecdsa.utils.randomSecretKey(seed) };
}

/** Base64 of a SubjectPublicKeyInfo. */
export const publicKeyOf = ({ ecdsa, spki, secret }: CurveKey): string =>
  fromUint8Array(concatBytes(spki, ecdsa.getPublicKey(secret, false)));

export interface Signed {
  /** Base64. */
  readonly message: string;
  /** It is hashed already. */
  readonly isDigest: boolean;
}

/** KMS gives out signatures with numbers of both halves of the order, and takes both. */
const optionsFor = ({ isDigest }: Signed) => ({ format: 'der', prehash: !isDigest, lowS: false }) as const;

/** Base64. As in KMS, no two signatures are the same, not even of one message. */
export function signature({ ecdsa, secret }: CurveKey, signed: Signed, { randomBytes }: Env): string {
  const extraEntropy = Uint8Array.from(randomBytes(32));
  return fromUint8Array(
    ecdsa.sign(toUint8Array(signed.message), secret, { ...optionsFor(signed), extraEntropy }),
  );
}

/** False also for bytes that are no signature. */
export const isSignature = ({ ecdsa, secret }: CurveKey, signed: Signed, bytes: string): boolean =>
  ecdsa.verify(
    toUint8Array(bytes),
    toUint8Array(signed.message),
    ecdsa.getPublicKey(secret),
    optionsFor(signed),
  );
