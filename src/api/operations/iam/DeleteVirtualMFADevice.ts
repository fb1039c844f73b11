// iam:DeleteVirtualMFADevice: removes a virtual device that nobody has.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { deviceArn, deviceMissing, existingDevice, SERIAL_NUMBER } from './mfa.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteVirtualMFADevice.html */
export const DeleteVirtualMFADevice = operation({
  name: 'iam:DeleteVirtualMFADevice',
  readOnly: false,
  cli: 'iam delete-virtual-mfa-device',
  parameters: { SerialNumber: SERIAL_NUMBER },
  authorization: (_world, caller, { SerialNumber }) => [
    { action: 'iam:DeleteVirtualMFADevice', resource: deviceArn(caller, SerialNumber) },
  ],
  perform: (scene, { SerialNumber }) => {
    const found = existingDevice(scene, SerialNumber);
    if (!found.ok) return found;
    const { account, device } = found.value;
    if (device.kind !== 'virtual') return err(deviceMissing(SerialNumber));
    if (device.holder)
      return err(awsError('DeleteConflict', 'MFA VirtualDevice in use. Must deactivate first.'));
    return ok({
      output: {},
      changes: [
        { kind: 'entitySet', account: account.id, table: 'mfaDevices', name: device.serial, value: null },
      ],
    });
  },
});
