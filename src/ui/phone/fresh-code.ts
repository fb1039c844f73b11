// Codes for one use: whether the one that a device shows was taken, and how long it is to one that was not.
import { secondsToNextCode, stepOf } from '../../api/operations/iam/mfa-code.ts';
import { addSeconds, type Instant } from '../../aws/instant.ts';
import type { PhoneDevice } from '../../session/keyring.ts';

type Shown = Pick<PhoneDevice, 'ahead' | 'used'>;

/** Whether AWS has taken the code that a device shows at a moment. */
export const isUsed = ({ ahead, used }: Shown, now: Instant): boolean =>
  used.includes(stepOf(addSeconds(now, ahead)));

/** Whole seconds until the next code; where that was taken too, until one that was not, of each of the devices. */
export function secondsToFreshCode(devices: readonly Shown[], now: Instant): number {
  let seconds = secondsToNextCode(now);
  while (devices.some((device) => isUsed(device, addSeconds(now, seconds)))) seconds += 30;
  return seconds;
}
