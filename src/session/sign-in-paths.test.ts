// The paths through the sign-in machine: every state that can be reached, and what every event does there.
import { describe, expect, test } from 'vitest';
import type { ActorLogic } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { codeIn, DEVICES, input, SEEDS } from '../../tests/fixtures/sign-in.ts';
import { signInMachine } from './sign-in.ts';
import type { Refusal, SignInEvent, SignInInput } from './sign-in-context.ts';

const USERS = ['Noor', 'mia', 'pia', 'max', 'ann', 'eve', 'nobody'] as const;
type Who = (typeof USERS)[number] | 'root';

const submit = (name: string): SignInEvent => ({
  type: 'submitUser',
  account: 'bookshop',
  name,
  password: 'p',
});

const NAMED: Record<string, SignInEvent> = {
  'choose root': { type: 'choose', kind: 'root' },
  'choose user': { type: 'choose', kind: 'user' },
  'enter e-mail': { type: 'enterEmail', email: 'owner@bookshop.example' },
  'enter no e-mail': { type: 'enterEmail', email: '  ' },
  'submit root': { type: 'submitRoot', password: 'p' },
  ...Object.fromEntries(USERS.map((name) => [`submit ${name}`, submit(name)])),
  'choose phone': { type: 'chooseDevice', serial: DEVICES.maxPhone.serial },
  'choose key': { type: 'chooseDevice', serial: DEVICES.maxKey.serial },
  "choose somebody else's": { type: 'chooseDevice', serial: DEVICES.mia.serial },
  'right code': { type: 'submitCode', code: codeIn(0, SEEDS.phone) },
  'wrong code': { type: 'submitCode', code: codeIn(0, SEEDS.token) },
  'two codes': {
    type: 'submitCodes',
    first: codeIn(0, SEEDS.phone),
    second: codeIn(30, SEEDS.phone),
  },
  'two codes the other way round': {
    type: 'submitCodes',
    first: codeIn(30, SEEDS.phone),
    second: codeIn(0, SEEDS.phone),
  },
  'press the key of pia': { type: 'pressKey', serial: DEVICES.pia.serial },
  'press the key of max': { type: 'pressKey', serial: DEVICES.maxKey.serial },
  'new password': { type: 'submitNewPassword', oldPassword: 'p', newPassword: 'q' },
  enter: { type: 'enter' },
  back: { type: 'back' },
};

const ended = (actorId: string, output: unknown) => ({
  type: `xstate.done.actor.${actorId}`,
  output,
  actorId,
});
const refusal: Refusal = { code: 'AccessDenied', message: 'No.', eventID: '1' };

/** Events of the machine's own making. */
const ANSWERS: Record<string, { type: string }> = {
  right: ended('verifyPassword', true),
  wrong: ended('verifyPassword', false),
  broken: { type: 'xstate.error.actor.verifyPassword' },
  changed: ended('changePassword', null),
  'not changed': ended('changePassword', refusal),
  'change broken': { type: 'xstate.error.actor.changePassword' },
};
const EVENTS = { ...NAMED, ...ANSWERS };
type Snapshot = ReturnType<typeof signInMachine.getInitialSnapshot>;

const AT_THE_DOOR: ReadonlySet<string> = new Set([
  'choosing',
  'enteringEmail',
  'enteringPassword',
  'enteringUser',
  'signedIn',
]);

/** Where a person is: the state, for whom, and after how many wrong codes. */
function place({ value, context }: Snapshot): string {
  if (AT_THE_DOOR.has(value)) return value;
  const { attempt, wrongCodes } = context;
  const who = attempt?.claim.kind === 'user' ? attempt.claim.name : 'root';
  return value === 'enteringCode' ? `${value}, ${who}, ${wrongCodes} wrong` : `${value}, ${who}`;
}

const CHOOSE = { 'choose root': 'enteringEmail', 'choose user': 'enteringUser' };
const SUBMIT = Object.fromEntries(USERS.map((name) => [`submit ${name}`, `checking, ${name}`]));

/** What is asked for after the right password. */
const FIRST: Readonly<Partial<Record<Who, string>>> = {
  mia: 'enteringCode, mia, 0 wrong',
  eve: 'enteringCode, eve, 0 wrong',
  pia: 'pressingKey, pia',
  max: 'choosingDevice, max',
  ann: 'enteringNewPassword, ann',
};
const MUST_CHANGE: readonly Who[] = ['ann', 'eve'];

/** What every event does in every place. Whatever is not named leaves the place as it is. */
function table(hasRoom: boolean): Record<string, Record<string, string>> {
  const end = (who: Who) => (hasRoom ? 'signedIn' : `full, ${who}`);
  const proven = (who: Who) => (MUST_CHANGE.includes(who) ? `enteringNewPassword, ${who}` : end(who));
  const door = (who: Who) => (who === 'root' ? 'enteringEmail' : 'enteringUser');
  const rows: Record<string, Record<string, string>> = {
    choosing: CHOOSE,
    enteringEmail: { ...CHOOSE, 'enter e-mail': 'enteringPassword', back: 'choosing' },
    enteringPassword: { ...CHOOSE, 'submit root': 'checking, root', back: 'enteringEmail' },
    enteringUser: { ...CHOOSE, ...SUBMIT, back: 'choosing' },
    ...(hasRoom && { signedIn: {} }),
  };
  for (const who of [...USERS, 'root'] as const) {
    const again =
      who === 'root'
        ? { ...CHOOSE, 'submit root': 'checking, root', back: 'enteringEmail' }
        : { ...CHOOSE, ...SUBMIT, back: 'choosing' };
    rows[`checking, ${who}`] = {
      right: who === 'nobody' ? 'refused, nobody' : (FIRST[who] ?? end(who)),
      wrong: `refused, ${who}`,
      broken: `failed, ${who}`,
    };
    rows[`refused, ${who}`] = again;
    rows[`failed, ${who}`] = again;
    if (!hasRoom && who !== 'nobody') rows[`full, ${who}`] = { back: door(who) };
  }
  for (const who of ['mia', 'eve', 'max'] as const) {
    const back = who === 'max' ? 'choosingDevice, max' : 'enteringUser';
    const right = { 'right code': proven(who), back };
    rows[`enteringCode, ${who}, 0 wrong`] = { ...right, 'wrong code': `enteringCode, ${who}, 1 wrong` };
    rows[`enteringCode, ${who}, 1 wrong`] = { ...right, 'wrong code': `enteringCode, ${who}, 2 wrong` };
    rows[`enteringCode, ${who}, 2 wrong`] = { ...right, 'wrong code': `resynchronizing, ${who}` };
    rows[`resynchronizing, ${who}`] = { 'two codes': proven(who), back };
  }
  rows['choosingDevice, max'] = {
    'choose phone': 'enteringCode, max, 0 wrong',
    'choose key': 'pressingKey, max',
    back: 'enteringUser',
  };
  rows['pressingKey, pia'] = { 'press the key of pia': proven('pia'), back: 'enteringUser' };
  rows['pressingKey, max'] = { 'press the key of max': proven('max'), back: 'choosingDevice, max' };
  for (const who of MUST_CHANGE) {
    rows[`enteringNewPassword, ${who}`] = { 'new password': `changing, ${who}`, back: 'enteringUser' };
    rows[`changing, ${who}`] = {
      changed: end(who),
      'not changed': `enteringNewPassword, ${who}`,
      'change broken': `enteringNewPassword, ${who}`,
    };
  }
  return rows;
}

/** The walker has no word for what a machine emits. */
const WALKED = signInMachine as unknown as ActorLogic<Snapshot, SignInEvent, SignInInput>;

const names = new Map<unknown, string>(Object.entries(EVENTS).map(([name, event]) => [event, name]));

/** Everything of a context that can make a difference. */
const key = (snapshot: Snapshot): string => {
  const { world: _world, now: _now, newAccessKeyId: _id, hasRoom: _room, ...rest } = snapshot.context;
  return JSON.stringify([place(snapshot), rest]);
};

describe.each([
  ['while there is room', true],
  ['while five sessions are held', false],
])('%s', (_when, hasRoom) => {
  const TABLE = table(hasRoom);
  const steps = adjacencyMapToArray(
    getAdjacencyMap(WALKED, {
      input: { ...input, hasRoom: () => hasRoom },
      // The answers are events that the type of the machine rightly does not offer.
      events: Object.values(EVENTS) as SignInEvent[],
      serializeState: key,
      limit: 100_000,
    }),
  );

  test('the table names every place that can be reached', () => {
    const reached = steps.flatMap(({ state, nextState }) => [place(state), place(nextState)]);
    expect([...new Set(reached)].sort()).toEqual(Object.keys(TABLE).sort());
  });

  test.each(Object.keys(TABLE))('from %s', (from) => {
    const found = steps.filter(({ state }) => place(state) === from);
    for (const { event, nextState } of found) {
      const name = names.get(event) ?? '';
      expect([name, place(nextState)]).toEqual([name, TABLE[from]?.[name] ?? from]);
    }
  });

  test('every row of the table was walked', () => {
    const walked = new Set(steps.map(({ state, event }) => `${place(state)}: ${names.get(event)}`));
    const rows = Object.entries(TABLE).flatMap(([from, row]) =>
      Object.keys(row).map((name) => `${from}: ${name}`),
    );
    expect(rows.filter((row) => !walked.has(row))).toEqual([]);
  });

  test('nobody passes the door without the right password, nor begins a session without what was asked for', () => {
    const isDoor = ({ value }: Snapshot) =>
      ['checking', 'refused', 'failed'].includes(value) || (AT_THE_DOOR.has(value) && value !== 'signedIn');
    for (const { state, nextState, event } of steps)
      if (isDoor(state) && !isDoor(nextState)) expect(names.get(event)).toBe('right');
    const asked = new Set<unknown>(['mia', 'eve', 'pia', 'max']);
    for (const { nextState } of steps) {
      const { attempt, proven } = nextState.context;
      if (!['full', 'signedIn'].includes(nextState.value) || attempt?.claim.kind !== 'user') continue;
      expect(proven !== null).toBe(asked.has(attempt.claim.name));
    }
  });
});
