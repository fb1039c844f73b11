// Tests for the end of passwords: by the policy in force, and with a warning before it.
import { expect, test } from 'vitest';
import { daysToWarnOf, passwordExpires } from './password-expiry.ts';
import type { PasswordPolicy } from './world.ts';

const policy = (maxAge: number | null): PasswordPolicy => ({
  minimumLength: 6,
  requireSymbols: false,
  requireNumbers: false,
  requireUppercase: false,
  requireLowercase: false,
  allowUsersToChange: false,
  maxAge,
  reusePrevention: null,
  hardExpiry: false,
});
const login = { changed: '2026-01-01T10:00:00Z' };

test.each([
  ['without a policy', null, null],
  ['under a policy without an age', policy(null), null],
  ['after one day', policy(1), '2026-01-02T10:00:00Z'],
  ['after ninety days', policy(90), '2026-04-01T10:00:00Z'],
])('%s', (_when, rules, expires) => expect(passwordExpires(rules, login)).toBe(expires));

test.each([
  ['2026-03-17T09:59:59Z', null],
  ['2026-03-17T10:00:00Z', 15],
  ['2026-03-31T09:00:00Z', 2],
  ['2026-04-01T09:59:59Z', 1],
  ['2026-04-01T10:00:00Z', null],
])('at %s the days to warn of are %s', (now, days) =>
  expect(daysToWarnOf('2026-04-01T10:00:00Z', now)).toBe(days),
);

test('what does not expire is not warned of', () => {
  expect(daysToWarnOf(null, '2026-04-01T10:00:00Z')).toBeNull();
});
