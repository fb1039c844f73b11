// Tests for the list of all policies and for which of them apply to a request.
import { describe, expect, test } from 'vitest';
import {
  BOOKSHOP,
  DRAFTS_POLICY,
  MANAGED,
  MANAGE_POLICIES,
  NEIGHBOUR,
  NOW,
  READ_ONLY,
  WORLD,
  WRITE_DRAFTS,
  withUser,
} from '../../tests/fixtures/world.ts';
import type { Arn } from '../aws/arn.ts';
import type { ApplicablePolicies } from '../evaluation/applicable.ts';
import { applicablePolicies } from './applicable.ts';
import { applyChange } from './apply-change.ts';
import { allPolicies, attachmentsOf, policyById } from './policies.ts';
import { namedPrincipalOf } from './principal.ts';
import type { World } from './world.ts';

const IDS = [
  MANAGE_POLICIES,
  WRITE_DRAFTS,
  'inline:user/noor/ReadCatalog',
  'inline:group/Managers/SeeBuckets',
  'bucket:maple-drafts',
  READ_ONLY.arn,
];

test('all policies of an account, each found again by its id', () => {
  const policies = allPolicies(WORLD, BOOKSHOP, MANAGED);
  expect(policies.map(({ source }) => source.id)).toEqual(IDS);
  for (const policy of policies)
    expect(policyById(WORLD, BOOKSHOP, policy.source.id, MANAGED)).toEqual(policy);
});

test.each([
  ['a customer managed policy', WRITE_DRAFTS, { version: 'v1', type: 'identity', editable: true }],
  ['an AWS managed policy', READ_ONLY.arn, { version: 'v3', type: 'identity', editable: false }],
  [
    'an inline policy',
    'inline:user/noor/ReadCatalog',
    { version: null, type: 'identity', editable: true, owner: { kind: 'user', name: 'noor' } },
  ],
  [
    'a bucket policy',
    'bucket:maple-drafts',
    { version: null, type: 'resource', editable: true, bucket: 'maple-drafts', text: DRAFTS_POLICY },
  ],
])('%s', (_, id, expected) => expect(policyById(WORLD, BOOKSHOP, id, MANAGED)).toMatchObject(expected));

test.each([
  'inline:user/noor/None',
  'inline:user/none/ReadCatalog',
  'inline:role/noor/ReadCatalog',
  'inline:user/noor/constructor',
  'bucket:maple-catalog',
  'bucket:constructor',
  'maple-drafts',
  'arn:aws:iam::aws:policy/None',
  '',
])('%j is no policy', (id) => expect(policyById(WORLD, BOOKSHOP, id, MANAGED)).toBeNull());

test("policies of another account are not this account's", () => {
  expect(policyById(WORLD, NEIGHBOUR, WRITE_DRAFTS, MANAGED)).toBeNull();
  expect(allPolicies(WORLD, NEIGHBOUR, MANAGED)).toEqual([]);
  expect(allPolicies(WORLD, '000000000000', MANAGED)).toEqual([]);
});

test.each([
  [WRITE_DRAFTS, ['group Writers']],
  [READ_ONLY.arn, ['group Sellers']],
  ['inline:user/noor/ReadCatalog', ['user noor']],
  ['inline:group/Managers/SeeBuckets', ['group Managers']],
  ['bucket:maple-drafts', []],
])('%s works through %j', (id, through) =>
  expect(attachmentsOf(WORLD, BOOKSHOP, id).map(({ kind, name }) => `${kind} ${name}`)).toEqual(through),
);

describe('policies that apply', () => {
  const applicable = (name: string | null, resource: Arn | '*', world: World = WORLD): ApplicablePolicies => {
    const principal = namedPrincipalOf(
      world,
      name === null ? { kind: 'root', account: BOOKSHOP } : { kind: 'user', account: BOOKSHOP, name },
    );
    if (!principal) throw new Error(`no ${name}`);
    const request = {
      principal,
      action: 's3:GetObject',
      resource,
      resourceAccount: BOOKSHOP,
      context: {},
    } as const;
    return applicablePolicies(world, request, MANAGED);
  };
  const named = (list: ApplicablePolicies['identity']) =>
    list.map(({ source }) => `${source.id} via ${source.via?.kind} ${source.via?.name}`);

  test('of a user: inline, attached, and those of its groups', () => {
    const world = withUser('noor', { attached: [READ_ONLY.arn], groups: ['Writers', 'Managers'] });
    expect(named(applicable('noor', '*', world).identity)).toEqual([
      'inline:user/noor/ReadCatalog via user noor',
      `${READ_ONLY.arn} via user noor`,
      `${WRITE_DRAFTS} via group Writers`,
      'inline:group/Managers/SeeBuckets via group Managers',
      `${MANAGE_POLICIES} via group Managers`,
    ]);
  });

  test('of the root user: none of its own', () => expect(applicable(null, '*').identity).toEqual([]));

  test.each<[Arn | '*', string[]]>([
    ['arn:aws:s3:::maple-drafts', ['bucket:maple-drafts via resource maple-drafts']],
    ['arn:aws:s3:::maple-drafts/k', ['bucket:maple-drafts via resource maple-drafts']],
    ['arn:aws:s3:::maple-catalog/k', []],
    ['arn:aws:s3:::nobodys/k', []],
    ['*', []],
  ])('of the resource %s', (resource, expected) => {
    expect(named(applicable('noor', resource).resource)).toEqual(expected);
    expect(named(applicable(null, resource).resource)).toEqual(expected);
  });

  test('other layers do not exist', () =>
    expect(applicable('noor', '*')).toMatchObject({
      boundary: null,
      session: null,
      scps: null,
      rcps: null,
      endpoint: null,
    }));

  test('a stored text that is not a policy is left out, as is an ARN behind which there is none', () => {
    const world = withUser('jonas', {
      inline: { Broken: '{', Good: DRAFTS_POLICY },
      attached: ['arn:aws:iam::aws:policy/None'],
    });
    expect(named(applicable('jonas', '*', world).identity)).toEqual([
      'inline:user/jonas/Good via user jonas',
      `${READ_ONLY.arn} via group Sellers`,
    ]);
  });

  test('the current default version counts', () => {
    const text = DRAFTS_POLICY.replace('SellersStayOut', 'Second');
    const version = { id: 'v2', created: NOW, document: text };
    const change = {
      kind: 'policyVersionCreated',
      account: BOOKSHOP,
      policy: 'WriteDrafts',
      version,
    } as const;
    const world = applyChange(WORLD, { ...change, setAsDefault: true });
    expect(applicable('noor', '*', world).identity.at(-1)?.document.statements[0]?.sid).toBe('Second');
  });
});
