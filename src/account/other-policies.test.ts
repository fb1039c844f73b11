// Tests of the policies that stand at one thing: found by their ids, and listed.
import { describe, expect, test } from 'vitest';
import { RICH } from '../../tests/fixtures/rich-world.ts';
import { BOOKSHOP, WORLD } from '../../tests/fixtures/world.ts';
import { otherPolicies, otherPolicyById, withoutPolicy } from './other-policies.ts';
import { bucketPolicyId } from './policies.ts';
import { tableOf } from './table.ts';
import type { World } from './world.ts';

const accounts = Object.keys(RICH.accounts);

test('each that is listed is found again by its id', () => {
  const all = accounts.flatMap((account) => otherPolicies(RICH, account));
  for (const policy of all) expect(otherPolicyById(RICH, policy.account, policy.source.id)).toEqual(policy);
  expect(new Set(all.map(({ type }) => type))).toEqual(
    new Set(['trust', 'resource', 'endpoint', 'scp', 'rcp']),
  );
});

describe('what has no policy yet', () => {
  test('is listed, and has an empty one to be written', () => {
    const bare = accounts.flatMap((account) =>
      withoutPolicy(RICH, account).map(({ id }) => ({ account, id })),
    );
    expect(bare.length).toBeGreaterThan(0);
    for (const { account, id } of bare)
      expect(otherPolicyById(RICH, account, id)).toMatchObject({
        text: '',
        type: 'resource',
        editable: !id.includes(':lambda:'),
      });
  });
});

test.each([
  '',
  'trust:Nobody',
  'bucket:none',
  'resource:x',
  'resource:arn:aws:sqs:eu-west-1:1:none',
  'endpoint:vpce-0',
  'organization:p-0',
  'nothing',
])('%j is none', (id) => expect(otherPolicyById(WORLD, BOOKSHOP, id)).toBeNull());

test('a policy belongs to the account of its resource', () => {
  expect(otherPolicyById(WORLD, BOOKSHOP, bucketPolicyId('maple-drafts'))).toMatchObject({
    bucket: 'maple-drafts',
  });
  expect(otherPolicyById(WORLD, '999999999999', bucketPolicyId('maple-drafts'))).toBeNull();
});

test('the policy of AWS that lets everything through is read by the management account, and written by nobody', () => {
  const { organization } = RICH;
  if (!organization) throw new Error('The rich world has an organization.');
  const read = (account: string, id: string) => otherPolicyById(RICH, account, `organization:${id}`);
  expect(read(organization.managementAccount, 'p-FullAWSAccess')).toMatchObject({
    source: { name: 'FullAWSAccess' },
    type: 'scp',
    editable: false,
  });
  expect(read(organization.managementAccount, 'p-RCPFullAWSAccess')).toMatchObject({ type: 'rcp' });
  const member = accounts.find((id) => id !== organization.managementAccount) ?? '';
  expect(read(member, 'p-FullAWSAccess')).toBeNull();
});

test('that of AWS is listed while it is attached, beside those of the organization', () => {
  const { organization } = RICH;
  if (!organization) throw new Error('The rich world has an organization.');
  const listed = (world: World): readonly string[] =>
    otherPolicies(world, organization.managementAccount).map(({ source }) => source.id);
  expect(listed(RICH)).toContain('organization:p-FullAWSAccess');
  const bare = { ...RICH, organization: { ...organization, attached: tableOf<readonly string[]>({}) } };
  expect(listed(bare)).not.toContain('organization:p-FullAWSAccess');
  expect(listed(bare).some((id) => id.startsWith('organization:'))).toBe(true);
});
