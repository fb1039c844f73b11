// Surroundings: what a shell stands in: the account, whoever is signed in, and the controls of the sandbox.
import type { Caller } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../api/call.ts';
import type { ClockOf } from '../api/mfa-clock.ts';
import type { Actions, Descriptions } from '../aws/vocabulary.ts';
import type { Instant } from '../aws/instant.ts';
import type { Profile } from '../session/profiles.ts';

export interface Surroundings {
  readonly world: () => World;
  readonly now: () => Instant;
  /** Who acts in the console; null: nobody is signed in. */
  readonly caller: () => Caller | null;
  /** Seconds by which the clock of the simulated phone is ahead. */
  readonly phoneAhead: () => number;
  /** What AWS knows of the clock of an MFA device, and of the codes that it has taken. */
  readonly clockOf: ClockOf;
  readonly profiles: () => readonly Profile[];
  readonly saveProfiles: (profiles: readonly Profile[]) => void;
  /** Makes the call as somebody, in a Region, and keeps what came of it. */
  readonly request: <Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    region: string,
  ) => ApiOutcome<Name>;
  /** The same for calls that take passwords; left out, `request` works them out itself. */
  readonly requestWithPasswords?: <Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    region: string,
  ) => Promise<ApiOutcome<Name>>;
  /** Null while the vocabulary of AWS is not loaded. */
  readonly actions: () => Actions | null;
  /** What AWS says of its actions; null while it is not loaded. */
  readonly descriptions: () => Descriptions | null;
  /** ARNs of the policies of AWS; none while they are not loaded. */
  readonly managedPolicies: () => readonly string[];
  /** Moves the clock forward by whole seconds. */
  readonly advance: (seconds: number) => void;
  /** The name of the call that was taken back or made again; null: there is none. */
  readonly undo: () => string | null;
  readonly redo: () => string | null;
}
