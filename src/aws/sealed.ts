// Sealed: an opaque text that AWS hands out to be handed back, such as a session token, in which one changed letter is noticed.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Base64 } from 'js-base64';

/** What a text is sealed for; sealed for one purpose it is nothing for another. */
export type Purpose = 'authorizationMessage' | 'sessionToken';

/** Hexadecimal digits of the checksum that stands before the text. */
const CHECKSUM = 24;

/**
 * Base64url of a checksum and the text. AWS encrypts such texts; this is a sandbox without secrets of its own, so who
 * reads the code can make them. What it keeps out is chance and a letter changed by hand.
 */
export const seal = (purpose: Purpose, text: string): string =>
  Base64.encodeURI(checksum(purpose, text) + text);

/** The text that was sealed; null for anything that `seal` has not made for the purpose. */
export function unseal(purpose: Purpose, sealed: string): string | null {
  if (!/^[\w-]+$/.test(sealed) || sealed.length % 4 === 1) return null;
  const text = Base64.decode(sealed).slice(CHECKSUM);
  return seal(purpose, text) === sealed ? text : null;
}

const checksum = (purpose: Purpose, text: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${purpose}\n${text}`))).slice(0, CHECKSUM);
