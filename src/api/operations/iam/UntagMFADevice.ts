// iam:UntagMFADevice: takes tags away from a virtual MFA device.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { deviceArn, devicePatched, SERIAL_NUMBER } from './mfa.ts';
import { taggableDevice } from './mfa-tags.ts';
import { TAG_KEYS } from './parameters.ts';
import { removingTags, withoutTags } from './tags.ts';

/**
 * Keys that the device does not have are no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagMFADevice.html
 */
export const UntagMFADevice = operation({
  name: 'iam:UntagMFADevice',
  readOnly: false,
  cli: 'iam untag-mfa-device',
  parameters: { SerialNumber: SERIAL_NUMBER, TagKeys: TAG_KEYS },
  authorization: (_world, caller, { SerialNumber, TagKeys }) => [
    { action: 'iam:UntagMFADevice', resource: deviceArn(caller, SerialNumber), ...removingTags(TagKeys) },
  ],
  perform: (scene, { SerialNumber, TagKeys }) => {
    const found = taggableDevice(scene, SerialNumber);
    if (!found.ok) return found;
    const before = found.value.device.tags;
    const tags = withoutTags(before, TagKeys, 'kept');
    const isSame = Object.keys(tags).length === Object.keys(before).length;
    return ok({ output: {}, changes: isSame ? [] : [devicePatched(found.value, { tags })] });
  },
});
