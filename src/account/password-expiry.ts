// Password expiry: until when a console password is good under the password policy of its account.
import { addSeconds, epochMillis, hasPassed, type Instant } from '../aws/instant.ts';
import type { LoginProfile, PasswordPolicy } from './world.ts';

const DAY = 24 * 60 * 60;

/**
 * Null: it does not expire. The policy in force counts, whenever the password was set: one that comes later can find a
 * password expired already. It says nothing about the root user.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
export const passwordExpires = (
  policy: PasswordPolicy | null,
  { changed }: Pick<LoginProfile, 'changed'>,
): Instant | null => (policy?.maxAge == null ? null : addSeconds(changed, policy.maxAge * DAY));

/** The console warns so many days before the end. */
export const WARNING_DAYS = 15;

/** Whole days that are left, rounded up; null while there is nothing to warn of, and once it has expired. */
export function daysToWarnOf(expires: Instant | null, now: Instant): number | null {
  if (expires === null || hasPassed(expires, now)) return null;
  const days = Math.ceil((epochMillis(expires) - epochMillis(now)) / 1000 / DAY);
  return days <= WARNING_DAYS ? days : null;
}
