// iam:ListMFADevices: the MFA devices of a user or of the caller, of every kind.
import { mfaDevicesOf } from '../../../account/mfa-devices.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { holderOf, listedDevice } from './mfa.ts';
import { pageAfter } from './paging.ts';
import { EXISTING_USER_NAME, optional, PAGING } from './parameters.ts';
import { subjectAuthorization, subjectOf } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html */
export const ListMFADevices = operation({
  name: 'iam:ListMFADevices',
  readOnly: true,
  cli: 'iam list-mfa-devices',
  parameters: { UserName: optional(EXISTING_USER_NAME), ...PAGING },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:ListMFADevices', UserName),
  perform: (scene, { UserName, ...paging }) => {
    const subject = subjectOf(scene, UserName);
    if (!subject.ok) return subject;
    const { account } = subject.value;
    const cut = pageAfter(mfaDevicesOf(account, holderOf(subject.value)), paging, ({ serial }) => serial);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { MFADevices: items.map((device) => listedDevice(subject.value, device)), ...page },
      changes: [],
    });
  },
});
