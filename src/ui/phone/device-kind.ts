// The kind of an MFA device, as its serial number tells it.
import type { MfaDevice } from '../../account/world.ts';

export type DeviceKind = MfaDevice['kind'];

/** A bare serial number is that of a hardware token. */
export const deviceKind = (serial: string): DeviceKind =>
  /^arn:[^:]*:iam::\d*:u2f\//.test(serial) ? 'passkey' : serial.startsWith('arn:') ? 'virtual' : 'hardware';

/** In AWS's words. */
export const DEVICE_WORDS: Readonly<Record<DeviceKind, string>> = {
  virtual: 'Authenticator app',
  hardware: 'Hardware TOTP token',
  passkey: 'Passkey or security key',
};
