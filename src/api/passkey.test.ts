// Passkeys: who may register one, what becomes of it, and how it is recorded.
import { expect, test } from 'vitest';
import { caller, environment, ROOT, WORLD } from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import { mfaDevicesOf } from '../account/mfa-devices.ts';
import { PASSKEY_NAME, registerPasskey } from './passkey.ts';

const ENV = environment();

test('the root user registers one: it is assigned at once, recorded as the call whose permission it takes', () => {
  const { result, changes, event, evaluations } = registerPasskey(WORLD, ROOT, { name: 'key' }, ENV);
  expect(result).toEqual({ ok: true, output: {} });
  const account = applyChanges(WORLD, changes).accounts[ROOT.account];
  if (!account) throw new Error('The account is gone.');
  const [device] = mfaDevicesOf(account, { kind: 'root' });
  expect(device).toMatchObject({ kind: 'passkey', seed: null, enabled: event.eventTime });
  expect(device?.serial).toMatch(/^arn:aws:iam::\d{12}:u2f\/root-account\/key-[A-Z2-7]{26}$/);
  expect(event).toMatchObject({
    eventName: 'EnableMFADevice',
    requestParameters: { serialNumber: device?.serial },
  });
  expect(event.requestParameters).not.toHaveProperty('authenticationCode1');
  expect(evaluations.map(({ request }) => request.context['iam:RegisterSecurityKey'])).toEqual([
    'Create',
    'Activate',
  ]);
});

test('whom no policy allows iam:EnableMFADevice is denied, and nothing changes', () => {
  const { result, changes } = registerPasskey(WORLD, caller('noor'), { UserName: 'noor', name: 'key' }, ENV);
  expect(result).toMatchObject({ ok: false, error: { code: 'AccessDenied' } });
  expect(changes).toEqual([]);
});

test('nobody has more than eight devices', () => {
  let world = WORLD;
  const register = () => registerPasskey(world, ROOT, { name: 'key' }, ENV);
  for (let at = 0; at < 8; at++) {
    const { result, changes } = registerPasskey(world, ROOT, { name: `key-${at}` }, ENV);
    expect(result.ok).toBe(true);
    world = applyChanges(world, changes);
  }
  expect(register().result).toMatchObject({ ok: false, error: { code: 'LimitExceeded' } });
});

test.each([
  ['noor-key', true],
  ['', false],
  ['two words', false],
  ['a'.repeat(65), false],
])('%j as a name: %s', (name, good) => expect(PASSKEY_NAME.test(name)).toBe(good));
