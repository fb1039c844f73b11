// iam:ResyncMFADevice: two codes in a row tell AWS how far the clock of a device is off.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { AUTHENTICATION_CODES, heldDevice, nameMissing, SERIAL_NUMBER, wrongCodes } from './mfa.ts';
import { clockShown } from './mfa-code.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { subjectAuthorization, subjectOf } from './subject.ts';

/**
 * The world stays as it is: what AWS has learned of the clock is read off the call, see `clockLearned`. As with
 * `EnableMFADevice`, only who signs as the root user may leave the name out.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResyncMFADevice.html
 */
export const ResyncMFADevice = operation({
  name: 'iam:ResyncMFADevice',
  readOnly: false,
  cli: 'iam resync-mfa-device',
  parameters: {
    UserName: optional(EXISTING_USER_NAME),
    SerialNumber: SERIAL_NUMBER,
    ...AUTHENTICATION_CODES,
  },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:ResyncMFADevice', UserName),
  perform: (scene, { UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 }) => {
    if (scene.caller.kind !== 'root' && UserName === undefined) return err(nameMissing());
    const subject = subjectOf(scene, UserName);
    if (!subject.ok) return subject;
    const device = heldDevice(subject.value, SerialNumber);
    if (!device.ok) return device;
    const { seed } = device.value;
    const { now, mfaClock } = scene.env;
    const known = mfaClock?.(device.value);
    return seed !== null && clockShown(seed, AuthenticationCode1, AuthenticationCode2, now, known) !== null
      ? ok({ output: {}, changes: [] })
      : err(wrongCodes());
  },
});
