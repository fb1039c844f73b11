// Canonical user ids: the names that S3 has for accounts.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AccountId } from '../aws/arn.ts';

const known = new Map<AccountId, string>();

/** 64 hexadecimal digits. AWS gives them at random; here they follow from the account, so that nobody has to keep them. */
export function canonicalUserId(account: AccountId): string {
  const before = known.get(account);
  if (before !== undefined) return before;
  const id = bytesToHex(sha256(utf8ToBytes(`canonical user ${account}`)));
  known.set(account, id);
  return id;
}
