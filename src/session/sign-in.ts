// The sign-in machine: root user or IAM user, by password, MFA and where it is due a new password, to a console session.
import {
  and,
  assign,
  createActor,
  emit,
  enqueueActions,
  fromPromise,
  setup,
  type ActorRefFrom,
} from 'xstate';
import { refusedBy, stepsOf, type RefusedBy, type SignInStep } from './sign-in-steps.ts';
import { changeReason, isLockedOut } from './demands.ts';
import type { Link } from './facts.ts';
import { consoleLink } from './session.ts';
import {
  claimed,
  codesTaken,
  deviceIn,
  devicesIn,
  hashFor,
  linkIn,
  NOTHING_PROVEN,
  plainDigits,
  whoIn,
  WRONG_CODES,
  type ChangeInput,
  type ChangePassword,
  type Refusal,
  type SignInContext,
  type SignInEvent,
  type SignInInput,
  type SignInRecord,
  type VerifyInput,
  type VerifyPassword,
} from './sign-in-context.ts';
import {
  AGAIN,
  ANOTHER_DEVICE,
  CHOOSE,
  ENTER,
  OTHERWISE,
  SUBMIT_ROOT,
  SUBMIT_USER,
  TO_THE_DOOR,
} from './sign-in-ways.ts';
import {
  EXPIRED,
  FULL,
  INCORRECT,
  NOT_CHANGED,
  NOT_CHECKED,
  WRONG_CODE,
  WRONG_CONFIRMATION,
  WRONG_KEY,
} from './sign-in-words.ts';

/** Tells the compiler, and nobody else, what the machine holds and hears. */
const TYPES: {
  context?: SignInContext;
  events?: SignInEvent;
  emitted?: SignInRecord;
  input?: SignInInput;
  output?: Link | null;
  meta?: RefusedBy;
} = {};

/**
 * States, in order: `choosing`; `enteringEmail` then `enteringPassword` (root user), or `enteringUser` (IAM user);
 * `checking`; `refused` and `failed` (both take a new submission). After the right password: `choosingDevice` of several;
 * `enteringCode`, and `resynchronizing` after too many wrong ones, or `pressingKey`; `confirmingEmail` and
 * `confirmingPhone` in place of a device (root user only); `enteringNewPassword` and `changing`;
 * `full` while five sessions are held; `signedIn` (done: the output is the link that a session begins with).
 *
 * Passwords and codes live in the submitting event and in what it starts, never in the context. Events that a state does
 * not know are ignored. `context.message` says what was not taken. What the account records is emitted.
 * @see https://docs.aws.amazon.com/signin/latest/userguide/how-to-sign-in.html
 */
export const signInMachine = setup({
  types: TYPES,
  actors: {
    /** Refuses everybody until `createSignIn` provides the real check. */
    verifyPassword: fromPromise<boolean, VerifyInput>(() => Promise.resolve(false)),
    /** Cannot be asked until `createSignIn` provides the real call. */
    changePassword: fromPromise<Refusal | null, ChangeInput>(() => Promise.reject(new Error('No API.'))),
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
    forget: assign(NOTHING_PROVEN),
    refuse: assign({ message: INCORRECT }),
    refuseExpired: assign({ message: EXPIRED }),
    giveUp: assign({ message: NOT_CHECKED }),
    takeDevice: assign(({ context, event }) => ({
      device: event.type === 'chooseDevice' ? event.serial : (devicesIn(context)[0]?.serial ?? null),
      message: null,
      wrongCodes: 0,
    })),
    countWrongCode: assign(({ context }) => ({ message: WRONG_CODE, wrongCodes: context.wrongCodes + 1 })),
    refuseCodes: assign({ message: WRONG_CODE }),
    sendCode: assign(({ context }) => ({ sent: context.newCode(), message: null })),
    refuseConfirmation: assign({ message: WRONG_CONFIRMATION }),
    recover: assign({ sent: null, device: null, recovered: true, message: null }),
    refuseKey: assign({ message: WRONG_KEY }),
    prove: assign(({ context }) => ({ proven: context.now(), message: null, wrongCodes: 0 })),
    takeCodes: enqueueActions(({ context, event, enqueue }) => {
      const clock = codesTaken(context, event);
      if (clock) enqueue.emit({ type: 'takesCodes', clock });
    }),
    makeLink: assign(({ context }) =>
      context.attempt?.identity
        ? {
            link: consoleLink(
              context.attempt.identity,
              context.now(),
              context.newAccessKeyId(),
              context.proven,
            ),
            reason: changeReason(context.world(), context.attempt.identity, context.now()),
          }
        : {},
    ),
    clearRefusal: assign({ message: null, refusal: null }),
    tellFull: assign({ message: FULL }),
    recordAsking: emit(({ context }) => ({
      type: 'asksForMfa' as const,
      who: whoIn(context),
      kinds: devicesIn(context).map(({ kind }) => kind),
    })),
    recordRefusal: emit(({ context }) => ({
      type: 'turnedAway' as const,
      who: whoIn(context),
      device: context.device,
    })),
    recordChange: emit(({ context }) => ({
      type: 'changesPassword' as const,
      who: whoIn(context),
      refused: context.message,
    })),
    recordSignIn: emit(({ context }) => ({
      type: 'signedIn' as const,
      who: whoIn(context),
      device: context.device,
      link: linkIn(context),
    })),
  },
  guards: {
    choosesRoot: ({ event }) => event.type === 'choose' && event.kind === 'root',
    hasEmail: ({ event }) => event.type === 'enterEmail' && event.email.trim() !== '',
    claimsRoot: ({ context }) => context.attempt?.claim.kind === 'root',
    claimsUser: ({ context }) => context.attempt?.claim.kind === 'user',
    /** Both are asked: a decoy that happens to match signs nobody in. */
    isRightPassword: ({ context }, right: boolean) => right && context.attempt?.identity != null,
    wasChanged: (_, refusal: Refusal | null) => refusal === null,
    isKnownPlace: ({ context }) => context.attempt !== null && context.attempt.account !== null,
    isLockedOut: ({ context }) =>
      context.attempt?.identity != null &&
      isLockedOut(context.world(), context.attempt.identity, context.now()),
    hasSeveral: ({ context }) => devicesIn(context).length > 1,
    hasOne: ({ context }) => devicesIn(context).length === 1,
    isPasskey: ({ context, event }) =>
      (event.type === 'chooseDevice' ? deviceIn(context, event.serial) : (devicesIn(context)[0] ?? null))
        ?.kind === 'passkey',
    isDevice: ({ context, event }) =>
      event.type === 'chooseDevice' && deviceIn(context, event.serial) !== null,
    isRightCode: ({ context, event }) => codesTaken(context, event) !== null,
    areRightCodes: ({ context, event }) => codesTaken(context, event) !== null,
    isRightKey: ({ context, event }) =>
      event.type === 'pressKey' &&
      event.serial === context.device &&
      deviceIn(context, event.serial)?.kind === 'passkey',
    isSentCode: ({ context, event }) =>
      event.type === 'confirm' && context.sent !== null && plainDigits(event.code) === context.sent,
    isOnceTooOften: ({ context }) => context.wrongCodes + 1 >= WRONG_CODES,
    mustChange: ({ context }) => context.reason !== null,
    thereIsRoom: ({ context }) => context.link !== null && context.hasRoom(context.link),
  },
}).createMachine({
  id: 'signIn',
  context: ({ input }) => ({ ...input, email: '', attempt: null, ...NOTHING_PROVEN }),
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
          {
            guard: { type: 'isRightPassword', params: ({ event }) => event.output },
            target: 'asking',
          },
          // No account: nowhere to record it.
          {
            guard: 'isKnownPlace',
            target: 'refused',
            actions: ['refuse', 'recordRefusal'],
            ...refusedBy('isRightPassword'),
          },
          { target: 'refused', actions: 'refuse', ...refusedBy('isRightPassword') },
        ],
        onError: { target: 'failed', actions: 'giveUp' },
      },
    },
    refused: { on: AGAIN },
    failed: { on: AGAIN },

    asking: {
      always: [
        {
          guard: 'isLockedOut',
          target: 'refused',
          actions: ['refuseExpired', 'recordRefusal'],
          ...refusedBy('isLockedOut'),
        },
        { guard: 'hasSeveral', target: 'choosingDevice', actions: 'recordAsking' },
        {
          guard: and(['hasOne', 'isPasskey']),
          target: 'pressingKey',
          actions: ['takeDevice', 'recordAsking'],
        },
        { guard: 'hasOne', target: 'enteringCode', actions: ['takeDevice', 'recordAsking'] },
        { target: 'admitted' },
      ],
    },
    choosingDevice: {
      on: {
        chooseDevice: [
          { guard: and(['isDevice', 'isPasskey']), target: 'pressingKey', actions: 'takeDevice' },
          { guard: 'isDevice', target: 'enteringCode', actions: 'takeDevice' },
        ],
        back: TO_THE_DOOR,
      },
    },
    enteringCode: {
      on: {
        submitCode: [
          { guard: 'isRightCode', target: 'admitted', actions: ['takeCodes', 'prove'] },
          {
            guard: 'isOnceTooOften',
            target: 'resynchronizing',
            actions: ['countWrongCode', 'recordRefusal'],
            ...refusedBy('isRightCode'),
          },
          { actions: ['countWrongCode', 'recordRefusal'], ...refusedBy('isRightCode') },
        ],
        proveOtherwise: OTHERWISE,
        back: ANOTHER_DEVICE,
      },
    },
    resynchronizing: {
      on: {
        submitCodes: [
          { guard: 'areRightCodes', target: 'admitted', actions: ['takeCodes', 'prove'] },
          { actions: ['refuseCodes', 'recordRefusal'], ...refusedBy('areRightCodes') },
        ],
        proveOtherwise: OTHERWISE,
        back: ANOTHER_DEVICE,
      },
    },
    pressingKey: {
      on: {
        pressKey: [
          { guard: 'isRightKey', target: 'admitted', actions: 'prove' },
          { actions: ['refuseKey', 'recordRefusal'], ...refusedBy('isRightKey') },
        ],
        proveOtherwise: OTHERWISE,
        back: ANOTHER_DEVICE,
      },
    },
    confirmingEmail: {
      on: {
        confirm: [
          { guard: 'isSentCode', target: 'confirmingPhone', actions: 'sendCode' },
          { actions: 'refuseConfirmation', ...refusedBy('isSentCode') },
        ],
        back: TO_THE_DOOR,
      },
    },
    confirmingPhone: {
      on: {
        confirm: [
          { guard: 'isSentCode', target: 'admitted', actions: 'recover' },
          { actions: 'refuseConfirmation', ...refusedBy('isSentCode') },
        ],
        back: TO_THE_DOOR,
      },
    },

    admitted: {
      entry: 'makeLink',
      always: [{ guard: 'mustChange', target: 'enteringNewPassword' }, ...ENTER],
    },
    enteringNewPassword: {
      on: {
        submitNewPassword: { target: 'changing', actions: 'clearRefusal' },
        retype: { actions: 'clearRefusal' },
        back: TO_THE_DOOR,
      },
    },
    changing: {
      invoke: {
        id: 'changePassword',
        src: 'changePassword',
        input: ({ context, event }) => ({
          caller: context.link?.caller ?? null,
          oldPassword: event.type === 'submitNewPassword' ? event.oldPassword : '',
          newPassword: event.type === 'submitNewPassword' ? event.newPassword : '',
        }),
        onDone: [
          {
            guard: { type: 'wasChanged', params: ({ event }) => event.output },
            target: 'changed',
            actions: 'recordChange',
          },
          {
            target: 'enteringNewPassword',
            actions: [
              assign(({ event }) => ({ message: NOT_CHANGED, refusal: event.output })),
              'recordChange',
            ],
            ...refusedBy('wasChanged'),
          },
        ],
        onError: {
          target: 'enteringNewPassword',
          actions: [assign({ message: NOT_CHANGED }), 'recordChange'],
        },
      },
    },
    changed: { always: ENTER },
    full: {
      on: {
        enter: [{ guard: 'thereIsRoom', target: 'signedIn' }, refusedBy('thereIsRoom')],
        back: TO_THE_DOOR,
      },
    },
    signedIn: { type: 'final', entry: ['clearMessage', 'recordSignIn'] },
  },
});

export type SignInActor = ActorRefFrom<typeof signInMachine>;
export type SignInSnapshot = ReturnType<SignInActor['getSnapshot']>;

/** A sign-in that is ready to be started with `start()`. A rejected check ends in `failed`, not in a refusal. */
export const createSignIn = (
  input: SignInInput,
  { verifyPassword, changePassword }: { verifyPassword: VerifyPassword; changePassword: ChangePassword },
  /** Is told every step, for whoever looks at the machine. */
  note: (step: SignInStep) => void = () => {},
): SignInActor =>
  createActor(
    signInMachine.provide({
      actors: {
        verifyPassword: fromPromise<boolean, VerifyInput>(({ input: check }) => verifyPassword(check)),
        changePassword: fromPromise<Refusal | null, ChangeInput>(({ input: call }) => changePassword(call)),
      },
    }),
    { input, inspect: stepsOf(note) },
  );
