// From profiles to callers: keys that AWS knows or does not, roles one after the other, and codes that have to be asked for.
import { describe, expect, test } from 'vitest';
import {
  NOOR_KEY,
  NOOR_PHONE,
  noorWithKey,
  roleArnOf,
  SEED,
  session,
  STS_WORLD,
  temporary,
} from '../../tests/fixtures/sts.ts';
import { BOOKSHOP, NOW } from '../../tests/fixtures/world.ts';
import type { SigningCaller } from '../account/caller.ts';
import { execute } from '../api/execute.ts';
import { codeOf } from '../api/operations/iam/mfa-code.ts';
import { sessionToken } from '../api/session-token.ts';
import { environment } from '../../tests/fixtures/world.ts';
import { profileLink, resolved, type Surroundings } from './profile-caller.ts';
import { planOf, type Settings } from './profiles.ts';

const KEYS = { aws_access_key_id: NOOR_KEY, aws_secret_access_key: 'whatever' };
const DESK = { role_arn: roleArnOf('Desk'), source_profile: 'base', role_session_name: 'cli' };

/** Who has the last of these profiles, and which calls were made on the way. */
function act(sections: Readonly<Record<string, Settings>>, codes: Surroundings['codes'] = {}) {
  const calls: { readonly who: SigningCaller; readonly input: object }[] = [];
  const profiles = Object.entries(sections).map(([name, settings]) => ({ name, settings }));
  const plan = planOf({ profiles, profile: profiles.at(-1)?.name ?? '', environment: {} });
  if (!plan.ok) throw new Error(plan.error.message);
  const found = resolved(plan.value, {
    world: STS_WORLD,
    now: NOW,
    codes,
    assume: (who, call) => {
      calls.push({ who, input: call.input });
      return execute(STS_WORLD, who, call, { ...environment(), now: NOW });
    },
  });
  return { found, calls };
}

test('keys are those of whoever has them', () => {
  const { found, calls } = act({ base: KEYS });
  expect(found).toMatchObject({ kind: 'caller', caller: noorWithKey });
  expect(calls).toEqual([]);
});

test('keys that AWS does not know are refused in its words', () => {
  const { found } = act({ base: { ...KEYS, aws_access_key_id: 'AKIANOBODY' }, dev: DESK });
  expect(found).toMatchObject({ kind: 'refused', outcome: null, error: { code: 'InvalidClientTokenId' } });
});

test('roles are assumed one after the other, each with the credentials of the one before', () => {
  const { found, calls } = act({
    base: KEYS,
    desk: DESK,
    next: {
      role_arn: roleArnOf('Next'),
      source_profile: 'desk',
      duration_seconds: '900',
      external_id: 'maple-7',
    },
  });
  expect(found).toMatchObject({
    kind: 'caller',
    caller: { kind: 'roleSession', roleName: 'Next', chained: true },
    values: { accessKeyId: expect.stringMatching(/^ASIA/) as string },
  });
  expect(calls).toMatchObject([
    { who: noorWithKey, input: { RoleArn: DESK.role_arn, RoleSessionName: 'cli' } },
    {
      who: { kind: 'roleSession', roleName: 'Desk' },
      input: {
        DurationSeconds: 900,
        ExternalId: 'maple-7',
        RoleSessionName: expect.stringMatching(/^botocore-session-\d+$/) as string,
      },
    },
  ]);
});

test('a role that may not be assumed is refused by the call', () => {
  const { found } = act({ base: KEYS, dev: { ...DESK, role_arn: roleArnOf('Nobody') } });
  expect(found).toMatchObject({
    kind: 'refused',
    error: { code: 'AccessDenied' },
    outcome: { call: { operation: 'sts:AssumeRole' } },
  });
});

describe('a code of an MFA device', () => {
  const sections = { base: KEYS, dev: { ...DESK, mfa_serial: NOOR_PHONE } };
  test('is asked for before any call is made', () => {
    const { found, calls } = act(sections);
    expect(found).toEqual({
      kind: 'codeWanted',
      serial: NOOR_PHONE,
      prompt: `Enter MFA code for ${NOOR_PHONE}: `,
    });
    expect(calls).toEqual([]);
  });
  test('goes with the call', () => {
    const { found, calls } = act(sections, { [NOOR_PHONE]: codeOf(SEED, NOW) });
    expect(found).toMatchObject({ kind: 'caller' });
    expect(calls).toMatchObject([{ input: { SerialNumber: NOOR_PHONE, TokenCode: codeOf(SEED, NOW) } }]);
  });
  test('is refused when it is wrong', () => {
    expect(act(sections, { [NOOR_PHONE]: '000000' }).found).toMatchObject({
      kind: 'refused',
      error: { code: 'AccessDenied' },
    });
  });
});

test('credentials with a token are those of the session they were made for', () => {
  const caller = session('Desk');
  const token = sessionToken(caller, 'secret');
  const settings = {
    aws_access_key_id: caller.credentials.accessKeyId,
    aws_secret_access_key: 'secret',
    aws_session_token: token,
  };
  expect(act({ base: settings }).found).toMatchObject({ kind: 'caller', caller });
});

test.each<[string, SigningCaller]>([
  ['accessKey', noorWithKey],
  ['assumeRole', session('Desk')],
  ['sessionToken', { ...noorWithKey, credentials: temporary('sessionToken') }],
  ['assumeRoot', { kind: 'root', account: BOOKSHOP, credentials: temporary('assumeRoot'), task: 'arn:x' }],
])('a session by way of %s', (way, caller) => {
  expect(profileLink(caller)).toEqual({ way, caller, display: null });
});
