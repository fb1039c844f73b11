// Checks a console password against its salted hash with the browser's own cryptography.
import type { VerifyInput } from '../session/sign-in-context.ts';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/**
 * True when the password has this hash. About a quarter of a second of work. Rejects where the browser offers no
 * cryptography, which it does only on https and localhost.
 */
export async function verifyPassword({
  password,
  hash: { iterations, salt, hash },
}: VerifyInput): Promise<boolean> {
  const material = new TextEncoder().encode(password);
  const key = await crypto.subtle.importKey('raw', material, 'PBKDF2', false, ['deriveBits']);
  const wanted = bytesOf(hash);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations },
    key,
    wanted.length * 8,
  );
  const made = new Uint8Array(bits);
  return wanted.reduce((difference, byte, at) => difference | (byte ^ (made[at] ?? 0)), 0) === 0;
}
