// What AWS learns of the clock of an MFA device from a call with two codes in a row.
import { lookup } from '../account/table.ts';
import type { World } from '../account/world.ts';
import type { Instant } from '../aws/instant.ts';
import type { ApiOutcome } from './call.ts';
import type { MfaClock } from './mfa-clock.ts';
import { clockShown } from './operations/iam/mfa-code.ts';

/**
 * What a call with two codes in a row has told AWS, a resync or the enrolment itself: the codes that were just accepted go on
 * working. Null for every other call, and for one that was refused.
 */
export function clockLearned(
  world: World,
  { call, result }: ApiOutcome,
  account: string,
  now: Instant,
): MfaClock | null {
  if (call.operation !== 'iam:ResyncMFADevice' && call.operation !== 'iam:EnableMFADevice') return null;
  if (!result.ok) return null;
  const { SerialNumber: serial, AuthenticationCode1, AuthenticationCode2 } = call.input;
  const home = world.accounts[account];
  const device = home && lookup(home.mfaDevices, serial);
  if (device?.seed == null) return null;
  const steps = clockShown(device.seed, AuthenticationCode1, AuthenticationCode2, now);
  return steps === null ? null : { serial, created: device.created, steps };
}
