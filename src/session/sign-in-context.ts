// What the sign-in machine holds, hears and tells, and what it reads out of that.
import type { Caller } from '../account/caller.ts';
import type { PrincipalName } from '../account/principal.ts';
import type { MfaDevice, PasswordHash, World } from '../account/world.ts';
import type { ClockOf, MfaClock } from '../api/mfa-clock.ts';
import { clockShown, isCodeOf } from '../api/operations/iam/mfa-code.ts';
import type { Instant } from '../aws/instant.ts';
import { resolveClaim, type Attempt, type Claim } from './claim.ts';
import { devicesOf, type ChangeReason } from './demands.ts';
import type { Link } from './facts.ts';

/** So many wrong codes in a row, and the clock of the device is taken to be off. AWS does not say how many. */
export const WRONG_CODES = 3;

export interface SignInInput {
  /** The world as it is by then: others may change it while somebody signs in. */
  readonly world: () => World;
  /** Read when it matters: when a password or code was right. */
  readonly now: () => Instant;
  /** A new id for temporary credentials, `ASIA…`; asked for once, when everything was proven. */
  readonly newAccessKeyId: () => string;
  /** Six digits that nobody can guess, for a mail or a call. */
  readonly newCode: () => string;
  /** Whether one more session can be held. */
  readonly hasRoom: (link: Link) => boolean;
  /** What is known of the clock of a device, and of its codes. */
  readonly clockOf: ClockOf;
}

/** What the password check is given. There is always a hash; where nobody answers to the claim it is a decoy. */
export interface VerifyInput {
  readonly password: string;
  readonly hash: PasswordHash;
}

export type VerifyPassword = (input: VerifyInput) => PromiseLike<boolean>;

/** A call of `iam:ChangePassword` with the session that is about to begin. */
export interface ChangeInput {
  /** Null only where nobody has proven to be anybody. */
  readonly caller: Caller | null;
  readonly oldPassword: string;
  readonly newPassword: string;
}

/** What the API answered instead of changing the password. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** Of the record of the call, where the whole decision can be seen. */
  readonly eventID: string;
}

/** Null: the password was changed. */
export type ChangePassword = (input: ChangeInput) => PromiseLike<Refusal | null>;

export interface SignInContext extends SignInInput {
  /** The e-mail of the root user, kept from the first page to the second. */
  readonly email: string;
  /** The newest submission without its password: fills the form again, and says what to record. Null before. */
  readonly attempt: Attempt | null;
  /** What to show above the form; null when there is nothing to say. */
  readonly message: string | null;
  /** The serial number of the MFA device that is asked for. */
  readonly device: string | null;
  /** Wrong codes in a row. */
  readonly wrongCodes: number;
  /** The digits of the last mail or call to the owner of the account, while they are asked for; null otherwise. */
  readonly sent: string | null;
  /** E-mail address and phone were proven in place of a device. */
  readonly recovered: boolean;
  /** When a device was proven to be at hand; null: none was asked for, or not yet. */
  readonly proven: Instant | null;
  /** Why the password has to be changed. */
  readonly reason: ChangeReason | null;
  /** Why it was not. */
  readonly refusal: Refusal | null;
  /** The session that was signed in to; null before. */
  readonly link: Link | null;
}

export type SignInEvent =
  | { readonly type: 'choose'; readonly kind: 'root' | 'user' }
  | { readonly type: 'enterEmail'; readonly email: string }
  | { readonly type: 'submitRoot'; readonly password: string }
  /** `account` is an account id or an alias. */
  | {
      readonly type: 'submitUser';
      readonly account: string;
      readonly name: string;
      readonly password: string;
    }
  | { readonly type: 'chooseDevice'; readonly serial: string }
  | { readonly type: 'submitCode'; readonly code: string }
  /** Two in a row. */
  | { readonly type: 'submitCodes'; readonly first: string; readonly second: string }
  /** The passkey that was pressed. */
  | { readonly type: 'pressKey'; readonly serial: string }
  /** The root user has no device at hand, and proves to be the owner of the account in other ways. */
  | { readonly type: 'proveOtherwise' }
  /** What the mail or the call says. */
  | { readonly type: 'confirm'; readonly code: string }
  | { readonly type: 'submitNewPassword'; readonly oldPassword: string; readonly newPassword: string }
  /** Another new password is being made up: what was refused is about the one before. */
  | { readonly type: 'retype' }
  /** Somebody has signed out meanwhile. */
  | { readonly type: 'enter' }
  | { readonly type: 'back' };

/** What the account keeps a record of. `device`: the serial number of the MFA device that was asked for, if one was. */
export type SignInRecord =
  | {
      readonly type: 'asksForMfa';
      readonly who: PrincipalName;
      readonly kinds: readonly MfaDevice['kind'][];
    }
  /** AWS keeps no event of it: a code is used up, and two in a row have told how far a clock is off. */
  | { readonly type: 'takesCodes'; readonly clock: MfaClock }
  | { readonly type: 'turnedAway'; readonly who: PrincipalName; readonly device: string | null }
  /** `refused`: what AWS says to whoever has to change it; null: it is changed. */
  | { readonly type: 'changesPassword'; readonly who: PrincipalName; readonly refused: string | null }
  | {
      readonly type: 'signedIn';
      readonly who: PrincipalName;
      readonly device: string | null;
      readonly link: Link;
    };

/** As at the beginning, and whenever somebody else is claimed to be at the door. */
export const NOTHING_PROVEN = {
  message: null,
  device: null,
  wrongCodes: 0,
  sent: null,
  recovered: false,
  proven: null,
  reason: null,
  refusal: null,
  link: null,
} as const;

export const claimed = (context: SignInContext, claim: Claim): Partial<SignInContext> => ({
  ...NOTHING_PROVEN,
  attempt: resolveClaim(context.world(), claim).attempt,
});

export const hashFor = ({ world, attempt, email }: SignInContext): PasswordHash =>
  resolveClaim(world(), attempt?.claim ?? { kind: 'root', email }).hash;

/** Those that whoever is at the door has by now. */
export const devicesIn = ({ world, attempt }: SignInContext): readonly MfaDevice[] =>
  attempt?.identity ? devicesOf(world(), attempt.identity) : [];

export const deviceIn = (context: SignInContext, serial: string | null): MfaDevice | null =>
  devicesIn(context).find((device) => device.serial === serial) ?? null;

/** As the user is called, or as somebody typed who is none. Only where the account is known. */
export function whoIn({ attempt }: SignInContext): PrincipalName {
  if (!attempt || attempt.account === null) throw new Error('Nobody of a known account is at the door.');
  const { identity, claim, account } = attempt;
  return identity ?? (claim.kind === 'root' ? { kind: 'root', account } : { ...claim, account });
}

export function linkIn({ link }: SignInContext): Link {
  if (!link) throw new Error('No session has been made.');
  return link;
}

/**
 * What the codes that were submitted tell of the clock of the device that is asked for: one of this moment, or two in a row.
 * Null when they are not of it, or used up.
 */
export function codesTaken(context: SignInContext, event: SignInEvent): MfaClock | null {
  const device = deviceIn(context, context.device);
  if (device?.seed == null) return null;
  const { serial, created, seed } = device;
  const known = context.clockOf(device);
  const now = context.now();
  switch (event.type) {
    case 'submitCode': {
      const step = isCodeOf(seed, plainDigits(event.code), now, known);
      return step === null ? null : { serial, created, steps: known.steps, used: [step] };
    }
    case 'submitCodes': {
      const shown = clockShown(seed, plainDigits(event.first), plainDigits(event.second), now, known);
      return shown && { serial, created, ...shown };
    }
    default:
      return null;
  }
}

/** Apps show codes in two groups of three. */
export const plainDigits = (code: string): string => code.replace(/\s/g, '');
