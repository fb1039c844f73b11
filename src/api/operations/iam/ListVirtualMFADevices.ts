// iam:ListVirtualMFADevices: the virtual MFA devices of the account, and who has each.
import type { Activity } from '../../../account/activity.ts';
import { virtualDevicesThat } from '../../../account/orders.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, MfaDevice } from '../../../account/world.ts';
import type { Instant } from '../../../aws/instant.ts';
import { ok } from '../../../aws/result.ts';
import { operation, type Performed } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { pageAfter, type Page } from './paging.ts';
import { PAGING } from './parameters.ts';
import { listedUser, shownRootUser, type ListedUser, type ShownRootUser } from './shapes.ts';

interface ListedVirtualDevice {
  readonly SerialNumber: string;
  readonly User?: ListedUser | ShownRootUser;
  readonly EnableDate?: Instant;
}

interface Output extends Page {
  readonly VirtualMFADevices: readonly ListedVirtualDevice[];
}

/**
 * Without seeds and tags.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html
 */
export const ListVirtualMFADevices = operation({
  name: 'iam:ListVirtualMFADevices',
  readOnly: true,
  cli: 'iam list-virtual-mfa-devices',
  parameters: {
    AssignmentStatus: {
      type: 'text',
      event: 'assignmentStatus',
      required: false,
      oneOf: ['Assigned', 'Unassigned', 'Any'],
    },
    ...PAGING,
  },
  authorization: () => [{ action: 'iam:ListVirtualMFADevices', resource: '*' }],
  perform: (scene, { AssignmentStatus = 'Any', ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const cut = pageAfter(
      virtualDevicesThat(account.value.mfaDevices, AssignmentStatus),
      paging,
      ({ serial }) => serial,
    );
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok<Performed<Output>>({
      output: {
        VirtualMFADevices: items.map((device) => listed(account.value, device, scene.env.activity)),
        ...page,
      },
      changes: [],
    });
  },
});

function listed(
  account: Account,
  { serial, holder, enabled }: MfaDevice,
  activity: Activity,
): ListedVirtualDevice {
  const user = holder?.kind === 'user' ? lookup(account.users, holder.name) : undefined;
  return {
    SerialNumber: serial,
    ...(holder?.kind === 'root' && { User: shownRootUser(account, activity) }),
    ...(user && { User: listedUser(account, user, activity) }),
    ...(enabled !== null && { EnableDate: enabled }),
  };
}
