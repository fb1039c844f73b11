// The name of an MFA device.
import { expect, test } from 'vitest';
import { DEVICES } from '../../../tests/fixtures/sign-in.ts';
import { deviceName } from './device-name.ts';

test.each([
  [DEVICES.mia, 'mia-phone'],
  [DEVICES.pia, 'key-1'],
  [DEVICES.tom, 'GAHT12345678'],
])('the name of a device', (device, name) => expect(deviceName(device)).toBe(name));
