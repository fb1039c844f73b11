// Tests for temporary keys: they name their account, and those of AWS are read alike.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { environment, NOW } from '../../../../tests/fixtures/world.ts';
import { addSeconds } from '../../../aws/instant.ts';
import { accountOfTemporaryKey, temporaryKey } from './temporary-key.ts';

test('a key of AWS, as it stands in articles on its form', () => {
  expect(accountOfTemporaryKey('ASIAQNZGKIQY56JQ7WML')).toBe('029608264753');
});

test('every account is found in its keys, which differ', () => {
  const env = environment();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (number) => {
      const account = String(number).padStart(12, '0');
      const ids = [1, 2].map(() => temporaryKey('role', account, env, 900, null).accessKeyId);
      expect(new Set(ids).size).toBe(2);
      for (const id of ids) {
        expect(id).toMatch(/^ASIA[A-Z2-7]{16}$/);
        expect(accountOfTemporaryKey(id)).toBe(account);
      }
    }),
  );
});

test('it ends when it was asked to', () => {
  expect(temporaryKey('role', '111122223333', environment(), 900, null)).toMatchObject({
    issued: NOW,
    expires: addSeconds(NOW, 900),
  });
});

test.each(['AKIAQNZGKIQY56JQ7WML', 'ASIAQNZGKIQY56JQ7WM', 'ASIAQNZGKIQY56JQ7WM1', ''])(
  '%j is no temporary key',
  (id) => {
    expect(accountOfTemporaryKey(id)).toBeNull();
  },
);
