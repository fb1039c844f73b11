// MFA codes: the six digits that an authenticator app shows, made from the seed that it was set up with, or held against it.
import { Secret, TOTP } from 'otpauth/slim';
import { epochMillis, type Instant } from '../../../aws/instant.ts';

const STEP = 30;

/** The code that a device shows at a moment: the same for half a minute. */
export const codeOf = (seed: string, now: Instant): string =>
  totpOf(seed).generate({ timestamp: epochMillis(now) });

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
 * The number of the 30 s step since 1970 that a code belongs to; null when it is of none. Clocks may be one step apart.
 * @param seed Base32.
 * @param ahead Steps by which the clock of the device is known to be ahead; negative when it is behind.
 * @see https://datatracker.ietf.org/doc/html/rfc6238
 */
export const isCodeOf = (seed: string, code: string, now: Instant, ahead = 0): number | null => {
  const timestamp = epochMillis(now) + ahead * STEP * 1000;
  const delta = totpOf(seed).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP) + delta;
};

/** An hour either way: AWS does not say how far a clock may be off. */
const FURTHEST = 120;

/**
 * By how many steps the clock of a device is ahead, as two codes in a row tell that were just shown; null when they are not
 * in a row, or further off than anybody looks. Within one step the clock is right.
 */
export function clockShown(seed: string, first: string, second: string, now: Instant): number | null {
  const totp = totpOf(seed);
  const shown = (step: number): string => totp.generate({ timestamp: epochMillis(now) + step * STEP * 1000 });
  // The nearest first: of codes that come again, the others are chance.
  for (let distance = 0; distance <= FURTHEST; distance++) {
    for (const step of [distance, -distance]) {
      if (shown(step) === second && shown(step - 1) === first) return distance <= 1 ? 0 : step;
    }
  }
  return null;
}
