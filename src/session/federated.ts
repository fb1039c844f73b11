// The machine of a federated sign-in: somebody is vouched for outside of AWS, hands that in, and is let in or turned away.
import { assign, createActor, setup, type ActorRefFrom } from 'xstate';
import type { World } from '../account/world.ts';
import type { AwsError } from '../api/aws-error.ts';
import type { ApiOutcome } from '../api/call.ts';
import { callerWithCredentials } from '../api/credentials.ts';
import { ok, type Result } from '../aws/result.ts';
import { valuesOf } from './become.ts';
import type { Link, Way } from './facts.ts';

export type FederatedEvent =
  /** The provider outside has signed something: a SAML response, or a token. */
  | { readonly type: 'vouch'; readonly text: string }
  /** It was changed on the way to AWS. */
  | { readonly type: 'alter'; readonly text: string }
  /** What AWS said to it. */
  | { readonly type: 'answer'; readonly result: Result<Link, AwsError> }
  | { readonly type: 'leave' };

export interface FederatedContext {
  /** As it was signed; null: nothing was. */
  readonly signed: string | null;
  /** As it will be handed in. */
  readonly text: string;
  readonly refusal: AwsError | null;
  readonly link: Link | null;
}

const TYPES: { context?: FederatedContext; events?: FederatedEvent } = {};

const OUTSIDE: FederatedContext = { signed: null, text: '', refusal: null, link: null };

/**
 * States: `outside`; `vouched`; `refused`, from which the same or something else can be handed in again; `entered`.
 * Whether a statement is believed is for AWS to say, never for the machine.
 */
export const federatedMachine = setup({
  types: TYPES,
  actions: {
    begin: assign(({ event }) =>
      event.type === 'vouch' ? { ...OUTSIDE, signed: event.text, text: event.text } : OUTSIDE,
    ),
    change: assign(({ event }) => (event.type === 'alter' ? { text: event.text, refusal: null } : {})),
    hear: assign(({ event }) => {
      if (event.type !== 'answer') return {};
      const { result } = event;
      return result.ok ? { link: result.value, refusal: null } : { refusal: result.error };
    }),
  },
  guards: { wasLetIn: ({ event }) => event.type === 'answer' && event.result.ok },
}).createMachine({
  id: 'federated',
  context: OUTSIDE,
  initial: 'outside',
  on: {
    vouch: { target: '.vouched', actions: 'begin' },
    leave: { target: '.outside', actions: 'begin' },
  },
  states: {
    outside: {},
    vouched: {
      on: {
        alter: { actions: 'change' },
        answer: [
          { guard: 'wasLetIn', target: 'entered', actions: 'hear' },
          { target: 'refused', actions: 'hear' },
        ],
      },
    },
    refused: {
      on: {
        alter: { target: 'vouched', actions: 'change' },
        answer: [
          { guard: 'wasLetIn', target: 'entered', actions: 'hear' },
          { target: 'refused', actions: 'hear' },
        ],
      },
    },
    entered: {},
  },
});

export type FederatedActor = ActorRefFrom<typeof federatedMachine>;

/** Not started yet. */
export const federatedSignIn = (): FederatedActor => createActor(federatedMachine);

/** Whoever signs with the credentials that STS handed out for a statement; its own error where it did not. */
export function federatedLink(
  world: World,
  { result }: ApiOutcome<'sts:AssumeRoleWithSAML' | 'sts:AssumeRoleWithWebIdentity'>,
  way: Extract<Way, 'saml' | 'webIdentity' | 'identityCenter'>,
): Result<Link, AwsError> {
  if (!result.ok) return result;
  const caller = callerWithCredentials(world, valuesOf(result.output.Credentials));
  return caller.ok ? ok({ way, caller: caller.value, display: null }) : caller;
}
