// Tests of what is said of global condition keys.
import { expect, test } from 'vitest';
import { GLOBAL_KEYS } from '../global-keys.ts';
import { keyMeaning, KEYS_IN_ORDER } from './key-meanings.ts';

test('every global key has a meaning, in whole sentences', () => {
  for (const { name } of GLOBAL_KEYS.values()) expect(keyMeaning(name), name).toMatch(/^[A-Z].*\.$/);
});

test('every global key is listed once', () => {
  expect(KEYS_IN_ORDER.map(({ name }) => name).toSorted()).toEqual(
    [...GLOBAL_KEYS.values()].map(({ name }) => name).toSorted(),
  );
});

test('a key is found whatever its letter case, with the key of a tag behind it', () => {
  expect(keyMeaning('AWS:username')).toMatch(/IAM user/);
  expect(keyMeaning('aws:PrincipalTag/team')).toMatch(/tag of who asks/);
  expect(keyMeaning('s3:prefix')).toBeUndefined();
});
