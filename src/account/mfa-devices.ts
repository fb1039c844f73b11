// MFA devices: those that a user or the root user has.
import { indexBy } from './index-by.ts';
import { valuesNamed } from './indexes.ts';
import { compareNames } from './record.ts';
import { sizeOf, summed } from './table.ts';
import type { Account, MfaDevice, MfaHolder } from './world.ts';

const placeOf = (holder: MfaHolder): string => (holder.kind === 'root' ? 'root' : `user ${holder.name}`);

const byHolder = indexBy<MfaDevice>(({ holder }) => (holder === null ? [] : [placeOf(holder)]));

/** By serial number. The name of a user in exactly the letter case that it has. */
export const mfaDevicesOf = ({ mfaDevices }: Account, holder: MfaHolder): MfaDevice[] =>
  valuesNamed(mfaDevices, byHolder(mfaDevices, placeOf(holder))).sort((a, b) =>
    compareNames(a.serial, b.serial),
  );

const heldIn = summed<MfaDevice>(({ holder }) => (holder === null ? 0 : 1));

export const mfaDeviceCounts = ({
  mfaDevices,
}: Account): { readonly all: number; readonly held: number } => ({
  all: sizeOf(mfaDevices),
  held: heldIn(mfaDevices),
});
