// Tests for the list of policies: names, attachments and filters.
import { expect, test } from 'vitest';
import { everyPolicy, otherPolicyById } from '../../account/other-policies.ts';
import { allPolicies, policyById, type StoredPolicy } from '../../account/policies.ts';
import type { Group, World } from '../../account/world.ts';
import { RICH } from '../../../tests/fixtures/rich-world.ts';
import {
  BOOKSHOP,
  BOOKSHOP_ACCOUNT,
  byName,
  MANAGED,
  user,
  WORLD,
  WRITE_DRAFTS,
} from '../../../tests/fixtures/world.ts';
import {
  attachedTo,
  boundedBy,
  filterPolicies,
  policyName,
  purposeOf,
  type KindFilter,
} from './policy-kinds.ts';

const LIBRARY = '111122223333';

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

test('what the editor is told of each kind', () => {
  const key = `arn:aws:kms:eu-central-1:${LIBRARY}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const queue = `arn:aws:sqs:eu-central-1:${LIBRARY}:returns`;
  const told = everyPolicy(RICH, LIBRARY, MANAGED).map((policy) => {
    const { type, resource, about } = purposeOf(RICH, policy);
    return [policy.source.id, type, resource, about];
  });
  expect(told).toEqual([
    [`arn:aws:iam::${LIBRARY}:policy/Often`, 'identity', undefined, undefined],
    // It bounds a user, and is attached as well.
    [`arn:aws:iam::${LIBRARY}:policy/shelves/ReadShelves`, 'identity', undefined, undefined],
    ['inline:user/ada/OwnShelf', 'identity', undefined, undefined],
    ['bucket:quiet-archive', 'resource', 'bucket', 'arn:aws:s3:::quiet-archive'],
    ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess', 'identity', undefined, undefined],
    ['trust:Cataloguer', 'trust', undefined, undefined],
    [`resource:${queue}`, 'resource', 'queue', queue],
    [`resource:${key}`, 'resource', 'key', key],
    ['endpoint:vpce-0123456789abcdef0', 'endpoint', undefined, undefined],
  ]);
});

test.each([
  ['nothing else', byName<Group>(), 'boundary'],
  ['attached as well', BOOKSHOP_ACCOUNT.groups, 'identity'],
] as const)('a policy that bounds a user and is %s', (_, groups, type) => {
  const own = user('noor', [], { boundary: WRITE_DRAFTS });
  const world: World = {
    ...WORLD,
    accounts: { ...WORLD.accounts, [BOOKSHOP]: { ...BOOKSHOP_ACCOUNT, users: byName(own), groups } },
  };
  const policy = policyById(world, BOOKSHOP, WRITE_DRAFTS, MANAGED);
  expect(policy && boundedBy(world, policy)).toHaveLength(1);
  expect(policy && purposeOf(world, policy).type).toBe(type);
});

test.each([
  ['sns', 'new-books', 'topic'],
  ['secretsmanager', 'secret:catalogue/token-AbC123', 'secret'],
  ['dynamodb', 'table/loans', 'table'],
  ['lambda', 'function:remind', 'function'],
])('the policy of a resource of %s', (service, name, kind) => {
  const arn = `arn:aws:${service}:eu-central-1:${LIBRARY}:${name}`;
  const policy = otherPolicyById(RICH, LIBRARY, `resource:${arn}`);
  expect(policy && purposeOf(RICH, policy)).toMatchObject({ resource: kind, about: arn });
});

test('a policy of an organization that AWS has written is known as such', () => {
  const policy: StoredPolicy = {
    account: LIBRARY,
    type: 'rcp',
    text: '{}',
    version: null,
    editable: false,
    source: { kind: 'organization', id: 'organization:p-RCPFullAWSAccess', name: 'RCPFullAWSAccess' },
  };
  expect(purposeOf(RICH, policy).about).toBe(
    'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess',
  );
});
