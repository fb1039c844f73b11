// Codes of MFA devices: whether one fits the seed at a moment (RFC 6238: six digits, a new code every 30 seconds).
import { Secret, TOTP } from 'otpauth';
import { epochMillis, type Instant } from '../../../aws/instant.ts';

/**
 * The number of the 30-second step that the code belongs to; null when it is none of the current step, the one before or
 * the one after, so far may the clock of a device be off.
 * @param seed Base32.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html
 */
export const isCodeOf = (seed: string, code: string, now: Instant): number | null => {
  const timestamp = epochMillis(now);
  const drift = TOTP.validate({ token: code, secret: Secret.fromBase32(seed), timestamp, window: 1 });
  return drift === null ? null : TOTP.counter({ timestamp }) + drift;
};
