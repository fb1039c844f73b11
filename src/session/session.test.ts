// What follows from the facts of a sign-in.
import { expect, test } from 'vitest';
import { SIGNED_OUT } from './facts.ts';
import { callerOf, isExpired, openSession, secondsLeft, signOut } from './session.ts';

const facts = openSession(
  { kind: 'user', account: '111122223333', name: 'noor' },
  '2026-11-22T10:00:00Z',
  'ASIAAAAABBBBCCCCDDDD',
);

test.each([
  ['2026-11-22T10:00:00Z', false, 43_200],
  ['2026-11-22T21:59:59Z', false, 1],
  ['2026-11-22T21:59:59.600Z', false, 0],
  ['2026-11-22T22:00:00Z', true, 0],
  ['2026-11-23T00:00:00Z', true, 0],
])('a console session of twelve hours, at %s', (now, expired, left) => {
  expect(isExpired(facts, now)).toBe(expired);
  expect(secondsLeft(facts, now)).toBe(left);
});

test('whoever is signed in is the caller', () => {
  expect(callerOf(facts)).toEqual({
    kind: 'user',
    account: '111122223333',
    name: 'noor',
    credentials: {
      accessKeyId: 'ASIAAAAABBBBCCCCDDDD',
      issued: '2026-11-22T10:00:00Z',
      expires: '2026-11-22T22:00:00Z',
      kind: 'console',
      mfa: null,
    },
  });
  expect(callerOf(SIGNED_OUT)).toBeNull();
});

test('signing out leaves no credentials', () => {
  expect(signOut(facts)).toEqual(SIGNED_OUT);
  expect(isExpired(signOut(facts), '2099-01-01T00:00:00Z')).toBe(false);
  expect(secondsLeft(signOut(facts), '2026-11-22T10:00:00Z')).toBeNull();
});
