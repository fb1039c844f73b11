// Tests for finding things by their names, ids and ARNs.
import { describe, expect, test } from 'vitest';
import {
  BOOKSHOP,
  BOOKSHOP_ACCOUNT,
  MANAGE_POLICIES,
  NEIGHBOUR,
  WORLD,
  WRITE_DRAFTS,
  adding,
  user,
  withBookshop,
} from '../../tests/fixtures/world.ts';
import { accountByIdOrAlias, findBucket, findCustomerPolicy, findGroup, findUser, groupsOf } from './find.ts';
import { namedPrincipalOf } from './principal.ts';
import { bucketOfResource, resourceOwner, userOfResource } from './resource.ts';

const shop = BOOKSHOP_ACCOUNT;

test.each([
  [BOOKSHOP, BOOKSHOP],
  ['1111-2222-3333', BOOKSHOP],
  [' maple-books ', BOOKSHOP],
  ['Maple-Books', BOOKSHOP],
  [NEIGHBOUR, NEIGHBOUR],
  ['000000000000', undefined],
  ['maple', undefined],
  ['', undefined],
  ['constructor', undefined],
])('account %j', (typed, id) => expect(accountByIdOrAlias(WORLD, typed)?.id).toBe(id));

test.each([
  ['noor', 'noor'],
  ['NOOR', 'noor'],
  ['no', undefined],
  ['constructor', undefined],
])('user %j', (typed, name) => expect(findUser(shop, typed)?.name).toBe(name));

test('groups are found by their name in any letter case', () => {
  expect(findGroup(shop, 'WRITERS')?.name).toBe('Writers');
  expect(findGroup(shop, 'noor')).toBeNull();
});

test('groups of a user; a group that is gone is left out', () => {
  const noor = user('noor', ['Writers']);
  expect(groupsOf(shop, noor).map(({ name }) => name)).toEqual(['Writers']);
  expect(groupsOf(shop, { ...noor, groups: ['Sellers', 'Gone', 'Writers'] }).map(({ name }) => name)).toEqual(
    ['Sellers', 'Writers'],
  );
});

test('buckets are found whoever owns them', () => {
  expect(findBucket(WORLD, 'maple-drafts')?.account.id).toBe(BOOKSHOP);
  expect(findBucket(WORLD, 'north-press')?.account.id).toBe(NEIGHBOUR);
  expect(findBucket(WORLD, 'toString')).toBeNull();
});

test.each([
  [WRITE_DRAFTS, 'WriteDrafts'],
  [MANAGE_POLICIES, 'ManagePolicies'],
  [`arn:aws:iam::${BOOKSHOP}:policy/ManagePolicies`, undefined],
  [`arn:aws:iam::${BOOKSHOP}:policy/writedrafts`, undefined],
  [`arn:aws:iam::${NEIGHBOUR}:policy/WriteDrafts`, undefined],
  [`arn:aws:iam::aws:policy/WriteDrafts`, undefined],
  ['arn:aws:iam', undefined],
] as const)('customer managed policy %s', (arn, name) =>
  expect(findCustomerPolicy(WORLD, arn)?.policy.name).toBe(name),
);

describe('resources', () => {
  const withPath = withBookshop((account) => ({
    ...account,
    users: adding(account.users, user('mei', [], { path: '/staff/paris/' })),
  }));

  test.each([
    ['arn:aws:s3:::maple-drafts', BOOKSHOP],
    ['arn:aws:s3:::maple-drafts/a/b', BOOKSHOP],
    ['arn:aws:s3:::north-press/a.txt', NEIGHBOUR],
    ['arn:aws:s3:::nobodys', null],
    [`arn:aws:iam::${NEIGHBOUR}:user/kim`, NEIGHBOUR],
    ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess', null],
    ['*', null],
  ] as const)('owner of %s', (resource, owner) => expect(resourceOwner(WORLD, resource)).toBe(owner));

  test.each([
    [`arn:aws:iam::${BOOKSHOP}:user/noor`, 'noor'],
    [`arn:aws:iam::${BOOKSHOP}:user/staff/paris/mei`, 'mei'],
    [`arn:aws:iam::${BOOKSHOP}:user/mei`, undefined],
    [`arn:aws:iam::${BOOKSHOP}:user/Noor`, undefined],
    [`arn:aws:iam::${BOOKSHOP}:group/noor`, undefined],
    ['*', undefined],
  ] as const)('user %s', (resource, name) => expect(userOfResource(withPath, resource)?.name).toBe(name));

  test('only objects and buckets lead to a bucket', () => {
    expect(bucketOfResource(WORLD, 'arn:aws:s3:::maple-drafts/k')?.bucket.name).toBe('maple-drafts');
    expect(bucketOfResource(WORLD, 'arn:aws:sqs:us-east-1:111122223333:maple-drafts')).toBeNull();
    expect(bucketOfResource(WORLD, '*')).toBeNull();
  });
});

test('principals carry the name and ARN that are stored', () => {
  expect(namedPrincipalOf(WORLD, { kind: 'user', account: BOOKSHOP, name: 'NOOR' })).toEqual({
    kind: 'user',
    arn: `arn:aws:iam::${BOOKSHOP}:user/noor`,
    account: BOOKSHOP,
    name: 'noor',
  });
  expect(namedPrincipalOf(WORLD, { kind: 'root', account: BOOKSHOP })?.arn).toBe(
    `arn:aws:iam::${BOOKSHOP}:root`,
  );
  expect(namedPrincipalOf(WORLD, { kind: 'user', account: BOOKSHOP, name: 'gone' })).toBeNull();
  expect(namedPrincipalOf(WORLD, { kind: 'root', account: '000000000000' })).toBeNull();
});
