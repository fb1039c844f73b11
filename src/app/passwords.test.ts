// Passwords that are worked out ahead: the calls come to the same, with as many iterations as a password needs.
import { expect, test } from 'vitest';
import { environment } from '../../tests/fixtures/world.ts';
import { FULL_ITERATIONS, hashPassword, isPassword } from '../api/password.ts';
import { verifyPassword, withPasswords } from './passwords.ts';

const quick = hashPassword('Maple-2026', environment());

test('a new password is hashed in full, with a salt of its own unless the one before had as much work', async () => {
  const hashed = (text: string, like = quick) =>
    withPasswords((passwords) =>
      hashPassword(text, { ...environment(), ...(passwords && { passwords }) }, like),
    );
  const made = await hashed('Winter-Fox-1');
  expect(made.iterations).toBe(FULL_ITERATIONS);
  expect(made.salt).not.toBe(quick.salt);
  expect(await verifyPassword({ password: 'Winter-Fox-1', hash: made })).toBe(true);
  expect(await verifyPassword({ password: 'Winter-Fox-2', hash: made })).toBe(false);
  expect(await hashed('Winter-Fox-1', made)).toEqual(made);
});

test('hashes of before are checked as they are, and what is made is made once', async () => {
  let begun = 0;
  let made = 0;
  const answer = await withPasswords((passwords) => {
    begun++;
    const env = passwords && { passwords };
    const both = [isPassword('Maple-2026', quick, env), isPassword('maple-2026', quick, env)];
    made++;
    return both;
  });
  expect(answer).toEqual([true, false]);
  expect({ begun, made }).toEqual({ begun: 3, made: 1 });
});

test('what else a call throws is thrown', async () => {
  await expect(
    withPasswords(() => {
      throw new Error('Nobody is signed in.');
    }),
  ).rejects.toThrow('Nobody is signed in.');
});
