// Tests for the table of service-linked roles, against the policies that AWS publishes.
import { expect, test } from 'vitest';
import { managedPolicies } from '../../tests/fixtures/managed-policies.ts';
import { SERVICE_LINKED_ROLES } from './service-linked-roles.ts';

const entries = [...SERVICE_LINKED_ROLES];

test('there are more than eighty', () => expect(entries.length).toBeGreaterThan(80));

test('each has a policy that AWS has', () => {
  const all = managedPolicies();
  expect(entries.filter(([, { policy }]) => !all.has(policy)).map(([service]) => service)).toEqual([]);
});

test('no two share a name or a policy', () => {
  for (const part of ['role', 'policy'] as const)
    expect(new Set(entries.map(([, entry]) => entry[part])).size).toBe(entries.length);
});

test('each name fits, and begins as AWS has them begin', () => {
  for (const [service, { role }] of entries) {
    expect(service).toMatch(/^[a-z0-9.-]+\.amazonaws\.com$/);
    expect(role).toMatch(/^AWSServiceRoleFor[\w]{2,46}$/);
  }
});
