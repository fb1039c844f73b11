// iam:GetMFADevice: one MFA device of a user or of the caller.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { heldDevice, listedDevice, SERIAL_NUMBER } from './mfa.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { subjectAuthorization, subjectOf } from './subject.ts';

/**
 * `Certifications` are of passkeys; none is known here.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetMFADevice.html
 */
export const GetMFADevice = operation({
  name: 'iam:GetMFADevice',
  readOnly: true,
  cli: 'iam get-mfa-device',
  parameters: { SerialNumber: SERIAL_NUMBER, UserName: optional(EXISTING_USER_NAME) },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:GetMFADevice', UserName),
  perform: (scene, { SerialNumber, UserName }) => {
    const subject = subjectOf(scene, UserName);
    if (!subject.ok) return subject;
    const device = heldDevice(subject.value, SerialNumber);
    return device.ok ? ok({ output: listedDevice(subject.value, device.value), changes: [] }) : device;
  },
});
