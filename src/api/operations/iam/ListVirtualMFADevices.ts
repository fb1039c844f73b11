// iam:ListVirtualMFADevices: the virtual MFA devices of the account, and who has each.
import { compareNames } from '../../../account/record.ts';
import { lookup, valuesOf } from '../../../account/table.ts';
import type { Account, MfaDevice } from '../../../account/world.ts';
import { rootArn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { ok } from '../../../aws/result.ts';
import { operation, type Performed } from '../../operation.ts';
import { accountOf } from './entities.ts';
import type { ShownRootUser } from './GetUser.ts';
import { pageOf, type Page } from './paging.ts';
import { PAGING } from './parameters.ts';
import { listedUser, type ListedUser } from './shapes.ts';

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
    const devices = valuesOf(account.value.mfaDevices)
      .filter(({ kind, holder }) => kind === 'virtual' && isWanted(AssignmentStatus, holder !== null))
      .sort((a, b) => compareNames(a.serial, b.serial));
    const { items, page } = pageOf(devices, paging);
    return ok<Performed<Output>>({
      output: { VirtualMFADevices: items.map((device) => listed(account.value, device)), ...page },
      changes: [],
    });
  },
});

const isWanted = (status: string, isAssigned: boolean): boolean =>
  status === 'Any' || (status === 'Assigned') === isAssigned;

function listed(account: Account, { serial, holder, enabled }: MfaDevice): ListedVirtualDevice {
  const user = holder?.kind === 'user' ? lookup(account.users, holder.name) : undefined;
  return {
    SerialNumber: serial,
    ...(holder?.kind === 'root' && { User: { UserId: account.id, Arn: rootArn(account.id) } }),
    ...(user && { User: listedUser(account, user) }),
    ...(enabled !== null && { EnableDate: enabled }),
  };
}
