// The name of an MFA device.
import { expect, test } from 'vitest';
import { DEVICES } from '../../../tests/fixtures/sign-in.ts';
import { deviceName } from './device-name.ts';

test.each([
  [DEVICES.mia, 'mia-phone'],
  [DEVICES.pia, 'key-1'],
  [DEVICES.tom, 'GAHT12345678'],
  [{ serial: 'arn:aws:iam::111122223333:u2f/root-account/key-one-DBAF2PVYJHSMJ4OVDSEKZO2VIH' }, 'key-one'],
])('the name of a device', (device, name) => expect(deviceName(device)).toBe(name));
