// Clocks of MFA devices: how far AWS knows them to be off, and which of their codes it has taken.
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
  /**
   * The steps whose codes AWS has taken, as the device counts them since 1970, the newest last: a code is for one use.
   * @see https://datatracker.ietf.org/doc/html/rfc6238#section-5.2
   */
  readonly used: readonly number[];
}

/** What a code is held against. */
export type ClockFacts = Pick<MfaClock, 'steps' | 'used'>;

export type ClockOf = (device: Pick<MfaDevice, 'serial' | 'created'>) => ClockFacts;

/** As long as nothing is known of a device. */
export const RIGHT_CLOCK: ClockFacts = { steps: 0, used: [] };

export const clockIn =
  (known: readonly MfaClock[]): ClockOf =>
  ({ serial, created }) =>
    known.find((one) => one.serial === serial && one.created === created) ?? RIGHT_CLOCK;
