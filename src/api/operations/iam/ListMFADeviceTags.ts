// iam:ListMFADeviceTags: the tags of a virtual MFA device.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { deviceArn, SERIAL_NUMBER } from './mfa.ts';
import { taggableDevice } from './mfa-tags.ts';
import { pageAfter } from './paging.ts';
import { PAGING } from './parameters.ts';
import { tagList } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADeviceTags.html */
export const ListMFADeviceTags = operation({
  name: 'iam:ListMFADeviceTags',
  readOnly: true,
  cli: 'iam list-mfa-device-tags',
  parameters: { SerialNumber: SERIAL_NUMBER, ...PAGING },
  authorization: (_world, caller, { SerialNumber }) => [
    { action: 'iam:ListMFADeviceTags', resource: deviceArn(caller, SerialNumber) },
  ],
  perform: (scene, { SerialNumber, ...paging }) => {
    const found = taggableDevice(scene, SerialNumber);
    if (!found.ok) return found;
    const cut = pageAfter(tagList(found.value.device.tags), paging, ({ Key }) => Key);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { Tags: items, ...page }, changes: [] });
  },
});
