// At hand: the MFA devices that whoever sits at this sandbox holds in their hands.
import type { ApiEvent } from '../../account/event.ts';
import { compareNames } from '../../account/record.ts';
import { valuesOf } from '../../account/table.ts';
import type { MfaDevice, World } from '../../account/world.ts';
import type { AccountId } from '../../aws/arn.ts';
import type { HandoutEntry } from '../../scenario/scenario.ts';

export interface AtHand {
  readonly account: AccountId;
  readonly device: MfaDevice;
}

/** The calls that put a device into the hands of whoever made them. */
const ENROLLING: ReadonlySet<string> = new Set(['CreateVirtualMFADevice', 'EnableMFADevice']);

/**
 * Those that were set up in this workspace, and those of the people that it hands out: who may be somebody has their
 * phone, too. In the order of their serial numbers, account by account.
 */
export function devicesAtHand(
  world: World,
  events: readonly ApiEvent[],
  handout: readonly HandoutEntry[],
): AtHand[] {
  const enrolled = new Set(events.flatMap(serialsIn));
  const isHandedOut = (account: AccountId, { holder }: MfaDevice): boolean =>
    handout.some(
      (entry) =>
        entry.account === account &&
        (entry.kind === 'root'
          ? holder?.kind === 'root'
          : holder?.kind === 'user' && holder.name === entry.name),
    );
  return Object.values(world.accounts).flatMap((account) =>
    valuesOf(account.mfaDevices)
      .filter((device) => enrolled.has(device.serial) || isHandedOut(account.id, device))
      .sort((a, b) => compareNames(a.serial, b.serial))
      .map((device) => ({ account: account.id, device })),
  );
}

function serialsIn({ eventName, errorCode, requestParameters, responseElements }: ApiEvent): string[] {
  if (!ENROLLING.has(eventName) || errorCode !== undefined) return [];
  const made = responseElements?.['virtualMFADevice'];
  const places = [requestParameters, typeof made === 'object' && made !== null ? made : {}];
  return places.flatMap((fields) => {
    const serial: unknown = Reflect.get(fields, 'serialNumber');
    return typeof serial === 'string' ? [serial] : [];
  });
}
