// Ids of Organizations, made of the random bytes that a call is handed.
import { entry } from '../../../account/record.ts';
import type { World } from '../../../account/world.ts';
import type { AccountId } from '../../../aws/arn.ts';
import type { Env } from '../../env.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Small letters and digits. */
export const characters = ({ randomBytes }: Env, count: number): string =>
  randomBytes(count)
    .map((byte) => LOWER[byte % LOWER.length])
    .join('');

/** Twelve digits that no account of the world has: the next free number after a random one. */
export function newAccountId({ accounts }: World, { randomBytes }: Env): AccountId {
  const digits = randomBytes(12).map((byte) => byte % 10);
  let number = Number(digits.join(''));
  let id: AccountId;
  do {
    id = String(number).padStart(12, '0');
    number = (number + 1) % 1e12;
  } while (entry(accounts, id) !== undefined);
  return id;
}
