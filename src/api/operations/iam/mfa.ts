// MFA devices as the operations of IAM meet them: named by serial number, found, held by somebody, shown.
import type { Change } from '../../../account/change.ts';
import { mfaDevicesOf } from '../../../account/mfa-devices.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, MfaDevice, MfaHolder } from '../../../account/world.ts';
import { iamArn, isArn, type Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { Caller } from '../../../account/caller.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { subjectName, type Subject } from './subject.ts';

export const SERIAL_NUMBER = {
  type: 'text',
  event: 'serialNumber',
  required: true,
  min: 9,
  max: 256,
  pattern: '[\\w+=/:,.@-]+',
} as const;

const code = <Event extends string>(event: Event) =>
  ({ type: 'text', event, required: true, min: 6, max: 6, pattern: '[\\d]+', secret: true }) as const;

/** What proves that a device is at hand. */
export const AUTHENTICATION_CODES = {
  AuthenticationCode1: code('authenticationCode1'),
  AuthenticationCode2: code('authenticationCode2'),
} as const;

/** The ARN that a request on a device asks for. Hardware tokens have none; theirs is made of the serial number. */
export const deviceArn = (caller: Caller, serial: string): Arn =>
  isArn(serial) ? serial : iamArn(caller.account, 'mfa', '/', serial);

export interface FoundDevice {
  readonly account: Account;
  readonly device: MfaDevice;
}

export function existingDevice(scene: Scene, serial: string): Result<FoundDevice, AwsError> {
  const account = accountOf(scene);
  if (!account.ok) return account;
  const device = lookup(account.value.mfaDevices, serial);
  return device ? ok({ account: account.value, device }) : err(deviceMissing(serial));
}

export const deviceMissing = (serial: string): AwsError =>
  awsError('NoSuchEntity', `VirtualMFADevice with serial number ${serial} doesn't exist.`);

export const holderOf = ({ user }: Pick<Subject, 'user'>): MfaHolder =>
  user ? { kind: 'user', name: user.name } : { kind: 'root' };

/** A device that exactly this user has; those of others are none of theirs. AWS's words as remembered. */
export function heldDevice(subject: Subject, serial: string): Result<MfaDevice, AwsError> {
  const device = mfaDevicesOf(subject.account, holderOf(subject)).find((each) => each.serial === serial);
  return device ? ok(device) : err(awsError('NoSuchEntity', 'MFA Device invalid for user.'));
}

/** Where AWS's model wants a name and only the root user may leave it out, in the words of that refusal. */
export const nameMissing = (): AwsError =>
  awsError(
    'ValidationError',
    "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null",
  );

export const wrongCodes = (): AwsError =>
  awsError('InvalidAuthenticationCode', 'Authentication code for device is not valid.');

export const devicePatched = (
  { account, device }: FoundDevice,
  patch: Partial<MfaDevice>,
): Extract<Change, { kind: 'entityPatched' }> => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'mfaDevices',
  name: device.serial,
  patch,
});

export interface ListedDevice {
  readonly UserName?: string;
  readonly SerialNumber: string;
  readonly EnableDate?: Instant;
}

export const listedDevice = (subject: Subject, { serial, enabled }: MfaDevice): ListedDevice => ({
  ...subjectName(subject),
  SerialNumber: serial,
  ...(enabled !== null && { EnableDate: enabled }),
});
