// Tests for hashes of passwords: the browser's own PBKDF2 must come to the same.
import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { environment } from '../../tests/fixtures/world.ts';
import { hashPassword, isPassword, unknownPassword } from './password.ts';

test('a hash is PBKDF2 with SHA-256, as any other implementation works it out', () => {
  const made = hashPassword('Größe & Maß 1', environment());
  const salt = Buffer.from(made.salt, 'base64');
  expect(salt.length).toBe(16);
  expect(made).toMatchObject({ algorithm: 'PBKDF2-SHA256' });
  expect(made.hash).toBe(pbkdf2Sync('Größe & Maß 1', salt, made.iterations, 32, 'sha256').toString('base64'));
});

test('the password has its hash, another has not', () => {
  const made = hashPassword('Maple-2026', environment());
  expect(isPassword('Maple-2026', made)).toBe(true);
  expect(isPassword('maple-2026', made)).toBe(false);
});

test('hashes of other lengths and numbers of iterations are checked as well', () => {
  const salt = Buffer.alloc(16, 7);
  const hash = pbkdf2Sync('old', salt, 1_234, 20, 'sha256').toString('base64');
  const old = { algorithm: 'PBKDF2-SHA256', iterations: 1_234, salt: salt.toString('base64'), hash } as const;
  expect(isPassword('old', old)).toBe(true);
  expect(isPassword('new', old)).toBe(false);
});

test('salts differ, but for the passwords of one user', () => {
  const env = environment();
  const first = hashPassword('one', env);
  expect(hashPassword('one', env).salt).not.toBe(first.salt);
  expect(hashPassword('one', env, first)).toEqual(first);
  expect(hashPassword('one', env, { ...first, iterations: 1 })).not.toMatchObject({ salt: first.salt });
});

test('nobody knows an unknown password', () => {
  expect(isPassword('', { ...unknownPassword(environment()), iterations: 1 })).toBe(false);
});
