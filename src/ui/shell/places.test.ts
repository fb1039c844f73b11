// Places: which entry a route belongs to, titles, and counts.
import { expect, test } from 'vitest';
import { managedPolicies } from '../../../tests/fixtures/managed-policies.ts';
import { EMPTY } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import { bookshop } from '../../lessons/bookshop/lesson.ts';
import { parseRoute } from '../shared/route.ts';
import { countsOf } from './place-counts.ts';
import { listedPlace, placeKey, SECTIONS, titleOf } from './places.ts';

test.each([
  ['#/', null, 'Rolecall'],
  ['#/sign-in', null, 'Sign in · Rolecall'],
  ['#/session', null, 'Under the glass · Rolecall'],
  ['#/switch-role?roleName=ops%2FAdmin', null, 'Switch role · Rolecall'],
  ['#/account', 'account', 'Users & roles · Rolecall'],
  ['#/account?user=noor', 'account', 'Users & roles · Rolecall'],
  ['#/policies/abc', 'policies', 'Policy · Rolecall'],
  ['#/credentials/services', 'credentials', 'Credentials · Rolecall'],
  ['#/credentials/magic', null, 'Not found · Rolecall'],
  ['#/security', 'security', 'My security · Rolecall'],
  ['#/profiles', 'profiles', 'Profiles · Rolecall'],
  ['#/findings', 'findings', 'Findings · Rolecall'],
  ['#/buckets', 'buckets', 'Buckets · Rolecall'],
  ['#/buckets/maple-drafts?prefix=spring%2F', 'buckets', 'maple-drafts · Buckets · Rolecall'],
  ['#/endpoints?region=eu-west-1', 'endpoints', 'VPC endpoints · Rolecall'],
  ['#/endpoints/vpce-1', 'endpoints', 'vpce-1 · VPC endpoints · Rolecall'],
  ['#/endpoints/new', 'endpoints', 'New · VPC endpoints · Rolecall'],
  ['#/boundary/ada?of=role', 'account', 'Permissions boundary of ada · Rolecall'],
  ['#/activity/e1', 'activity', 'Request · Activity · Rolecall'],
  ['#/learn/bookshop', 'learn', 'Lesson · Rolecall'],
  ['#/nowhere', null, 'Not found · Rolecall'],
])('%s belongs to %s and is called %s', (fragment, listed, title) => {
  const route = parseRoute(fragment);
  expect(listedPlace(route)).toBe(listed);
  expect(titleOf(route)).toBe(title);
});

test('every listed place is the listed place of its own route', () => {
  const places = SECTIONS.flatMap((section) => section.places);
  expect(new Set(places).size).toBe(places.length);
  for (const place of places) expect(listedPlace({ place })).toBe(place);
});

test('another prefix, event or way to credentials is the same place; another policy is not', () => {
  const key = (fragment: string) => placeKey(parseRoute(fragment));
  expect(key('#/buckets/b?prefix=x')).toBe(key('#/buckets/b'));
  expect(key('#/map?event=e')).toBe(key('#/map'));
  expect(key('#/switch-role?account=1')).toBe(key('#/switch-role'));
  expect(key('#/credentials/services')).toBe(key('#/credentials?role=r'));
  expect(key('#/endpoints?region=r')).toBe(key('#/endpoints'));
  expect(key('#/endpoints/vpce-1')).not.toBe(key('#/endpoints/vpce-2'));
  expect(key('#/boundary/ada')).not.toBe(key('#/boundary/ada?of=role'));
  expect(key('#/policies/a')).not.toBe(key('#/policies/b'));
});

const managed = managedPolicies();

test('counts of one account and of all', async () => {
  const { world: shop } = await bookshop();
  const one = shop.accounts['111122223333'];
  if (!one) throw new Error('The bookshop has this account.');
  const other = { ...one, id: '444455556666', policies: EMPTY };
  const world: World = { organization: null, accounts: { [one.id]: one, [other.id]: other } };
  expect(countsOf(world, '111122223333', managed)).toEqual({ policies: 20, buckets: 2, endpoints: 0 });
  expect(countsOf(world, null, managed)).toEqual({ policies: 38, buckets: 4, endpoints: 0 });
  expect(countsOf(world, '999999999999', managed)).toEqual({ policies: 0, buckets: 0, endpoints: 0 });
});
