// Unique ids and access keys, made of the random bytes that a call is handed.
import type { Env } from '../../signer.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const characters = ({ randomBytes }: Env, count: number, alphabet: string): string =>
  randomBytes(count)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');

/**
 * Never used twice, unlike names.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export const uniqueId = (prefix: 'AIDA' | 'AGPA' | 'AROA' | 'ANPA' | 'AIPA', env: Env): string =>
  prefix + characters(env, 17, ALPHABET);

export const accessKeyId = (env: Env): string => `AKIA${characters(env, 16, ALPHABET)}`;

export const secretAccessKey = (env: Env): string =>
  characters(env, 40, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
