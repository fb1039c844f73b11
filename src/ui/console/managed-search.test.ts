// Tests of finding AWS managed policies, among all that there are.
import { expect, test } from 'vitest';
import { loadManagedPolicies } from '../../aws/catalogue.ts';
import { managedSearch } from './managed-search.ts';

const managed = await loadManagedPolicies();
const search = managedSearch(managed);
const names = (text: string): string[] => search(text).shown.map(({ name }) => name);

test.each([
  ['administratoraccess', 'AdministratorAccess'],
  ['S3ReadOnly', 'AmazonS3ReadOnlyAccess'],
  ['s3 read', 'AmazonS3ReadOnlyAccess'],
  ['billing', 'Billing'],
])('%s', (text, first) => expect(names(text)[0]).toBe(first));

test('fifty are shown, and all are counted', () => {
  const { shown, count } = search('a');
  expect(shown).toHaveLength(50);
  expect(count).toBeGreaterThan(1_000);
});

test.each([[''], ['  '], ['no-such-policy']])('%j finds none', (text) =>
  expect(search(text)).toEqual({ shown: [], count: 0 }),
);
