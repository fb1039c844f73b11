// Temporary access keys (`ASIA…`): made with the account in them, as AWS makes them, and read again.
import type { TemporaryKey } from '../../../account/caller.ts';
import type { AccountId } from '../../../aws/arn.ts';
import { addSeconds, type Instant } from '../../../aws/instant.ts';
import type { Env } from '../../env.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS = 5n;
const CHARACTERS = 16;
/** Of the 80 bits, one stands before the account and these behind it. */
const RANDOM_BITS = 39n;
const ACCOUNT_BITS = 40n;

/** A key that ends so many seconds from now. */
export const temporaryKey = <Kind extends string>(
  kind: Kind,
  account: AccountId,
  env: Env,
  seconds: number,
  mfa: Instant | null,
): TemporaryKey<Kind> => ({
  kind,
  accessKeyId: temporaryKeyId(account, env),
  issued: env.now,
  expires: addSeconds(env.now, seconds),
  mfa,
});

/**
 * AWS describes nowhere how a key names its account; that it does, and where, is known from the keys themselves.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
 */
function temporaryKeyId(account: AccountId, { randomBytes }: Env): string {
  const random = randomBytes(5).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 1n;
  let rest = (1n << (ACCOUNT_BITS + RANDOM_BITS)) | (BigInt(account) << RANDOM_BITS) | random;
  let text = '';
  for (let at = 0; at < CHARACTERS; at++) {
    text = (ALPHABET[Number(rest & 31n)] ?? '') + text;
    rest >>= BITS;
  }
  return `ASIA${text}`;
}

/** Null for what is no temporary key. Whether there is such an account is not asked. */
export function accountOfTemporaryKey(id: string): AccountId | null {
  if (!/^ASIA[A-Z2-7]{16}$/.test(id)) return null;
  let bits = 0n;
  for (const character of id.slice('ASIA'.length))
    bits = (bits << BITS) | BigInt(ALPHABET.indexOf(character));
  const account = (bits >> RANDOM_BITS) & ((1n << ACCOUNT_BITS) - 1n);
  return account.toString().padStart(12, '0');
}
