// Passwords: made into salted hashes and held against them, at once and without the browser's cryptography.
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromUint8Array, toUint8Array } from 'js-base64';
import type { PasswordHash } from '../account/world.ts';
import type { Env } from './env.ts';

/** What OWASP asks for: a second or two of work here, a quarter of one by the browser's own cryptography. */
export const FULL_ITERATIONS = 600_000;

/**
 * About 10 ms of work, where an operation has to answer at once and nothing was worked out ahead: without a browser, or in
 * one that offers no cryptography. Checks take the number from the hash, so hashes of any number work everywhere.
 */
const QUICK_ITERATIONS = 10_000;

const BYTES = 32;

/** Calls that bring a password, which takes a moment of work. */
export const takesPassword = (operation: string): boolean =>
  operation === 'iam:ChangePassword' ||
  operation === 'iam:CreateLoginProfile' ||
  operation === 'iam:UpdateLoginProfile';

/**
 * @param like The hash of the password before. Where it took as much work its salt is taken again, so that one piece of work
 *   tells whether a new password is any of those before it. Two users never share a salt.
 */
export function hashPassword(
  text: string,
  { randomBytes, passwords }: Pick<Env, 'randomBytes' | 'passwords'>,
  like?: PasswordHash,
): PasswordHash {
  if (passwords) return passwords.hash(text, like);
  const iterations = QUICK_ITERATIONS;
  const salt = like?.iterations === iterations ? like.salt : newSalt(randomBytes);
  return { algorithm: 'PBKDF2-SHA256', iterations, salt, hash: derived(text, { iterations, salt }, BYTES) };
}

export const isPassword = (
  text: string,
  hash: PasswordHash,
  { passwords }: Pick<Env, 'passwords'> = {},
): boolean =>
  passwords?.verify(text, hash) ?? derived(text, hash, toUint8Array(hash.hash).length) === hash.hash;

/** A hash that no password is known to have: that of a login which has to be recovered before it is used. */
export const unknownPassword = ({ randomBytes }: Pick<Env, 'randomBytes'>): PasswordHash => ({
  algorithm: 'PBKDF2-SHA256',
  iterations: FULL_ITERATIONS,
  salt: newSalt(randomBytes),
  hash: fromUint8Array(Uint8Array.from(randomBytes(BYTES))),
});

const newSalt = (randomBytes: Env['randomBytes']): string => fromUint8Array(Uint8Array.from(randomBytes(16)));

const derived = (
  text: string,
  { iterations, salt }: Pick<PasswordHash, 'iterations' | 'salt'>,
  length: number,
): string => fromUint8Array(pbkdf2(sha256, text, toUint8Array(salt), { c: iterations, dkLen: length }));
