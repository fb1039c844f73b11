// The sign-in machine: root user (e-mail, then password) or IAM user (account, user name, password), to a console session.
import { and, assign, createActor, fromPromise, setup, type ActorRefFrom } from 'xstate';
import type { PasswordHash, World } from '../account/world.ts';
import type { Instant } from '../aws/instant.ts';
import { resolveClaim, type Attempt, type Claim } from './claim.ts';
import type { Link } from './facts.ts';
import { consoleLink } from './session.ts';

/** The one message for every wrong part, so that a refusal never tells which account or user exists. */
export const INCORRECT = 'Your authentication information is incorrect. Please try again.';

/** Shown when the password could not be checked at all: not a refusal. */
export const NOT_CHECKED =
  'The password could not be checked, because this browser does not offer the cryptography for it on this page. ' +
  'Open the app over https or on localhost, then sign in again.';

export interface SignInInput {
  readonly world: World;
  /** Read once, when the password was right. */
  readonly now: () => Instant;
  /** A new id for temporary credentials, `ASIA…`; asked for once, when the password was right. */
  readonly newAccessKeyId: () => string;
}

/** What the password check is given. There is always a hash; where nobody answers to the claim it is a decoy. */
export interface VerifyInput {
  readonly password: string;
  readonly hash: PasswordHash;
}

export type VerifyPassword = (input: VerifyInput) => PromiseLike<boolean>;

export interface SignInContext extends SignInInput {
  /** The e-mail of the root user, kept from the first page to the second. */
  readonly email: string;
  /** The newest submission without its password: fills the form again, and says what to record. Null before. */
  readonly attempt: Attempt | null;
  /** What to show above the form; null when there is nothing to say. */
  readonly message: string | null;
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
  | { readonly type: 'back' };

/** Tells the compiler, and nobody else, what the machine holds and hears. */
const TYPES: { context?: SignInContext; events?: SignInEvent; input?: SignInInput; output?: Link | null } =
  {};

/** From every page that waits for a person. */
const CHOOSE = [
  { guard: 'choosesRoot', target: 'enteringEmail', actions: 'clearMessage' },
  { target: 'enteringUser', actions: 'clearMessage' },
] as const;

const SUBMIT_ROOT = { target: 'checking', actions: 'claimRoot' } as const;
const SUBMIT_USER = { target: 'checking', actions: 'claimUser' } as const;

/** After a refusal: the same form again, or back to where its first page was. */
const AGAIN = {
  choose: CHOOSE,
  submitRoot: { guard: 'claimsRoot', ...SUBMIT_ROOT },
  submitUser: { guard: 'claimsUser', ...SUBMIT_USER },
  back: [
    { guard: 'claimsRoot', target: 'enteringEmail', actions: 'clearMessage' },
    { target: 'choosing', actions: 'clearMessage' },
  ],
} as const;

/**
 * States: `choosing`; `enteringEmail` then `enteringPassword` (root user); `enteringUser` (IAM user); `checking`;
 * `refused` and `failed` (both with `context.message`, both take a new submission); `signedIn` (done: the output is
 * the link that a session begins with). The password lives in the submitting event and in the check it starts, never in the context.
 * Events that a state does not know are ignored; while checking that is all of them.
 * @see https://docs.aws.amazon.com/signin/latest/userguide/how-to-sign-in.html
 */
export const signInMachine = setup({
  types: TYPES,
  actors: {
    /** Refuses everybody until `createSignIn` provides the real check. */
    verifyPassword: fromPromise<boolean, VerifyInput>(() => Promise.resolve(false)),
  },
  actions: {
    keepEmail: assign(({ event }) => (event.type === 'enterEmail' ? { email: event.email.trim() } : {})),
    claimRoot: assign(({ context }) => claimed(context, { kind: 'root', email: context.email })),
    claimUser: assign(({ context, event }) =>
      event.type === 'submitUser'
        ? claimed(context, { kind: 'user', account: event.account.trim(), name: event.name.trim() })
        : {},
    ),
    clearMessage: assign({ message: null }),
    refuse: assign({ message: INCORRECT }),
    giveUp: assign({ message: NOT_CHECKED }),
    signIn: assign(({ context }) =>
      context.attempt?.identity
        ? { link: consoleLink(context.attempt.identity, context.now(), context.newAccessKeyId()) }
        : {},
    ),
  },
  guards: {
    choosesRoot: ({ event }) => event.type === 'choose' && event.kind === 'root',
    hasEmail: ({ event }) => event.type === 'enterEmail' && event.email.trim() !== '',
    claimsRoot: ({ context }) => context.attempt?.claim.kind === 'root',
    claimsUser: ({ context }) => context.attempt?.claim.kind === 'user',
    somebody: ({ context }) => context.attempt !== null && context.attempt.identity !== null,
  },
}).createMachine({
  id: 'signIn',
  context: ({ input }) => ({ ...input, email: '', attempt: null, message: null, link: null }),
  output: ({ context }) => context.link,
  initial: 'choosing',
  states: {
    choosing: { on: { choose: CHOOSE } },
    enteringEmail: {
      on: {
        choose: CHOOSE,
        enterEmail: { guard: 'hasEmail', target: 'enteringPassword', actions: 'keepEmail' },
        back: { target: 'choosing' },
      },
    },
    enteringPassword: {
      on: { choose: CHOOSE, submitRoot: SUBMIT_ROOT, back: { target: 'enteringEmail' } },
    },
    enteringUser: {
      on: { choose: CHOOSE, submitUser: SUBMIT_USER, back: { target: 'choosing' } },
    },
    checking: {
      invoke: {
        id: 'verifyPassword',
        src: 'verifyPassword',
        input: ({ context, event }) => ({
          password: event.type === 'submitRoot' || event.type === 'submitUser' ? event.password : '',
          hash: hashFor(context),
        }),
        onDone: [
          // Both are asked: a decoy that happens to match signs nobody in.
          {
            guard: and([({ event }) => event.output === true, 'somebody']),
            target: 'signedIn',
            actions: 'signIn',
          },
          { target: 'refused', actions: 'refuse' },
        ],
        onError: { target: 'failed', actions: 'giveUp' },
      },
    },
    refused: { on: AGAIN },
    failed: { on: AGAIN },
    signedIn: { type: 'final' },
  },
});

export type SignInActor = ActorRefFrom<typeof signInMachine>;

/** A sign-in that is ready to be started with `start()`. A rejected check ends in `failed`, not in a refusal. */
export const createSignIn = (input: SignInInput, verifyPassword: VerifyPassword): SignInActor =>
  createActor(
    signInMachine.provide({
      actors: {
        verifyPassword: fromPromise<boolean, VerifyInput>(({ input: check }) => verifyPassword(check)),
      },
    }),
    { input },
  );

const claimed = (context: SignInContext, claim: Claim): Pick<SignInContext, 'attempt' | 'message'> => ({
  attempt: resolveClaim(context.world, claim).attempt,
  message: null,
});

const hashFor = ({ world, attempt, email }: SignInContext): PasswordHash =>
  resolveClaim(world, attempt?.claim ?? { kind: 'root', email }).hash;
