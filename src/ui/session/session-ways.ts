// Ways of the session machine, as it is drawn: what happens in the ordinary course of things, and whatever was done just now.
import type { SessionEvent, SessionState, Step } from '../../session/sessions.ts';
import type { Group, Way } from './chart-columns.ts';

interface SessionWay extends Way {
  readonly from: SessionState;
  readonly to: SessionState;
  /** What makes the step. */
  readonly by: readonly SessionEvent['type'][];
}

const way = (
  from: SessionState,
  to: SessionState,
  event: string,
  ...by: readonly SessionEvent['type'][]
): SessionWay => ({ from, to, event, refused: null, by });

/** Time passes: the clock is looked at. */
const USUAL: readonly SessionWay[] = [
  way('nobody', 'acting', 'open', 'open'),
  way('acting', 'ending', '10 minutes left', 'look'),
  way('acting', 'acting', 'become, back, activate', 'become', 'back', 'activate'),
  way('acting', 'nobody', 'close', 'close', 'closeAll'),
  way('ending', 'ended', 'time is up', 'look'),
  way('ending', 'acting', 'open, back, activate', 'open', 'back', 'activate'),
  way('ending', 'nobody', 'close', 'close', 'closeAll'),
  way('ended', 'acting', 'open, back, activate', 'open', 'back', 'activate'),
  way('ended', 'nobody', 'close', 'close', 'closeAll'),
];

const STATES: readonly SessionState[] = ['nobody', 'acting', 'ending', 'ended'];

export const SESSION_GROUPS: readonly Group[] = STATES.map((state) => ({ title: '', states: [state] }));

/** The way of a step: one of the usual ones, or one of its own. */
export const takenOf = ({
  from,
  to,
  event: { type },
}: Pick<Step, 'from' | 'to'> & { readonly event: Pick<SessionEvent, 'type'> }): Way =>
  USUAL.find((usual) => usual.from === from && usual.to === to && usual.by.includes(type)) ?? {
    from,
    to,
    event: type,
    refused: null,
  };

/** All that are drawn when `taken` was taken last. */
export const waysWith = (taken: Way | null): readonly Way[] =>
  taken === null || USUAL.some((usual) => usual === taken) ? USUAL : [...USUAL, taken];
