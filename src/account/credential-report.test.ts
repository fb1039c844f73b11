// Tests for the credential report, cell by cell.
import { describe, expect, test } from 'vitest';
import { BOOKSHOP_ACCOUNT, BOOKSHOP, byName, CREATED, user } from '../../tests/fixtures/world.ts';
import { NO_ACTIVITY, withSignIn, withUse, type Activity } from './activity.ts';
import { credentialReport } from './credential-report.ts';
import { tableOf } from './table.ts';
import type { AccessKey, Account, LoginProfile, User } from './world.ts';

const LOGIN: LoginProfile = {
  hash: { algorithm: 'PBKDF2-SHA256', iterations: 1, salt: '', hash: '' },
  created: CREATED,
  changed: '2026-10-01T08:00:00Z',
  resetRequired: false,
  previous: [],
};
const key = (id: string, more: Partial<AccessKey> = {}): AccessKey => ({
  id,
  status: 'Active',
  created: CREATED,
  changed: '2026-10-02T08:00:00Z',
  secretHash: null,
  ...more,
});

const accountOf = (noor: Partial<User>, more: Partial<Account> = {}): Account => ({
  ...BOOKSHOP_ACCOUNT,
  users: byName(user('noor', [], noor)),
  ...more,
});

const rows = (account: Account, activity: Activity = NO_ACTIVITY): Record<string, string>[] => {
  const [head = '', ...lines] = credentialReport(account, activity).trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell] as const)),
  );
};
const noorIn = (account: Account, activity?: Activity) => rows(account, activity)[1];
const rootIn = (account: Account, activity?: Activity) => rows(account, activity)[0];

test('the columns are AWS’s, in its order, and the root user comes first', () => {
  expect(credentialReport(accountOf({}), NO_ACTIVITY)).toBe(
    [
      'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,' +
        'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,' +
        'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,' +
        'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated,additional_credentials_info',
      `<root_account>,arn:aws:iam::${BOOKSHOP}:root,2026-08-01T08:00:00+00:00,false,N/A,N/A,not_supported,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A,N/A`,
      `noor,arn:aws:iam::${BOOKSHOP}:user/noor,2026-09-01T08:00:00+00:00,false,N/A,N/A,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A,N/A`,
      '',
    ].join('\n'),
  );
});

test('users are sorted by name; names with commas stay one cell', () => {
  const report = credentialReport(
    { ...BOOKSHOP_ACCOUNT, users: byName(user('zoe', []), user('b,a', []), user('amira', [])) },
    NO_ACTIVITY,
  );
  const names = report.split('\n').map((line) => line.split(',', 1)[0]);
  expect(names).toEqual(['user', '<root_account>', 'amira', '"b', 'zoe', '']);
  expect(report).toContain(`"b,a","arn:aws:iam::${BOOKSHOP}:user/b,a",2026-`);
});

describe('passwords', () => {
  const used = withSignIn(NO_ACTIVITY, user('noor', []).id, '2026-11-01T09:00:00Z');

  test('never used', () =>
    expect(noorIn(accountOf({ login: LOGIN }))).toMatchObject({
      password_enabled: 'true',
      password_last_used: 'no_information',
      password_last_changed: '2026-10-01T08:00:00+00:00',
      password_next_rotation: 'N/A',
    }));

  test('used', () =>
    expect(noorIn(accountOf({ login: LOGIN }), used)?.password_last_used).toBe('2026-11-01T09:00:00+00:00'));

  test('used and taken away', () =>
    expect(noorIn(accountOf({}), used)).toMatchObject({
      password_enabled: 'false',
      password_last_used: 'N/A',
      password_last_changed: 'N/A',
    }));

  const passwordPolicy = {
    minimumLength: 8,
    requireSymbols: false,
    requireNumbers: false,
    requireUppercase: false,
    requireLowercase: false,
    allowUsersToChange: false,
    maxAge: 90,
    reusePrevention: null,
    hardExpiry: false,
  };

  test('the policy says when the next is due, not for the root user', () => {
    const account = accountOf(
      { login: LOGIN },
      { passwordPolicy, root: { ...BOOKSHOP_ACCOUNT.root, login: LOGIN } },
    );
    expect(noorIn(account)?.password_next_rotation).toBe('2026-12-30T08:00:00+00:00');
    expect(rootIn(account)).toMatchObject({
      password_enabled: 'true',
      password_last_used: 'no_information',
      password_last_changed: '2026-10-01T08:00:00+00:00',
      password_next_rotation: 'not_supported',
    });
    expect(noorIn(accountOf({}, { passwordPolicy }))?.password_next_rotation).toBe('N/A');
  });

  test('of the root user, used', () => {
    const account = accountOf({}, { root: { ...BOOKSHOP_ACCOUNT.root, login: LOGIN } });
    const activity = withSignIn(NO_ACTIVITY, BOOKSHOP, '2026-11-02T09:00:00Z');
    expect(rootIn(account, activity)?.password_last_used).toBe('2026-11-02T09:00:00+00:00');
  });
});

describe('access keys', () => {
  const usedOn = (service: string) =>
    withUse(NO_ACTIVITY, {
      date: '2026-11-01T09:00:00Z',
      service,
      region: 'eu-central-1',
      action: 'X',
      by: { kind: 'user', id: 'AIDANOOR', accessKeyId: 'AKIATWO' },
    });

  test('never used, and none', () =>
    expect(noorIn(accountOf({ accessKeys: [key('AKIAONE')] }))).toMatchObject({
      access_key_1_active: 'true',
      access_key_1_last_rotated: '2026-10-02T08:00:00+00:00',
      access_key_1_last_used_date: 'N/A',
      access_key_1_last_used_region: 'N/A',
      access_key_1_last_used_service: 'N/A',
      access_key_2_active: 'false',
      access_key_2_last_rotated: 'N/A',
    }));

  test('the second, used; an inactive one has no rotation', () =>
    expect(
      noorIn(
        accountOf({ accessKeys: [key('AKIAONE', { status: 'Inactive' }), key('AKIATWO')] }),
        usedOn('dynamodb'),
      ),
    ).toMatchObject({
      access_key_1_active: 'false',
      access_key_1_last_rotated: 'N/A',
      access_key_2_active: 'true',
      access_key_2_last_used_date: '2026-11-01T09:00:00+00:00',
      access_key_2_last_used_region: 'eu-central-1',
      access_key_2_last_used_service: 'dynamodb',
    }));

  test('a service without Regions is used in none', () =>
    expect(noorIn(accountOf({ accessKeys: [key('AKIATWO')] }), usedOn('s3'))).toMatchObject({
      access_key_1_last_used_date: '2026-11-01T09:00:00+00:00',
      access_key_1_last_used_region: 'N/A',
      access_key_1_last_used_service: 's3',
    }));

  test('of the root user', () => {
    const root = { ...BOOKSHOP_ACCOUNT.root, accessKeys: [key('AKIAROOT')] };
    expect(rootIn(accountOf({}, { root }))?.access_key_1_active).toBe('true');
  });
});

test('one MFA device of any kind will do', () => {
  const serial = `arn:aws:iam::${BOOKSHOP}:u2f/user/noor/key`;
  const account = accountOf(
    {},
    {
      mfaDevices: tableOf({
        [serial]: {
          serial,
          kind: 'passkey',
          created: CREATED,
          seed: null,
          holder: { kind: 'user', name: 'noor' },
          enabled: CREATED,
          tags: {},
        },
      }),
    },
  );
  expect(noorIn(account)?.mfa_active).toBe('true');
  expect(rootIn(account)?.mfa_active).toBe('false');
});
