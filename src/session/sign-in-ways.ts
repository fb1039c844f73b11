// Ways on that several states of the sign-in machine share.
import { refusedBy } from './sign-in-steps.ts';

/** From every page that waits for a person. */
export const CHOOSE = [
  { guard: 'choosesRoot', target: '#signIn.enteringEmail', actions: 'clearMessage' },
  { target: '#signIn.enteringUser', actions: 'clearMessage' },
] as const;

export const SUBMIT_ROOT = { target: 'checking', actions: 'claimRoot' } as const;
export const SUBMIT_USER = { target: 'checking', actions: 'claimUser' } as const;

/** After a refusal: the same form again, or back to where its first page was. */
export const AGAIN = {
  choose: CHOOSE,
  submitRoot: { guard: 'claimsRoot', ...SUBMIT_ROOT },
  submitUser: { guard: 'claimsUser', ...SUBMIT_USER },
  back: [
    { guard: 'claimsRoot', target: 'enteringEmail', actions: 'clearMessage' },
    { target: 'choosing', actions: 'clearMessage' },
  ],
} as const;

/** Who turns back after the right password begins anew at the door. */
export const TO_THE_DOOR = [
  { guard: 'claimsRoot', target: 'enteringEmail', actions: 'forget' },
  { target: 'enteringUser', actions: 'forget' },
] as const;

/** Another device, where there are several. */
export const ANOTHER_DEVICE = [
  { guard: 'hasSeveral', target: 'choosingDevice', actions: 'clearMessage' },
  ...TO_THE_DOOR,
] as const;

/** The root user without a device: proofs by mail and phone instead. Users have administrators. */
export const OTHERWISE = { guard: 'claimsRoot', target: 'confirmingEmail', actions: 'sendCode' } as const;

/** Everything that AWS wants to know is known: the session begins, unless there are five already. */
export const ENTER = [
  { guard: 'thereIsRoom', target: 'signedIn' },
  { target: 'full', actions: 'tellFull', ...refusedBy('thereIsRoom') },
] as const;
