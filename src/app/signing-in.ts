// Signing in: a fresh sign-in machine over a workspace, which records what it does and takes the session that comes of it.
import type { Caller } from '../account/caller.ts';
import type { ApiEvent } from '../account/event.ts';
import type { World } from '../account/world.ts';
import type { ApiCall, ApiOutcome } from '../api/call.ts';
import type { Env } from '../api/env.ts';
import { checkMfaEvent, passwordUpdatedEvent, signInEvent } from '../api/event.ts';
import type { ClockOf, MfaClock } from '../api/mfa-clock.ts';
import type { Instant } from '../aws/instant.ts';
import type { Link } from '../session/facts.ts';
import type { SignInActor } from '../session/sign-in.ts';
import type { ChangeInput, Refusal } from '../session/sign-in-context.ts';
import type { SignInStep } from '../session/sign-in-steps.ts';
import { newSixDigits, newTemporaryKeyId } from './ids.ts';
import { verifyPassword } from './passwords.ts';

/** The workspace, as a sign-in needs it. */
export interface Door {
  readonly world: World;
  now(): Instant;
  env(): Env;
  /** Whether one more can be signed in beside the others. */
  hasRoom(link: Link): boolean;
  /** What is known of the clock of a device, and of its codes. */
  readonly clockOf: ClockOf;
  learn(clock: MfaClock): void;
  record(event: ApiEvent): void;
  /** A step of the machine, for whoever looks at it afterwards. */
  note(step: SignInStep): void;
  open(link: Link): void;
  requestWithPasswords(
    caller: Caller,
    call: ApiCall<'iam:ChangePassword'>,
  ): Promise<ApiOutcome<'iam:ChangePassword'>>;
}

/** The machine is loaded when it is first asked for. */
export async function signingIn(door: Door): Promise<SignInActor> {
  const { createSignIn } = await import('../session/sign-in.ts');
  const actor = createSignIn(
    {
      world: () => door.world,
      now: () => door.now(),
      newAccessKeyId: newTemporaryKeyId,
      newCode: newSixDigits,
      hasRoom: (link) => door.hasRoom(link),
      clockOf: door.clockOf,
    },
    { verifyPassword, changePassword: (input) => changePassword(door, input) },
    (step) => door.note(step),
  );
  actor.on('asksForMfa', ({ who, kinds }) => door.record(checkMfaEvent(door.world, who, kinds, door.env())));
  actor.on('takesCodes', ({ clock }) => door.learn(clock));
  actor.on('turnedAway', ({ who, device }) =>
    door.record(signInEvent(door.world, who, false, door.env(), device)),
  );
  actor.on('changesPassword', ({ who, refused }) =>
    door.record(passwordUpdatedEvent(door.world, who, refused, door.env())),
  );
  actor.on('signedIn', ({ who, device, link }) => {
    door.record(signInEvent(door.world, who, true, door.env(), device));
    door.open(link);
  });
  return actor;
}

/** With the session that is about to begin, so that its policies decide. */
async function changePassword(
  door: Door,
  { caller, oldPassword, newPassword }: ChangeInput,
): Promise<Refusal | null> {
  if (!caller) throw new Error('Nobody has signed in, so nobody can change a password.');
  const { result, event } = await door.requestWithPasswords(caller, {
    operation: 'iam:ChangePassword',
    input: { OldPassword: oldPassword, NewPassword: newPassword },
  });
  if (result.ok) return null;
  const { code, message } = result.error;
  return { code, message, eventID: event.eventID };
}
