// iam:EnableMFADevice: assigns a device to a user, against two codes of it in a row.
import { mfaDevicesOf } from '../../../account/mfa-devices.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import {
  AUTHENTICATION_CODES,
  devicePatched,
  existingDevice,
  holderOf,
  nameMissing,
  SERIAL_NUMBER,
  wrongCodes,
} from './mfa.ts';
import { clockShown } from './mfa-code.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { MAX_MFA_DEVICES } from './quotas.ts';
import { subjectAuthorization, subjectOf } from './subject.ts';

/**
 * AWS's model wants a name. Its console makes the call for the root user without one, so only who signs as the root user
 * may leave it out. It counts from the next sign-in on. Codes of another time are taken, and tell AWS how far the clock is off: that is
 * read off the call, see `clockLearned`, so that the device is in step from the first sign-in. AWS's words for a device that somebody has are not known.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html
 */
export const EnableMFADevice = operation({
  name: 'iam:EnableMFADevice',
  readOnly: false,
  cli: 'iam enable-mfa-device',
  parameters: {
    UserName: optional(EXISTING_USER_NAME),
    SerialNumber: SERIAL_NUMBER,
    ...AUTHENTICATION_CODES,
  },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:EnableMFADevice', UserName),
  perform: (scene, { UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 }) => {
    if (scene.caller.kind !== 'root' && UserName === undefined) return err(nameMissing());
    const subject = subjectOf(scene, UserName);
    if (!subject.ok) return subject;
    const found = existingDevice(scene, SerialNumber);
    if (!found.ok) return found;
    const { device } = found.value;
    if (device.holder)
      return err(
        awsError('EntityAlreadyExists', `MFA device with serial number ${SerialNumber} is already assigned.`),
      );
    const holder = holderOf(subject.value);
    if (mfaDevicesOf(subject.value.account, holder).length >= MAX_MFA_DEVICES)
      return err(awsError('LimitExceeded', `Cannot exceed quota for MFADevicesPerUser: ${MAX_MFA_DEVICES}`));
    const { now, mfaClock } = scene.env;
    if (
      device.seed === null ||
      clockShown(device.seed, AuthenticationCode1, AuthenticationCode2, now, mfaClock?.(device)) === null
    )
      return err(wrongCodes());
    return ok({ output: {}, changes: [devicePatched(found.value, { holder, enabled: now })] });
  },
});
