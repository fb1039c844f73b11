// Passwords: made into salted hashes and held against them, at once and without the browser's cryptography.
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromUint8Array, toUint8Array } from 'js-base64';
import type { PasswordHash } from '../account/world.ts';
import type { Env } from './env.ts';

/**
 * About 10 ms of work, while an operation has to answer at once. Who keeps real passwords needs some sixty times as many;
 * here each guards a made-up account in the visitor's own browser, and is handed out beside the account it opens.
 * The check at sign-in takes the number from the hash, so hashes of any number work there and here.
 */
const ITERATIONS = 10_000;

const BYTES = 32;

/**
 * @param like The hash of the password before. Its salt is taken again, so that one piece of work tells whether a new
 *   password is any of those before it. Two users never share a salt.
 */
export function hashPassword(
  text: string,
  { randomBytes }: Pick<Env, 'randomBytes'>,
  like?: PasswordHash,
): PasswordHash {
  const salt = like?.iterations === ITERATIONS ? like.salt : fromUint8Array(Uint8Array.from(randomBytes(16)));
  return {
    algorithm: 'PBKDF2-SHA256',
    iterations: ITERATIONS,
    salt,
    hash: derived(text, { iterations: ITERATIONS, salt }, BYTES),
  };
}

export const isPassword = (text: string, hash: PasswordHash): boolean =>
  derived(text, hash, toUint8Array(hash.hash).length) === hash.hash;

/** A hash that no password is known to have: that of a login which has to be recovered before it is used. */
export const unknownPassword = ({ randomBytes }: Pick<Env, 'randomBytes'>): PasswordHash => ({
  algorithm: 'PBKDF2-SHA256',
  iterations: ITERATIONS,
  salt: fromUint8Array(Uint8Array.from(randomBytes(16))),
  hash: fromUint8Array(Uint8Array.from(randomBytes(BYTES))),
});

const derived = (
  text: string,
  { iterations, salt }: Pick<PasswordHash, 'iterations' | 'salt'>,
  length: number,
): string => fromUint8Array(pbkdf2(sha256, text, toUint8Array(salt), { c: iterations, dkLen: length }));
