// The kind of an MFA device by its serial number.
import { expect, test } from 'vitest';
import { deviceKind } from './device-kind.ts';

test.each([
  ['arn:aws:iam::111122223333:mfa/noor-phone', 'virtual'],
  ['arn:aws:iam::111122223333:u2f/user/noor/laptop-ABC', 'passkey'],
  ['GAHT12345678', 'hardware'],
])('%s is of kind %s', (serial, kind) => {
  expect(deviceKind(serial)).toBe(kind);
});
