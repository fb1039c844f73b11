// MFA codes: the six digits that an authenticator app shows, made from the seed that it was set up with, or held against it.
import { Secret, TOTP } from 'otpauth/slim';
import { epochMillis, type Instant } from '../../../aws/instant.ts';
import { RIGHT_CLOCK, type ClockFacts } from '../../mfa-clock.ts';

const STEP = 30;

/** The code that a device shows at a moment: the same for half a minute. */
export const codeOf = (seed: string, now: Instant): string =>
  totpOf(seed).generate({ timestamp: epochMillis(now) });

/** The number of the step since 1970 whose code a device shows at a moment. */
export const stepOf = (now: Instant): number => Math.floor(epochMillis(now) / 1000 / STEP);

/** Whole seconds until a device shows its next code, from 1 to 30. */
export const secondsToNextCode = (now: Instant): number =>
  STEP - (Math.floor(epochMillis(now) / 1000) % STEP);

/**
 * What the QR code of a virtual device says: its name, its account by alias or id, and its seed.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_VirtualMFADevice.html
 */
export const otpauthUri = (device: string, account: string, seed: string): string =>
  `otpauth://totp/${encodeURIComponent(device)}@${account}?secret=${seed}`;

const totpOf = (seed: string): TOTP => new TOTP({ secret: Secret.fromBase32(seed), digits: 6, period: STEP });

/**
 * The number of the 30 s step since 1970 that a code belongs to; null when it is of none, or was taken before. Clocks may be
 * one step apart.
 * @param seed Base32.
 * @param clock What is known of the clock of the device.
 * @see https://datatracker.ietf.org/doc/html/rfc6238
 */
export const isCodeOf = (
  seed: string,
  code: string,
  now: Instant,
  { steps, used }: ClockFacts = RIGHT_CLOCK,
): number | null => {
  const timestamp = epochMillis(now) + steps * STEP * 1000;
  const delta = totpOf(seed).validate({ token: code, timestamp, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / STEP) + delta;
  return used.includes(step) ? null : step;
};

/** An hour either way: AWS does not say how far a clock may be off. */
const FURTHEST = 120;

/**
 * By how many steps the clock of a device is ahead, as two codes in a row tell that were just shown, and the steps of the two;
 * null when they are not in a row, are further off than anybody looks, or one of them was taken before. Within one step the
 * clock is right.
 */
export function clockShown(
  seed: string,
  first: string,
  second: string,
  now: Instant,
  { used }: ClockFacts = RIGHT_CLOCK,
): ClockFacts | null {
  const totp = totpOf(seed);
  const shown = (step: number): string => totp.generate({ timestamp: epochMillis(now) + step * STEP * 1000 });
  // The nearest first: of codes that come again, the others are chance.
  for (let distance = 0; distance <= FURTHEST; distance++) {
    for (const step of [distance, -distance]) {
      if (shown(step) !== second || shown(step - 1) !== first) continue;
      const last = stepOf(now) + step;
      const pair = [last - 1, last];
      return pair.some((one) => used.includes(one)) ? null : { steps: distance <= 1 ? 0 : step, used: pair };
    }
  }
  return null;
}
