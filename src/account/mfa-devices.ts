// MFA devices: those that a user or the root user has.
import { compareNames } from './record.ts';
import { perLeaf } from './table.ts';
import type { Account, MfaDevice, MfaHolder } from './world.ts';

const placeOf = (holder: MfaHolder): string => (holder.kind === 'root' ? 'root' : `user ${holder.name}`);

const byHolder = perLeaf((leaf: Readonly<Record<string, MfaDevice>>) => {
  const held = new Map<string, MfaDevice[]>();
  for (const device of Object.values(leaf)) {
    if (!device.holder) continue;
    const place = placeOf(device.holder);
    held.set(place, [...(held.get(place) ?? []), device]);
  }
  return held;
});

/** By serial number. The name of a user in exactly the letter case that it has. */
export function mfaDevicesOf(account: Account, holder: MfaHolder): MfaDevice[] {
  const place = placeOf(holder);
  return byHolder(account.mfaDevices)
    .flatMap((held) => held.get(place) ?? [])
    .sort((a, b) => compareNames(a.serial, b.serial));
}

const countsPerLeaf = perLeaf((leaf: Readonly<Record<string, MfaDevice>>) => {
  const devices = Object.values(leaf);
  return { all: devices.length, held: devices.filter(({ holder }) => holder).length };
});

export function mfaDeviceCounts(account: Account): { readonly all: number; readonly held: number } {
  const counts = countsPerLeaf(account.mfaDevices);
  return {
    all: counts.reduce((sum, { all }) => sum + all, 0),
    held: counts.reduce((sum, { held }) => sum + held, 0),
  };
}
