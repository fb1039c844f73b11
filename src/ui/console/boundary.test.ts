// Tests for permissions boundaries: whose they are, what they can become, and by which request.
import { expect, test } from 'vitest';
import {
  BOOKSHOP,
  MANAGED,
  READ_ONLY,
  withUser,
  WORLD,
  WRITE_DRAFTS,
} from '../../../tests/fixtures/world.ts';
import { RICH } from '../../../tests/fixtures/rich-world.ts';
import { bearerOf, boundaryCall, choices, type Bearer, createUserCall } from './boundary.ts';
import { managedSearch } from './managed-search.ts';

test('a user has a boundary or none, and somebody who is not there is nobody', () => {
  const world = withUser('noor', { boundary: WRITE_DRAFTS });
  const noor = { kind: 'user', name: 'noor', account: BOOKSHOP };
  expect(bearerOf(world, 'user', 'noor')).toEqual({ ...noor, boundary: WRITE_DRAFTS });
  expect(bearerOf(WORLD, 'user', 'noor', BOOKSHOP)).toEqual({ ...noor, boundary: null });
  expect(bearerOf(WORLD, 'role', 'noor')).toBeNull();
  expect(bearerOf(RICH, 'role', 'Cataloguer')).toMatchObject({ kind: 'role', account: '111122223333' });
});

const bearer = (kind: Bearer['kind']): Bearer => ({ kind, name: 'ada', account: BOOKSHOP, boundary: null });

test.each([
  [
    'user',
    WRITE_DRAFTS,
    'iam:PutUserPermissionsBoundary',
    { UserName: 'ada', PermissionsBoundary: WRITE_DRAFTS },
  ],
  [
    'role',
    WRITE_DRAFTS,
    'iam:PutRolePermissionsBoundary',
    { RoleName: 'ada', PermissionsBoundary: WRITE_DRAFTS },
  ],
  ['user', null, 'iam:DeleteUserPermissionsBoundary', { UserName: 'ada' }],
  ['role', null, 'iam:DeleteRolePermissionsBoundary', { RoleName: 'ada' }],
] as const)('of a %s, %s by %s', (kind, policy, operation, input) =>
  expect(boundaryCall(bearer(kind), policy)).toEqual({ operation, input }),
);

test.each([
  ['', ['ManagePolicies', 'WriteDrafts']],
  ['DRAFTS write', ['WriteDrafts']],
  ['readonly', [READ_ONLY.name]],
])('%j finds %j', (text, names) => {
  const found = choices(WORLD, BOOKSHOP, MANAGED, { text, ofAws: managedSearch(MANAGED)(text) });
  expect(found.map(({ name }) => name)).toEqual(names);
});

test('a user is made with a boundary, or without', () => {
  expect(createUserCall('ada', '').input).toEqual({ UserName: 'ada' });
  expect(createUserCall('ada', 'arn:aws:iam::aws:policy/ReadOnlyAccess').input).toEqual({
    UserName: 'ada',
    PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  });
});
