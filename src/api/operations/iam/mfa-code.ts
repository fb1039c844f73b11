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
 * @see https://datatracker.ietf.org/doc/html/rfc6238
 */
export const isCodeOf = (seed: string, code: string, now: Instant): number | null => {
  const timestamp = epochMillis(now);
  const delta = totpOf(seed).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP) + delta;
};

/** Whether two codes follow one another, as a device shows them: the second proves that its clock runs. */
export function areConsecutive(seed: string, first: string, second: string, now: Instant): boolean {
  const one = isCodeOf(seed, first, now);
  return one !== null && isCodeOf(seed, second, now) === one + 1;
}
