// The machine over the sessions that are held: who acts, whether their credentials hold, and the ways from one to another.
import { assign, createActor, getNextSnapshot, setup, type SnapshotFrom } from 'xstate';
import type { Instant } from '../aws/instant.ts';
import type { Link, RecentRole, SessionFacts } from './facts.ts';
import {
  activated,
  activeOf,
  allClosed,
  backTo,
  became,
  canOpen,
  closed,
  isExpired,
  opened,
  rememberedRole,
  renewed,
  secondsLeft,
} from './session.ts';

/** So long before the end, the end is near. */
export const ENDING_SECONDS = 10 * 60;

/** Every event brings the moment it happens at: the machine has no clock. */
export type SessionEvent = { readonly now: Instant } & (
  | { readonly type: 'open'; readonly link: Link; readonly id: string }
  | { readonly type: 'become'; readonly link: Link }
  /** `depth` links are left. */
  | { readonly type: 'back'; readonly depth: number }
  | { readonly type: 'activate'; readonly id: string }
  /** The service has given new credentials to what a session began as. */
  | { readonly type: 'renew'; readonly id: string; readonly link: Link }
  | { readonly type: 'close'; readonly id: string }
  | { readonly type: 'closeAll' }
  | { readonly type: 'remember'; readonly role: RecentRole }
  /** AWS was asked for credentials; `error` is its code, null when it issued them. */
  | { readonly type: 'issue'; readonly operation: string; readonly error: string | null }
  | { readonly type: 'look' }
);

interface Context {
  readonly facts: SessionFacts;
  readonly now: Instant;
}

const TYPES: { context?: Context; events?: SessionEvent; input?: Context } = {};

const JUDGE = { target: '.judging', actions: 'take' } as const;

/**
 * States: `nobody`; `acting`; `ending` (the credentials of who acts end within ten minutes); `ended`. After every event
 * that a guard lets through the facts are judged anew.
 */
export const sessionsMachine = setup({
  types: TYPES,
  actions: { take: assign(({ context, event }) => ({ facts: taken(context.facts, event), now: event.now })) },
  guards: {
    /** Five at most, as in the console. */
    thereIsRoom: ({ context, event }) => event.type === 'open' && canOpen(context.facts, event.link),
    somebodyActs: ({ context }) => activeOf(context.facts) !== null,
    isHeld: ({ context, event }) =>
      (event.type === 'activate' || event.type === 'close' || event.type === 'renew') &&
      context.facts.held.some(({ id }) => id === event.id),
    isOnTheWay: ({ context, event }) =>
      event.type === 'back' && event.depth >= 1 && event.depth < (activeOf(context.facts)?.links.length ?? 0),
    wasIssued: ({ event }) => event.type === 'issue' && event.error === null,
    nobodyActs: ({ context }) => activeOf(context.facts) === null,
    hasEnded: ({ context }) => isExpired(context.facts, context.now),
    endIsNear: ({ context }) => (secondsLeft(context.facts, context.now) ?? Infinity) <= ENDING_SECONDS,
  },
}).createMachine({
  id: 'sessions',
  context: ({ input }) => input,
  initial: 'judging',
  on: {
    open: { guard: 'thereIsRoom', ...JUDGE },
    become: { guard: 'somebodyActs', ...JUDGE },
    back: { guard: 'isOnTheWay', ...JUDGE },
    activate: { guard: 'isHeld', ...JUDGE },
    close: { guard: 'isHeld', ...JUDGE },
    renew: { guard: 'isHeld', ...JUDGE },
    closeAll: JUDGE,
    remember: JUDGE,
    issue: { guard: 'wasIssued', ...JUDGE },
    look: JUDGE,
  },
  states: {
    judging: {
      always: [
        { guard: 'nobodyActs', target: 'nobody' },
        { guard: 'hasEnded', target: 'ended' },
        { guard: 'endIsNear', target: 'ending' },
        { target: 'acting' },
      ],
    },
    nobody: {},
    acting: {},
    ending: {},
    ended: {},
  },
});

export type SessionState = 'nobody' | 'acting' | 'ending' | 'ended';

/** An event that the machine was given, and what came of it. */
export interface Step {
  readonly event: SessionEvent;
  readonly from: SessionState;
  readonly to: SessionState;
  /** The guard that did not let it through; null: it was let through. */
  readonly refused: string | null;
  readonly facts: SessionFacts;
}

/**
 * The machine makes one step from these facts.
 * @param since When they were judged last: what time alone has made of them since belongs to a `look`.
 */
export function step(facts: SessionFacts, event: SessionEvent, since = event.now): Step {
  const before = snapshotOf(facts, since);
  const can = before.can(event);
  const after = getNextSnapshot(sessionsMachine, before, event);
  return {
    event,
    from: valueOf(before),
    to: valueOf(after),
    refused: can ? null : (GUARDS[event.type] ?? null),
    facts: after.context.facts,
  };
}

/** What the facts come to at a moment. */
export const stateOf = (facts: SessionFacts, now: Instant): SessionState => valueOf(snapshotOf(facts, now));

/** One guard stands before each event, or none. */
const GUARDS: Readonly<Partial<Record<SessionEvent['type'], string>>> = {
  open: 'thereIsRoom',
  become: 'somebodyActs',
  back: 'isOnTheWay',
  activate: 'isHeld',
  close: 'isHeld',
  renew: 'isHeld',
  issue: 'wasIssued',
};

type Snapshot = SnapshotFrom<typeof sessionsMachine>;

const snapshotOf = (facts: SessionFacts, now: Instant): Snapshot =>
  createActor(sessionsMachine, { input: { facts, now } }).getSnapshot();

/** `judging` is left before anybody sees it. */
const valueOf = ({ value }: Snapshot): SessionState => (value === 'judging' ? 'nobody' : value);

function taken(facts: SessionFacts, event: SessionEvent): SessionFacts {
  switch (event.type) {
    case 'open':
      return opened(facts, event.link, event.id);
    case 'become':
      return became(facts, event.link);
    case 'back':
      return backTo(facts, event.depth);
    case 'activate':
      return activated(facts, event.id);
    case 'close':
      return closed(facts, event.id);
    case 'renew':
      return renewed(facts, event.id, event.link);
    case 'closeAll':
      return allClosed(facts);
    case 'remember':
      return rememberedRole(facts, event.role);
    case 'issue':
    case 'look':
      return facts;
  }
}
