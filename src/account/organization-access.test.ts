// Tests for services as an organization sees them: every level has to allow them, and places are found by path.
import { expect, test } from 'vitest';
import { allow, BOOKSHOP, CREATED, NEIGHBOUR, policyText } from '../../tests/fixtures/world.ts';
import { SERVICES } from '../aws/services.ts';
import { newMember, newOrganization } from './new-organization.ts';
import { accountsAt, servicesOfAccount, servicesOfPolicy } from './organization-access.ts';
import type { Organization, OrganizationPolicy } from './organization.ts';
import { tableOf, withValue } from './table.ts';

const base = newOrganization('o-exampleorgid', 'r-exam', BOOKSHOP, CREATED);

const policy = (id: string, ...actions: readonly string[]): OrganizationPolicy => ({
  id,
  name: id,
  description: '',
  type: 'SERVICE_CONTROL_POLICY',
  content: policyText(allow(actions)),
  tags: {},
});

const organization = (attached: Readonly<Record<string, readonly string[]>>): Organization => ({
  ...base,
  enabledTypes: ['SERVICE_CONTROL_POLICY'],
  units: tableOf({ 'ou-a': { id: 'ou-a', name: 'A', parent: 'r-exam', tags: {} } }),
  members: withValue(base.members, NEIGHBOUR, newMember(NEIGHBOUR, 'ou-a', 'INVITED', CREATED)),
  policies: tableOf({
    'p-queues': policy('p-queues', 'sqs:*', 'glue:*'),
    'p-topics': policy('p-topics', 'sns:*', 'sqs:Get*'),
  }),
  attached: tableOf(attached),
});
const FULL = ['p-FullAWSAccess'];

test.each<[string, Readonly<Record<string, readonly string[]>>, readonly string[]]>([
  ['narrow above, wide below', { 'r-exam': ['p-queues'], 'ou-a': FULL, [NEIGHBOUR]: FULL }, ['glue', 'sqs']],
  ['wide above, narrow below', { 'r-exam': FULL, 'ou-a': FULL, [NEIGHBOUR]: ['p-queues'] }, ['glue', 'sqs']],
  ['two that meet', { 'r-exam': ['p-queues'], 'ou-a': FULL, [NEIGHBOUR]: ['p-topics'] }, ['sqs']],
  [
    'two at one level',
    { 'r-exam': FULL, 'ou-a': FULL, [NEIGHBOUR]: ['p-queues', 'p-topics'] },
    ['glue', 'sns', 'sqs'],
  ],
  ['nothing attached', { 'r-exam': FULL, 'ou-a': FULL }, []],
])('%s', (_what, attached, services) =>
  expect([...servicesOfAccount(organization(attached), NEIGHBOUR)]).toEqual(services),
);

test('the management account is bound by none', () => {
  expect([...servicesOfAccount(organization({}), BOOKSHOP)]).toEqual(SERVICES);
});

test('one policy by itself', () => {
  expect([...(servicesOfPolicy(organization({}), 'p-queues') ?? [])]).toEqual(['glue', 'sqs']);
  expect([...(servicesOfPolicy(organization({}), 'p-FullAWSAccess') ?? [])]).toEqual(SERVICES);
  expect(servicesOfPolicy(organization({}), 'p-none')).toBeNull();
});

test.each([
  ['o-exampleorgid/r-exam', [BOOKSHOP, NEIGHBOUR]],
  ['o-exampleorgid/r-exam/ou-a/', [NEIGHBOUR]],
  [`o-exampleorgid/r-exam/ou-a/${NEIGHBOUR}`, [NEIGHBOUR]],
  [`o-exampleorgid/r-exam/${NEIGHBOUR}`, null],
  ['o-exampleorgid/r-exam/ou', null],
  ['o-anotherorgid/r-exam', null],
])('the accounts at %s', (path, accounts) =>
  expect(
    accountsAt(organization({}), path)
      ?.map(({ account }) => account)
      .sort() ?? null,
  ).toEqual(accounts),
);
