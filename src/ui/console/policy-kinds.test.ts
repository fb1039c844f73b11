// Tests for the list of policies: names, attachments and filters.
import { expect, test } from 'vitest';
import { allPolicies } from '../../account/policies.ts';
import { BOOKSHOP, MANAGED, WORLD } from '../../../tests/fixtures/world.ts';
import { attachedTo, filterPolicies, policyName, type KindFilter } from './policy-kinds.ts';

const listed = allPolicies(WORLD, BOOKSHOP, MANAGED).map((policy) => ({
  policy,
  name: policyName(policy),
  attached: attachedTo(WORLD, policy),
}));

test('names and attachments', () => {
  const rows = Object.fromEntries(listed.map(({ name, attached }) => [name, attached]));
  expect(rows).toMatchObject({
    WriteDrafts: 'group Writers',
    ReadCatalog: 'user noor',
    'Bucket policy of maple-drafts': 'bucket maple-drafts',
    AmazonS3ReadOnlyAccess: 'group Sellers',
  });
});

test.each<[string, KindFilter, string[]]>([
  ['writers', 'all', ['WriteDrafts']],
  ['NOOR read', 'all', ['ReadCatalog']],
  ['', 'awsManaged', ['AmazonS3ReadOnlyAccess']],
  ['noor', 'customerManaged', []],
])('%j among %s', (text, kind, names) => {
  expect(filterPolicies(listed, text, kind).map(({ name }) => name)).toEqual(names);
});
