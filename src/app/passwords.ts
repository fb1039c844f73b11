// Console passwords by the browser's own cryptography: checked at sign-in, and worked out ahead of the calls that take them.
import type { PasswordHash } from '../account/world.ts';
import type { Passwords } from '../api/env.ts';
import { FULL_ITERATIONS } from '../api/password.ts';
import type { VerifyInput } from '../session/sign-in-context.ts';
import { randomBytes } from './ids.ts';

type Work = Pick<PasswordHash, 'iterations' | 'salt'>;

const BYTES = 32;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
const textOf = (bytes: Iterable<number>): string => btoa(String.fromCharCode(...bytes));

/** About a quarter of a second of work, while the page goes on. */
async function derive(
  password: string,
  { iterations, salt }: Work,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const material = new TextEncoder().encode(password);
  const key = await crypto.subtle.importKey('raw', material, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations },
    key,
    length * 8,
  );
  return new Uint8Array(bits);
}

/**
 * True when the password has this hash. Rejects where the browser offers no cryptography, which it does only on https and
 * localhost.
 */
export async function verifyPassword({ password, hash }: VerifyInput): Promise<boolean> {
  const wanted = bytesOf(hash.hash);
  const made = await derive(password, hash, wanted.length);
  return wanted.reduce((difference, byte, at) => difference | (byte ^ (made[at] ?? 0)), 0) === 0;
}

/** What has to be worked out before a call can be made. */
class Wanted extends Error {
  readonly work: () => Promise<void>;

  constructor(work: () => Promise<void>) {
    super('A password is not worked out yet.');
    this.work = work;
  }
}

/**
 * Makes a call that takes passwords: as often as it asks for a hash or a check that is not there yet, that is worked out, and
 * the call begins anew. `make` has to leave everything as it was when it is thrown out of. Nothing is kept of the passwords.
 * Where the browser offers no cryptography the call works them out itself.
 */
export async function withPasswords<Made>(make: (passwords?: Passwords) => Made): Promise<Made> {
  if ((crypto.subtle as SubtleCrypto | undefined) === undefined) return make();
  const known = new Map<string, string>();
  const newSalt = textOf(randomBytes(16));
  const derived = (text: string, work: Work, length: number): string => {
    const key = JSON.stringify([text, work.iterations, work.salt, length]);
    const found = known.get(key);
    if (found !== undefined) return found;
    throw new Wanted(async () => void known.set(key, textOf(await derive(text, work, length))));
  };
  const passwords: Passwords = {
    hash: (text, like) => {
      const iterations = FULL_ITERATIONS;
      const salt = like?.iterations === iterations ? like.salt : newSalt;
      return {
        algorithm: 'PBKDF2-SHA256',
        iterations,
        salt,
        hash: derived(text, { iterations, salt }, BYTES),
      };
    },
    verify: (text, hash) => derived(text, hash, bytesOf(hash.hash).length) === hash.hash,
  };
  for (;;) {
    try {
      return make(passwords);
    } catch (fault) {
      if (!(fault instanceof Wanted)) throw fault;
      await fault.work();
    }
  }
}
