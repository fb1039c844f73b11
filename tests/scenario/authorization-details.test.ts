// A world built from an answer of get-account-authorization-details is the world that gave the answer, as far as it tells.
import { expect, test } from 'vitest';
import { recordOf } from '../../src/account/table.ts';
import type { Account, World } from '../../src/account/world.ts';
import { execute } from '../../src/api/execute.ts';
import { scenarioOfAuthorizationDetails } from '../../src/scenario/authorization-details.ts';
import {
  BOOKSHOP,
  BOOKSHOP_ACCOUNT,
  byName,
  CREATED,
  environment,
  policyText,
  READ_ONLY,
  ROOT,
  withBookshop,
  withUser,
  WRITE_DRAFTS,
} from '../fixtures/world.ts';

const trust = policyText({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/noor`, Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

const SHOP: World = withUser(
  'amira',
  { boundary: WRITE_DRAFTS, attached: [READ_ONLY.arn] },
  withBookshop((account) => ({
    ...account,
    roles: byName({
      name: 'Till',
      path: '/shop/',
      id: 'AROATILLAAAAAAAAAAAAA',
      created: CREATED,
      description: '',
      trust,
      trusted: { [`arn:aws:iam::${BOOKSHOP}:user/noor`]: 'AIDANOORAAAAAAAAAAAAA' },
      maxSessionDuration: 3600,
      boundary: null,
      attached: [WRITE_DRAFTS],
      inline: {},
      tags: { desk: 'front' },
    }),
    instanceProfiles: byName({
      name: 'Till',
      path: '/',
      id: 'AIPATILLAAAAAAAAAAAAA',
      created: CREATED,
      role: 'Till',
      tags: {},
    }),
  })),
);

const DOCUMENTS = new Set(['PolicyDocument', 'AssumeRolePolicyDocument', 'Document']);

/** The answer with every document written in another way. */
const answered = (write: (document: string) => unknown): unknown => {
  const call = { operation: 'iam:GetAccountAuthorizationDetails', input: {} } as const;
  const { result } = execute(SHOP, ROOT, call, environment());
  if (!result.ok) throw new Error(result.error.message);
  return JSON.parse(
    JSON.stringify(result.output, (key, value: unknown) =>
      DOCUMENTS.has(key) && typeof value === 'string' ? write(value) : value,
    ),
  );
};

const told = ({ users, groups, roles, instanceProfiles, policies }: Account) => ({
  users: recordOf(users),
  groups: recordOf(groups),
  roles: recordOf(roles),
  instanceProfiles: recordOf(instanceProfiles),
  policies: recordOf(policies),
});

test.each<[string, (document: string) => unknown]>([
  ['as texts', (document) => document],
  ['as objects, as the command line prints them', (document) => JSON.parse(document) as unknown],
  ['URL-encoded, as the API sends them', encodeURIComponent],
])('documents %s', (_, write) => {
  const built = scenarioOfAuthorizationDetails(answered(write));
  if (!built.ok) throw new Error(JSON.stringify(built.error));
  const account = built.value.world.accounts[BOOKSHOP];
  expect(account && told(account)).toEqual(told(SHOP.accounts[BOOKSHOP] ?? BOOKSHOP_ACCOUNT));
  expect(account?.created).toBe(CREATED);
});

test.each<[string, unknown, object]>([
  ['something else', { Users: [] }, { kind: 'foreign' }],
  ['nothing', null, { kind: 'foreign' }],
  [
    'only a page',
    { UserDetailList: [], IsTruncated: true },
    { kind: 'damaged', detail: expect.stringContaining('first page') as string },
  ],
  ['nobody', { UserDetailList: [] }, { kind: 'damaged' }],
  [
    'a user without a name',
    { UserDetailList: [{ Path: '/', Arn: 'arn:aws:iam::111122223333:user/x', CreateDate: CREATED }] },
    { kind: 'damaged', detail: 'UserDetailList › 0 › UserName: is missing.' },
  ],
  [
    'a policy that the answer leaves out',
    {
      UserDetailList: [
        {
          Path: '/',
          UserName: 'x',
          UserId: 'AIDAXAAAAAAAAAAAAAAAA',
          Arn: 'arn:aws:iam::111122223333:user/x',
          CreateDate: '2026-01-31T09:00:00+00:00',
          AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::111122223333:policy/Gone' }],
        },
      ],
    },
    {
      kind: 'damaged',
      detail:
        'accounts › 111122223333 › users › x › attached: there is no policy arn:aws:iam::111122223333:policy/Gone in this account.',
    },
  ],
])('%s is refused', (_, input, error) => {
  expect(scenarioOfAuthorizationDetails(input)).toMatchObject({ ok: false, error });
});
