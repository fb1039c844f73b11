// What AWS learns of an MFA device from a call that its codes were given in: how far its clock is off, and what is used up.
import type { Caller } from '../account/caller.ts';
import { find } from '../account/table.ts';
import type { World } from '../account/world.ts';
import type { Instant } from '../aws/instant.ts';
import type { ApiOutcome } from './call.ts';
import type { ClockFacts, ClockOf, MfaClock } from './mfa-clock.ts';
import { clockShown, isCodeOf } from './operations/iam/mfa-code.ts';

/**
 * Two codes in a row, of a resync or the enrolment itself, tell how far the clock is off; each code that was taken is used up.
 * Null for every other call, and where the codes were not taken.
 * @param clockOf As it was known before the call.
 */
export function clockLearned(
  world: World,
  outcome: ApiOutcome,
  { account }: Pick<Caller, 'account'>,
  { now, clockOf }: { readonly now: Instant; readonly clockOf: ClockOf },
): MfaClock | null {
  const given = codesIn(outcome);
  const home = world.accounts[account];
  if (!given || !home) return null;
  const device = find(home.mfaDevices, given.serial);
  if (device?.seed == null) return null;
  const { serial, created, seed } = device;
  const learned = given.read(seed, now, clockOf(device));
  return learned && { serial, created, ...learned };
}

interface Given {
  readonly serial: string;
  /** What the codes tell, held against what is known; null: they are not of the device. */
  readonly read: (seed: string, now: Instant, known: ClockFacts) => ClockFacts | null;
}

/** The codes that were taken in a call. */
function codesIn({ call, result, evaluations }: ApiOutcome): Given | null {
  switch (call.operation) {
    case 'iam:EnableMFADevice':
    case 'iam:ResyncMFADevice': {
      const { SerialNumber, AuthenticationCode1, AuthenticationCode2 } = call.input;
      if (!result.ok) return null;
      return {
        serial: SerialNumber,
        read: (seed, now, known) => clockShown(seed, AuthenticationCode1, AuthenticationCode2, now, known),
      };
    }
    case 'sts:AssumeRole':
    case 'sts:GetSessionToken': {
      const { SerialNumber, TokenCode } = call.input;
      // The code is looked at first: where policies were asked it was good, whatever they said.
      if (SerialNumber === undefined || TokenCode === undefined || evaluations.length === 0) return null;
      return {
        serial: SerialNumber,
        read: (seed, now, known) => {
          const step = isCodeOf(seed, TokenCode, now, known);
          return step === null ? null : { steps: known.steps, used: [step] };
        },
      };
    }
    default:
      return null;
  }
}
