// Clocks of MFA devices: how far AWS knows them to be off.
import type { MfaDevice } from '../account/world.ts';
import type { Instant } from '../aws/instant.ts';

/**
 * What AWS knows of a clock. It is no part of the world: a world goes to others, by a link or a file, but the phone whose
 * clock is off does not.
 */
export interface MfaClock {
  readonly serial: string;
  /** Of the device: one that is made again under the same name is another. */
  readonly created: Instant;
  /** Steps of half a minute by which it is ahead; negative when it is behind. */
  readonly steps: number;
}

export type ClockOf = (device: Pick<MfaDevice, 'serial' | 'created'>) => number;

/** Of what is not known of any device, its clock is right. */
export const clockIn =
  (known: readonly MfaClock[]): ClockOf =>
  ({ serial, created }) =>
    known.find((one) => one.serial === serial && one.created === created)?.steps ?? 0;
