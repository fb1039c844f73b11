// Leftover: virtual devices that a user had or began to set up, and that are nobody's now.
import type { ApiEvent } from '../../account/event.ts';
import { valuesOf } from '../../account/table.ts';
import type { Account } from '../../account/world.ts';
import type { OwnCaller } from './own.ts';

const ABOUT_DEVICES: ReadonlySet<string> = new Set([
  'CreateVirtualMFADevice',
  'EnableMFADevice',
  'DeactivateMFADevice',
]);

/**
 * The serial numbers of unassigned virtual devices that were this user's last, as the events tell: AWS's console deletes
 * them when it makes the user another one. What no event tells of is left alone.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html
 */
export const leftovers = (
  { id, mfaDevices }: Account,
  events: readonly ApiEvent[],
  caller: OwnCaller,
): readonly string[] =>
  valuesOf(mfaDevices)
    .filter(({ kind, holder }) => kind === 'virtual' && holder === null)
    .map(({ serial }) => serial)
    .filter((serial) => {
      const last = events.findLast(
        (event) =>
          ABOUT_DEVICES.has(event.eventName) &&
          event.errorCode === undefined &&
          event.recipientAccountId === id &&
          serialOf(event) === serial,
      );
      return last !== undefined && isAbout(last, caller);
    });

function serialOf({ requestParameters, responseElements }: ApiEvent): unknown {
  const made = responseElements?.['virtualMFADevice'];
  return typeof made === 'object' && made !== null
    ? Reflect.get(made, 'serialNumber')
    : requestParameters['serialNumber'];
}

/** Whoever names no user means themselves. */
function isAbout({ requestParameters, userIdentity }: ApiEvent, caller: OwnCaller): boolean {
  const named = requestParameters['userName'];
  if (typeof named === 'string') return caller.kind === 'user' && named === caller.name;
  return caller.kind === 'root'
    ? userIdentity.type === 'Root'
    : userIdentity.type === 'IAMUser' && userIdentity.userName === caller.name;
}
