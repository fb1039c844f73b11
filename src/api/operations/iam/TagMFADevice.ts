// iam:TagMFADevice: adds tags to a virtual MFA device, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { deviceArn, devicePatched, SERIAL_NUMBER } from './mfa.ts';
import { taggableDevice } from './mfa-tags.ts';
import { TAGS } from './parameters.ts';
import { settingTags, tagError, tagQuotaError, withTags } from './tags.ts';

/**
 * Here the letter case of keys counts.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagMFADevice.html
 */
export const TagMFADevice = operation({
  name: 'iam:TagMFADevice',
  readOnly: false,
  cli: 'iam tag-mfa-device',
  parameters: { SerialNumber: SERIAL_NUMBER, Tags: TAGS },
  authorization: (_world, caller, { SerialNumber, Tags }) => [
    { action: 'iam:TagMFADevice', resource: deviceArn(caller, SerialNumber), ...settingTags(Tags) },
  ],
  perform: (scene, { SerialNumber, Tags }) => {
    const found = taggableDevice(scene, SerialNumber);
    if (!found.ok) return found;
    const tags = withTags(found.value.device.tags, Tags, 'kept');
    const refused = tagError(Tags, 'kept') ?? tagQuotaError(tags);
    return refused ? err(refused) : ok({ output: {}, changes: [devicePatched(found.value, { tags })] });
  },
});
