// Unique ids and access keys, made of the random bytes that a call is handed.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromUint8Array } from 'js-base64';
import type { Arn } from '../../../aws/arn.ts';
import type { Env } from '../../env.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const characters = ({ randomBytes }: Env, count: number, alphabet: string): string =>
  spelled(randomBytes(count), alphabet);

const spelled = (bytes: readonly number[], alphabet: string): string =>
  bytes.map((byte) => alphabet[byte % alphabet.length]).join('');

/**
 * Never used twice, unlike names.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export const uniqueId = (prefix: 'AIDA' | 'AGPA' | 'AROA' | 'ANPA' | 'AIPA', env: Env): string =>
  prefix + characters(env, 17, ALPHABET);

/**
 * Of a policy of AWS. What AWS publishes of its policies, in the package that the catalogue is made of, are the dates but not
 * the ids: this one is made of the ARN, and so the same in every account and at all times.
 */
export const awsPolicyId = (arn: Arn): string =>
  `ANPA${spelled([...sha256(utf8ToBytes(arn)).subarray(0, 17)], ALPHABET)}`;

/** Of a key that decrypts assertions. */
export const privateKeyId = (env: Env): string => characters(env, 24, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');

export const accessKeyId = (env: Env): string => `AKIA${characters(env, 16, ALPHABET)}`;

/** Of credentials that end. */
export const temporaryKeyId = (env: Env): string => `ASIA${characters(env, 16, ALPHABET)}`;

export const secretAccessKey = (env: Env): string =>
  characters(env, 40, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');

/** The secret of a virtual MFA device, base32. */
export const mfaSeed = (env: Env): string => characters(env, 64, ALPHABET);

/** What AWS appends to the name of a passkey. */
export const passkeyEnding = (env: Env): string => characters(env, 26, ALPHABET);

/** Base64 of the SHA-256 of a secret: enough to know it again. */
export const hashOf = (secret: string): string => fromUint8Array(sha256(utf8ToBytes(secret)));
