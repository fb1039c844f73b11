// Steps of the sign-in machine, as whoever looks at it afterwards sees them: names of events and states, and never what was typed.
import type { InspectionEvent } from 'xstate';
import type { Instant } from '../aws/instant.ts';
import type { SignInContext } from './sign-in-context.ts';

export interface SignInStep {
  readonly now: Instant;
  /** The type of the event alone; `always` where a state is left by itself, `start` where the machine begins. */
  readonly event: string;
  /** Null: the machine begins. */
  readonly from: string | null;
  readonly to: string;
  /** The guard that turned somebody away; null: none did. */
  readonly refused: string | null;
  /** What was answered to that. */
  readonly answer: string | null;
}

/** What a transition says of itself when it stands in for one that a guard did not allow. */
export interface RefusedBy {
  readonly refusedBy: string;
}

export const refusedBy = (guard: string): { readonly meta: RefusedBy } => ({ meta: { refusedBy: guard } });

/** An inspector of one sign-in machine: tells every transition, those in between as well. */
export function stepsOf(note: (step: SignInStep) => void): (inspected: InspectionEvent) => void {
  let from: string | null = null;
  return (inspected) => {
    // The machine starts others for a password and a change: those have no states.
    if (inspected.actorRef.sessionId !== inspected.rootId) return;
    const begins = inspected.type === '@xstate.snapshot' && from === null;
    if (inspected.type !== '@xstate.microstep' && !begins) return;
    const { value, context } = inspected.snapshot as unknown as { value: string; context: SignInContext };
    const taken: Taken | undefined =
      inspected.type === '@xstate.microstep' ? inspected._transitions[0] : undefined;
    const meta = taken?.meta as RefusedBy | undefined;
    const refused = meta?.refusedBy ?? null;
    note({
      now: context.now(),
      event: begins ? 'start' : nameOf(taken?.eventType ?? inspected.event.type),
      from,
      to: value,
      refused,
      answer: refused === null ? null : answerIn(context),
    });
    from = value;
  };
}

/** What is read of a transition. */
interface Taken {
  readonly eventType: string;
  readonly meta?: unknown;
}

const nameOf = (type: string): string => (type === '' ? 'always' : type.replace(/^xstate\./, ''));

const answerIn = ({ refusal, message }: SignInContext): string | null =>
  refusal ? `${refusal.code}: ${refusal.message}` : message;
