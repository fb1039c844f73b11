// Keyrings: what is believed of one that comes back, changes to it, and what the phone shows.
import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { STS_WORLD } from '../../tests/fixtures/sts.ts';
import { BOOKSHOP, withBookshop } from '../../tests/fixtures/world.ts';
import type { MfaDevice } from '../account/world.ts';
import { tableOf } from '../account/table.ts';
import {
  deviceOf,
  EMPTY_KEYRING,
  keyringSchema,
  phoneDevices,
  withClock,
  withDraft,
  withOnPhone,
  withoutProfile,
  withPhoneAhead,
  withProfile,
  withProfiles,
} from './keyring.ts';

const profile = (name: string, region = 'us-east-1') => ({ name, settings: { region } });

describe('believed', () => {
  const kept = {
    profiles: [profile('a')],
    phone: [{ serial: 's', created: 'c', kept: true }],
    terminal: { history: ['aws iam list-users'], files: { '/home/you/a.txt': 'YQ==' } },
  };
  test('as it was written', () => {
    const whole = {
      ...kept,
      clock: { ahead: -120, known: [{ serial: 's', created: 'c', steps: -4, used: [7] }] },
    };
    expect(safeParse(keyringSchema, whole)).toMatchObject({ success: true, output: whole });
  });
  test('one of before, when the phone had no clock of its own', () => {
    const output = { ...kept, clock: { ahead: 0, known: [] } };
    expect(safeParse(keyringSchema, kept)).toMatchObject({ success: true, output });
  });
  test('one of before, when a code could be given again', () => {
    const known = { serial: 's', created: 'c', steps: -4 };
    expect(safeParse(keyringSchema, { ...kept, clock: { ahead: 0, known: [known] } })).toMatchObject({
      success: true,
      output: { clock: { known: [{ ...known, used: [] }] } },
    });
  });
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['another shape', { profiles: {} }],
    ['a name twice', { ...kept, profiles: [profile('a'), profile('a')] }],
    ['a name that would end its line', { ...kept, profiles: [profile('a\n[b]')] }],
    ['a value that would', { ...kept, profiles: [profile('a', 'x\ny = z')] }],
    ['a setting that is none', { ...kept, profiles: [{ name: 'a', settings: { 'a b': 'c' } }] }],
    ['a clock that is off by less than a step', { ...kept, clock: { ahead: 10, known: [] } }],
    ['more than it should hold', { ...kept, extra: 1 }],
  ])('%s is not', (_what, value) => {
    expect(safeParse(keyringSchema, value).success).toBe(false);
  });
});

test('profiles are added at the end, replaced in place, renamed and removed', () => {
  const two = withProfile(withProfile(EMPTY_KEYRING, profile('a')), profile('b'));
  expect(two.profiles.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(withProfile(two, profile('a', 'eu-west-1')).profiles).toEqual([
    profile('a', 'eu-west-1'),
    profile('b'),
  ]);
  expect(withProfile(two, profile('c'), 'a').profiles).toEqual([profile('c'), profile('b')]);
  // Renamed to one that is there: that one gives way.
  expect(withProfile(two, profile('b', 'x'), 'a').profiles).toEqual([profile('b', 'x')]);
  expect(withoutProfile(two, 'a').profiles).toEqual([profile('b')]);
  expect(withProfiles(two, [profile('z')])).toEqual({ ...EMPTY_KEYRING, profiles: [profile('z')] });
});

describe('the phone', () => {
  const device = (serial: string, more: Partial<MfaDevice> = {}): MfaDevice => ({
    serial,
    kind: 'virtual',
    created: '2026-11-22T10:00:00Z',
    seed: 'JBSWY3DPEHPK3PXP',
    holder: null,
    enabled: null,
    tags: {},
    ...more,
  });
  const noor = device('noor', { holder: { kind: 'user', name: 'noor' } });
  const fresh = device('fresh');
  const key = device('key', { kind: 'passkey', seed: null, holder: { kind: 'root' } });
  const world = withBookshop(
    (account) => ({ ...account, mfaDevices: tableOf({ noor, fresh, key }) }),
    STS_WORLD,
  );
  const shown = (keyring = EMPTY_KEYRING) => phoneDevices(world, keyring).map(({ serial }) => serial);

  test('shows the devices that somebody has, and those that it has read', () => {
    expect(shown()).toEqual(['noor']);
    expect(shown(withOnPhone(EMPTY_KEYRING, fresh, true)).sort()).toEqual(['fresh', 'noor']);
  });
  test('forgets', () => {
    expect(shown(withOnPhone(EMPTY_KEYRING, noor, false))).toEqual([]);
    expect(shown(withOnPhone(withOnPhone(EMPTY_KEYRING, noor, false), noor, true))).toEqual(['noor']);
  });
  test('does not take another device for the one of the same name', () => {
    const before = withOnPhone(EMPTY_KEYRING, { ...fresh, created: '2026-11-01T10:00:00Z' }, true);
    expect(shown(before)).toEqual(['noor']);
  });
  test('has a clock that can be wrong; tokens have their own', () => {
    const token = device('token', { kind: 'hardware', holder: { kind: 'root' } });
    const beside = withBookshop(
      (account) => ({ ...account, mfaDevices: tableOf({ noor, token }) }),
      STS_WORLD,
    );
    const slow = withPhoneAhead(EMPTY_KEYRING, -120);
    const ahead = phoneDevices(beside, slow).map((one) => [one.serial, one.kind, one.ahead]);
    expect(ahead).toEqual([
      ['noor', 'virtual', -120],
      ['token', 'hardware', 0],
    ]);
  });
  test('what AWS has learned of a clock takes the place of what it knew of it', () => {
    const clock = (serial: string, steps: number) => ({ serial, created: fresh.created, steps, used: [] });
    const twice = [clock('noor', 4), clock('token', 1), clock('noor', -4)].reduce(withClock, EMPTY_KEYRING);
    expect(twice.clock).toEqual({ ahead: 0, known: [clock('token', 1), clock('noor', -4)] });
    expect(withPhoneAhead(twice, 600).clock.known).toEqual(twice.clock.known);
  });
  test('knows whether AWS takes the codes: as long as the clock is off by what AWS has learned', () => {
    const isTaken = (ahead: number, steps: number): boolean | undefined => {
      const { serial, created } = noor;
      const learned = withClock(EMPTY_KEYRING, { serial, created, steps, used: [] });
      return phoneDevices(world, withPhoneAhead(learned, ahead)).find((one) => one.serial === serial)?.inStep;
    };
    expect([isTaken(0, 0), isTaken(30, 0), isTaken(-600, -20), isTaken(-600, -19)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([isTaken(60, 0), isTaken(-600, 0), isTaken(0, -20), isTaken(600, -20)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
  test('knows the codes that AWS has taken: of this device, once each, and the newest of very many', () => {
    const taken = (used: readonly number[], created = noor.created) => ({
      serial: noor.serial,
      created,
      steps: 0,
      used,
    });
    const used = (keyring: typeof EMPTY_KEYRING) =>
      phoneDevices(world, keyring).find(({ serial }) => serial === noor.serial)?.used;
    const two = [taken([7, 8]), taken([8]), taken([6])].reduce(withClock, EMPTY_KEYRING);
    expect(used(EMPTY_KEYRING)).toEqual([]);
    expect(used(two)).toEqual([7, 8, 6]);
    expect(used(withClock(two, taken([9], '2026-01-01T00:00:00Z')))).toEqual([]);
    const many = Array.from({ length: 300 }, (_, at) => taken([at])).reduce(withClock, EMPTY_KEYRING);
    expect(used(many)).toEqual(Array.from({ length: 240 }, (_, at) => at + 60));
    expect(safeParse(keyringSchema, many).success).toBe(true);
  });
  test('says whose a device is', () => {
    expect(phoneDevices(world, EMPTY_KEYRING)).toMatchObject([{ account: BOOKSHOP, holder: 'noor' }]);
    expect(deviceOf(world, BOOKSHOP, 'fresh')).toEqual(fresh);
    expect(deviceOf(world, BOOKSHOP, 'none')).toBeNull();
    expect(deviceOf(world, '999999999999', 'fresh')).toBeNull();
  });
});

describe('drafts', () => {
  test('of policies are kept by name, the one written last at the end, and forgotten', () => {
    const two = withDraft(withDraft(EMPTY_KEYRING, 'a', '{'), 'b', '');
    expect(Object.entries(withDraft(two, 'a', '{}').drafts)).toEqual([
      ['b', ''],
      ['a', '{}'],
    ]);
    expect(withDraft(two, 'a', null).drafts).toEqual({ b: '' });
  });

  test('are so many at most', () => {
    const many = Array.from({ length: 120 }, (_, at) => `policy-${at}`);
    const kept = many.reduce((keyring, name) => withDraft(keyring, name, '{'), EMPTY_KEYRING);
    expect(Object.keys(kept.drafts)).toEqual(many.slice(20));
  });
});
