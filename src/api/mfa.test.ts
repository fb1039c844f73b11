// Tests for MFA devices beyond single calls: from seed to sign-in device, and what of it is recorded.
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { outputOf, ask } from '../../tests/fixtures/ask.ts';
import { BOOKSHOP, NOW, ROOT, WORLD } from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import { mfaDeviceCounts, mfaDevicesOf } from '../account/mfa-devices.ts';
import { withValue } from '../account/table.ts';
import type { MfaDevice } from '../account/world.ts';
import { epochMillis } from '../aws/instant.ts';

const SERIAL = `arn:aws:iam::${BOOKSHOP}:mfa/noor-phone`;

test('an authenticator app that is given the seed can enable the device; the seed is in no event', () => {
  const made = ask(ROOT, {
    operation: 'iam:CreateVirtualMFADevice',
    input: { VirtualMFADeviceName: 'noor-phone' },
  });
  const { VirtualMFADevice: device } = outputOf(made) as {
    VirtualMFADevice: { Base32StringSeed: string; QRCodePNG: string };
  };
  expect(made.event.responseElements).toEqual({ virtualMFADevice: { serialNumber: SERIAL } });
  expect(JSON.stringify(made.event)).not.toContain(device.Base32StringSeed);

  const app = new TOTP({ secret: Secret.fromBase32(device.Base32StringSeed) });
  const code = (steps: number) => app.generate({ timestamp: epochMillis(NOW) + steps * 30_000 });
  const after = applyChanges(WORLD, made.changes);
  const input = { UserName: 'noor', SerialNumber: SERIAL };
  const enabled = ask(
    ROOT,
    {
      operation: 'iam:EnableMFADevice',
      input: { ...input, AuthenticationCode1: code(0), AuthenticationCode2: code(1) },
    },
    after,
  );
  expect(outputOf(enabled)).toEqual({});
  expect(enabled.event.requestParameters).toEqual({
    userName: 'noor',
    serialNumber: SERIAL,
    authenticationCode1: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    authenticationCode2: 'HIDDEN_DUE_TO_SECURITY_REASONS',
  });
});

test('devices are found by their holder, and counted', () => {
  const [account] = Object.values(WORLD.accounts);
  if (!account) throw new Error('The fixture has no account.');
  const device = (at: number): MfaDevice => ({
    serial: `arn:aws:iam::${BOOKSHOP}:mfa/phone-${String(at).padStart(2, '0')}`,
    kind: 'virtual',
    created: NOW,
    seed: 'GEZDGNBVGY3TQOJQ',
    holder: at % 4 === 0 ? null : at % 4 === 1 ? { kind: 'root' } : { kind: 'user', name: `user-${at % 4}` },
    enabled: at % 4 === 0 ? null : NOW,
    tags: {},
  });
  // More than one leaf of the table.
  const devices = Array.from({ length: 40 }, (_, at) => device(at));
  const mfaDevices = devices.reduce((table, one) => withValue(table, one.serial, one), account.mfaDevices);
  const full = { ...account, mfaDevices };
  expect(mfaDevicesOf(full, { kind: 'root' }).map(({ serial }) => serial)).toEqual(
    devices.filter((_, at) => at % 4 === 1).map(({ serial }) => serial),
  );
  expect(mfaDevicesOf(full, { kind: 'user', name: 'user-2' })).toHaveLength(10);
  expect(mfaDevicesOf(full, { kind: 'user', name: 'root' })).toEqual([]);
  expect(mfaDeviceCounts(full)).toEqual({ all: 40, held: 30 });
});
