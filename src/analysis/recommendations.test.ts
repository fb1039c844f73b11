// Tests for security recommendations: each met, and each open for exactly those whom it is about.
import { describe, expect, test } from 'vitest';
import { BOOKSHOP, NOW, withBookshop, withUser, WORLD } from '../../tests/fixtures/world.ts';
import { NO_ACTIVITY, withSignIn, withUse, type Activity } from '../account/activity.ts';
import { withValue } from '../account/table.ts';
import type { AccessKey, LoginProfile, MfaHolder, RootUser, User, World } from '../account/world.ts';
import { addSeconds } from '../aws/instant.ts';
import { recommendations, type RecommendationId } from './recommendations.ts';

const daysAgo = (days: number) => addSeconds(NOW, -days * 24 * 60 * 60);
const ROOT = `arn:aws:iam::${BOOKSHOP}:root`;
const NOOR = `arn:aws:iam::${BOOKSHOP}:user/noor`;
const NOOR_ID = 'AIDANOORAAAAAAAAAAAAA';

const login = (created = daysAgo(1)): LoginProfile => ({
  hash: { algorithm: 'PBKDF2-SHA256', iterations: 1, salt: '', hash: '' },
  created,
  changed: created,
  resetRequired: false,
  previous: [],
});
const key = (created: string, more: Partial<AccessKey> = {}): AccessKey => ({
  id: 'AKIANOORAAAAAAAAAAAA',
  status: 'Active',
  created,
  changed: created,
  secretHash: null,
  ...more,
});
const keyUsed = (days: number, id: string = NOOR_ID, kind: 'user' | 'root' = 'user'): Activity =>
  withUse(NO_ACTIVITY, {
    date: daysAgo(days),
    service: 's3',
    region: 'us-east-1',
    action: 'ListBuckets',
    by: { kind, id, accessKeyId: 'AKIANOORAAAAAAAAAAAA' },
  });

const root = (change: Partial<RootUser>, world?: World) =>
  withBookshop((account) => ({ ...account, root: { ...account.root, ...change } }), world);
const noor = (change: Partial<User>) => withUser('noor', change);
const withMfa = (holder: MfaHolder, world: World) =>
  withBookshop(
    (account) => ({
      ...account,
      mfaDevices: withValue(account.mfaDevices, 'GAHT12345678', {
        serial: 'GAHT12345678',
        kind: 'hardware',
        created: NOW,
        seed: null,
        holder,
        enabled: NOW,
        tags: {},
      }),
    }),
    world,
  );

const of = (id: RecommendationId, world: World, activity: Activity = NO_ACTIVITY) => {
  const found = recommendations(world, BOOKSHOP, activity, NOW).find((one) => one.id === id);
  return found && [found.status, ...found.subjects];
};

test('an account without credentials leaves nothing to be desired but a password policy', () => {
  expect(
    recommendations(WORLD, BOOKSHOP, NO_ACTIVITY, NOW).filter(({ status }) => status === 'open'),
  ).toEqual([
    {
      id: 'passwordPolicy',
      status: 'open',
      subjects: [],
      title: 'Set a password policy',
      text: 'Passwords of users follow the default of AWS: they never expire, and old ones may come back.',
    },
  ]);
  expect(recommendations(WORLD, '999999999999', NO_ACTIVITY, NOW)).toEqual([]);
});

test('the words say whether it is met', () => {
  const [first] = recommendations(root({ login: login() }), BOOKSHOP, NO_ACTIVITY, NOW);
  expect(first).toEqual({
    id: 'rootMfa',
    status: 'open',
    subjects: [ROOT],
    title: 'Add MFA for root user',
    text: 'Enable multi-factor authentication (MFA) for the root user to improve security for this account.',
  });
});

describe.each<[RecommendationId, [what: string, world: World, activity: Activity, expected: string[]][]]>([
  [
    'rootMfa',
    [
      ['a password and no device', root({ login: login() }), NO_ACTIVITY, ['open', ROOT]],
      ['a key and no device', root({ accessKeys: [key(NOW)] }), NO_ACTIVITY, ['open', ROOT]],
      ['a device', withMfa({ kind: 'root' }, root({ login: login() })), NO_ACTIVITY, ['met']],
      [
        'a device of somebody else',
        withMfa({ kind: 'user', name: 'noor' }, root({ login: login() })),
        NO_ACTIVITY,
        ['open', ROOT],
      ],
    ],
  ],
  [
    'rootAccessKeys',
    [
      ['an active key', root({ accessKeys: [key(NOW)] }), NO_ACTIVITY, ['open', ROOT]],
      ['a key that is off', root({ accessKeys: [key(NOW, { status: 'Inactive' })] }), NO_ACTIVITY, ['met']],
    ],
  ],
  [
    'rootUse',
    [
      ['signed in', root({ login: login() }), withSignIn(NO_ACTIVITY, BOOKSHOP, daysAgo(89)), ['open', ROOT]],
      [
        'signed in long ago',
        root({ login: login() }),
        withSignIn(NO_ACTIVITY, BOOKSHOP, daysAgo(90)),
        ['met'],
      ],
      ['used a key', root({ accessKeys: [key(NOW)] }), keyUsed(1, BOOKSHOP, 'root'), ['open', ROOT]],
    ],
  ],
  [
    'userMfa',
    [
      ['a password', noor({ login: login() }), NO_ACTIVITY, ['open', NOOR]],
      [
        'a password and a device',
        withMfa({ kind: 'user', name: 'noor' }, noor({ login: login() })),
        NO_ACTIVITY,
        ['met'],
      ],
      ['keys only', noor({ accessKeys: [key(NOW)] }), NO_ACTIVITY, ['met']],
    ],
  ],
  [
    'unusedPasswords',
    [
      ['never used, new', noor({ login: login(daysAgo(89)) }), NO_ACTIVITY, ['met']],
      ['never used, old', noor({ login: login(daysAgo(90)) }), NO_ACTIVITY, ['open', NOOR]],
      ['used', noor({ login: login(daysAgo(400)) }), withSignIn(NO_ACTIVITY, NOOR_ID, daysAgo(1)), ['met']],
      [
        'used long ago',
        noor({ login: login(daysAgo(400)) }),
        withSignIn(NO_ACTIVITY, NOOR_ID, daysAgo(91)),
        ['open', NOOR],
      ],
    ],
  ],
  [
    'unusedAccessKeys',
    [
      ['never used, new', noor({ accessKeys: [key(daysAgo(89))] }), NO_ACTIVITY, ['met']],
      ['never used, old', noor({ accessKeys: [key(daysAgo(90))] }), NO_ACTIVITY, ['open', NOOR]],
      ['used', noor({ accessKeys: [key(daysAgo(400))] }), keyUsed(1), ['met']],
      ['used long ago', noor({ accessKeys: [key(daysAgo(400))] }), keyUsed(91), ['open', NOOR]],
      ['off', noor({ accessKeys: [key(daysAgo(400), { status: 'Inactive' })] }), NO_ACTIVITY, ['met']],
    ],
  ],
  [
    'oldAccessKeys',
    [
      ['old, and in use', noor({ accessKeys: [key(daysAgo(90))] }), keyUsed(1), ['open', NOOR]],
      [
        'switched on lately',
        noor({ accessKeys: [key(daysAgo(90), { changed: daysAgo(1) })] }),
        keyUsed(1),
        ['met'],
      ],
    ],
  ],
  [
    'passwordPolicy',
    [
      [
        'one of its own',
        withBookshop((account) => ({
          ...account,
          passwordPolicy: {
            minimumLength: 8,
            requireSymbols: false,
            requireNumbers: false,
            requireUppercase: false,
            requireLowercase: false,
            allowUsersToChange: false,
            maxAge: null,
            reusePrevention: null,
            hardExpiry: false,
          },
        })),
        NO_ACTIVITY,
        ['met'],
      ],
    ],
  ],
])('%s', (id, cases) => {
  test.each(cases)('%s', (_what, world, activity, expected) =>
    expect(of(id, world, activity)).toEqual(expected),
  );
});
