// iam:DeactivateMFADevice: takes a device from its user.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { devicePatched, heldDevice, SERIAL_NUMBER } from './mfa.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { subjectAuthorization, subjectOf } from './subject.ts';

/**
 * A virtual device and a hardware token stay, nobody's; a passkey is gone with it.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeactivateMFADevice.html
 */
export const DeactivateMFADevice = operation({
  name: 'iam:DeactivateMFADevice',
  readOnly: false,
  cli: 'iam deactivate-mfa-device',
  parameters: { UserName: optional(EXISTING_USER_NAME), SerialNumber: SERIAL_NUMBER },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:DeactivateMFADevice', UserName),
  perform: (scene, { UserName, SerialNumber }) => {
    const subject = subjectOf(scene, UserName);
    if (!subject.ok) return subject;
    const { account } = subject.value;
    const device = heldDevice(subject.value, SerialNumber);
    if (!device.ok) return device;
    const { serial, kind } = device.value;
    return ok({
      output: {},
      changes: [
        kind === 'passkey'
          ? { kind: 'entitySet', account: account.id, table: 'mfaDevices', name: serial, value: null }
          : devicePatched({ account, device: device.value }, { holder: null, enabled: null }),
      ],
    });
  },
});
