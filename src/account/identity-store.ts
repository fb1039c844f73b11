// Identity store: the ids of the people whom IAM Identity Center knows.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The SAML provider that Identity Center makes in an account, and that nobody else may use. */
export const isCenterProvider = (name: string): boolean => /^AWSSSO_\w+_DO_NOT_DELETE$/.test(name);

/**
 * The id of a user, which follows from directory and user name: the same person, the same id.
 * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_User.html
 */
export function identityStoreUser(directory: string, userName: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(`${directory}\n${userName}`)));
  const cut = (from: number, to: number): string => hex.slice(from, to);
  return [cut(0, 8), cut(8, 12), cut(12, 16), cut(16, 20), cut(20, 32)].join('-');
}
