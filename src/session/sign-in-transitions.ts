// Transitions of the sign-in machine, as its definition has them: for whoever draws it or lists them.
import { signInMachine } from './sign-in.ts';
import type { RefusedBy } from './sign-in-steps.ts';

export interface SignInTransition {
  readonly from: string;
  readonly to: string;
  /** As in `SignInStep`. */
  readonly event: string;
  /** The guard that has turned somebody away where it is taken; null: none. */
  readonly refused: string | null;
}

/** In the order of the definition, each once however many guards lead to it. */
export const SIGN_IN_TRANSITIONS: readonly SignInTransition[] = Object.values(signInMachine.states).flatMap(
  (state) => {
    const all = state.transitions.values();
    const made = [...all, state.always ?? []]
      .flat()
      .map(
        ({
          eventType,
          target,
          meta,
        }: {
          eventType: string;
          target?: readonly { key: string }[] | undefined;
          meta?: unknown;
        }): SignInTransition => ({
          from: state.key,
          to: target?.[0]?.key ?? state.key,
          event: eventType === '' ? 'always' : eventType.replace(/^xstate\./, ''),
          refused: (meta as RefusedBy | undefined)?.refusedBy ?? null,
        }),
      );
    return made.filter(
      (one, at) => made.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at,
    );
  },
);
