// The session machine: every state, every event in each of them, the ways between them, and every guard that can refuse.
import { describe, expect, test } from 'vitest';
import { session } from '../../tests/fixtures/sts.ts';
import { addSeconds, type Instant } from '../aws/instant.ts';
import { MAX_HELD, SIGNED_OUT, type Link, type SessionFacts } from './facts.ts';
import { callerOf, consoleLink } from './session.ts';
import {
  ENDING_SECONDS,
  sessionsMachine,
  stateOf,
  step,
  type SessionEvent,
  type SessionState,
} from './sessions.ts';

const START: Instant = '2026-11-22T10:00:00Z';
const END = addSeconds(START, 12 * 60 * 60);
const link = (name: string): Link =>
  consoleLink({ kind: 'user', account: '111122223333', name }, START, `ASIA${name}`);
const role = { account: '111122223333', role: 'Desk', display: { name: 'Desk', color: null } };

const after = (events: readonly SessionEvent[], facts: SessionFacts = SIGNED_OUT): SessionFacts =>
  events.reduce((before, event) => step(before, event).facts, facts);
const open = (name: string, now = START): SessionEvent => ({ type: 'open', link: link(name), id: name, now });

const ONE = after([open('noor')]);
const TWO = after([open('amira')], ONE);
const CHAIN = after([{ type: 'become', link: link('desk'), now: START }], ONE);
const FULL = after(['a', 'b', 'c', 'd', 'e'].map((name) => open(name)));

describe('what the facts come to', () => {
  test.each([
    ['nobody', SIGNED_OUT, START],
    ['acting', ONE, START],
    ['acting', ONE, addSeconds(END, -ENDING_SECONDS - 1)],
    ['ending', ONE, addSeconds(END, -ENDING_SECONDS)],
    ['ending', ONE, addSeconds(END, -1)],
    ['ended', ONE, END],
    ['nobody', after([{ type: 'close', id: 'noor', now: START }], ONE), END],
  ] as const)('%s', (state, facts, now) => {
    expect(stateOf(facts, now)).toBe(state);
  });
});

const issue = (error: string | null, now = START): SessionEvent => ({
  type: 'issue',
  operation: 'AssumeRole',
  error,
  now,
});

/** A role for one hour. */
const hour = (name: string, issued: Instant): Link => {
  const credentials = {
    kind: 'role',
    accessKeyId: `ASIA${name}`,
    issued,
    expires: addSeconds(issued, 3600),
    mfa: null,
  } as const;
  return { way: 'assumeRole', caller: session(name, { credentials }), display: null };
};

const steps: [string, SessionFacts, SessionEvent, string, string | null][] = [
  ['opens the first', SIGNED_OUT, open('noor'), 'nobody → acting', null],
  ['opens one more', ONE, open('amira'), 'acting → acting', null],
  ['opens a sixth', FULL, open('f'), 'acting → acting', 'thereIsRoom'],
  ['opens one of five again', FULL, open('c'), 'acting → acting', null],
  ['opens after the end', ONE, open('amira', END), 'ended → ended', null],
  ['becomes a role', ONE, { type: 'become', link: link('desk'), now: START }, 'acting → acting', null],
  [
    'becomes as nobody',
    SIGNED_OUT,
    { type: 'become', link: link('desk'), now: START },
    'nobody → nobody',
    'somebodyActs',
  ],
  ['goes back', CHAIN, { type: 'back', depth: 1, now: START }, 'acting → acting', null],
  ['goes back from the first', ONE, { type: 'back', depth: 1, now: START }, 'acting → acting', 'isOnTheWay'],
  [
    'goes back to before the first',
    CHAIN,
    { type: 'back', depth: 0, now: START },
    'acting → acting',
    'isOnTheWay',
  ],
  ['changes to another', TWO, { type: 'activate', id: 'noor', now: START }, 'acting → acting', null],
  ['changes to who is not here', TWO, { type: 'activate', id: 'x', now: START }, 'acting → acting', 'isHeld'],
  ['closes the last', ONE, { type: 'close', id: 'noor', now: START }, 'acting → nobody', null],
  ['closes one of two', TWO, { type: 'close', id: 'amira', now: START }, 'acting → acting', null],
  ['closes who is not here', ONE, { type: 'close', id: 'x', now: START }, 'acting → acting', 'isHeld'],
  [
    'renews what it began as',
    ONE,
    { type: 'renew', id: 'noor', link: hour('Server', END), now: END },
    'ended → acting',
    null,
  ],
  [
    'renews who is not here',
    ONE,
    { type: 'renew', id: 'x', link: link('noor'), now: START },
    'acting → acting',
    'isHeld',
  ],
  ['closes all', TWO, { type: 'closeAll', now: END }, 'ended → nobody', null],
  ['remembers a role', ONE, { type: 'remember', role, now: START }, 'acting → acting', null],
  ['is issued credentials', ONE, issue(null), 'acting → acting', null],
  ['is denied credentials', ONE, issue('AccessDenied'), 'acting → acting', 'wasIssued'],
  ['looks at the clock', ONE, { type: 'look', now: addSeconds(END, -60) }, 'ending → ending', null],
];

test.each(steps)('%s', (_what, facts, event, ways, refused) => {
  const made = step(facts, event);
  expect(`${made.from} → ${made.to}`).toBe(ways);
  expect(made.refused).toBe(refused);
  if (refused !== null) expect(made.facts).toEqual(facts);
});

test('every event and every guard has a step above', () => {
  const events = new Set(steps.map(([, , { type }]) => type));
  expect([...events].sort()).toEqual(Object.keys(sessionsMachine.config.on ?? {}).sort());
  const refusing = new Set(steps.flatMap(([, , , , refused]) => refused ?? []));
  const guards = Object.values(sessionsMachine.config.on ?? {}).flatMap((transition) =>
    typeof transition === 'object' && 'guard' in transition ? [String(transition.guard)] : [],
  );
  expect([...refusing].sort()).toEqual([...new Set(guards)].sort());
});

test('the machine has no memory beside the facts', () => {
  expect(FULL.held).toHaveLength(MAX_HELD);
  const saved: unknown = JSON.parse(JSON.stringify(CHAIN));
  expect(saved).toEqual(CHAIN);
  expect(callerOf(step(CHAIN, { type: 'back', depth: 1, now: START }).facts)).toEqual(link('noor').caller);
});

test.each([
  [addSeconds(END, -ENDING_SECONDS - 1), addSeconds(END, -ENDING_SECONDS), 'acting → ending'],
  [addSeconds(END, -1), END, 'ending → ended'],
  [START, END, 'acting → ended'],
  [START, addSeconds(START, 60), 'acting → acting'],
])('what time makes of who acts is a step of a look: %s to %s', (since, now, way) => {
  const { from, to, refused } = step(ONE, { type: 'look', now }, since);
  expect(`${from} → ${to}`).toBe(way);
  expect(refused).toBeNull();
});

/** noor, and beside her amira, who acts as a role that ends after an hour. */
const BESIDE = after(
  [open('noor'), open('amira'), { type: 'become', link: hour('Desk', START), now: START }],
  SIGNED_OUT,
);

const WHEN = {
  nobody: [SIGNED_OUT, START],
  acting: [BESIDE, START],
  ending: [BESIDE, addSeconds(START, 3600 - ENDING_SECONDS)],
  ended: [BESIDE, addSeconds(START, 3600)],
} as const satisfies Record<SessionState, readonly [SessionFacts, Instant]>;

const EVENTS: Readonly<Record<string, (now: Instant) => SessionEvent>> = {
  'open another': (now) => ({ type: 'open', link: consoleLink(JONAS, now, 'ASIAJONAS'), id: 'jonas', now }),
  'become a role': (now) => ({ type: 'become', link: hour('Next', now), now }),
  'back to the user': (now) => ({ type: 'back', depth: 1, now }),
  'back to where they are': (now) => ({ type: 'back', depth: 2, now }),
  'change to noor': (now) => ({ type: 'activate', id: 'noor', now }),
  'change to who is not here': (now) => ({ type: 'activate', id: 'x', now }),
  'close who acts': (now) => ({ type: 'close', id: 'amira', now }),
  'close who does not act': (now) => ({ type: 'close', id: 'noor', now }),
  'close who is not here': (now) => ({ type: 'close', id: 'x', now }),
  'renew who acts': (now) => ({ type: 'renew', id: 'amira', link: hour('Server', now), now }),
  'renew who is not here': (now) => ({ type: 'renew', id: 'x', link: hour('Server', now), now }),
  'close all': (now) => ({ type: 'closeAll', now }),
  remember: (now) => ({ type: 'remember', role, now }),
  'are issued credentials': (now) => issue(null, now),
  'are denied credentials': (now) => issue('AccessDenied', now),
  look: (now) => ({ type: 'look', now }),
};
const JONAS = { kind: 'user', account: '111122223333', name: 'jonas' } as const;

/** A state, or the guard that refuses. What is not named leaves the state as it is. */
const SOMEBODY: Readonly<Record<string, string>> = {
  'open another': 'acting',
  'become a role': 'acting',
  'back to the user': 'acting',
  'back to where they are': 'isOnTheWay',
  'change to noor': 'acting',
  'change to who is not here': 'isHeld',
  'close who acts': 'acting',
  'close who is not here': 'isHeld',
  'renew who is not here': 'isHeld',
  'close all': 'nobody',
  'are denied credentials': 'wasIssued',
};
const TABLE: Readonly<Record<SessionState, Readonly<Record<string, string>>>> = {
  nobody: {
    'open another': 'acting',
    'become a role': 'somebodyActs',
    'back to the user': 'isOnTheWay',
    'back to where they are': 'isOnTheWay',
    'change to noor': 'isHeld',
    'change to who is not here': 'isHeld',
    'close who acts': 'isHeld',
    'close who does not act': 'isHeld',
    'close who is not here': 'isHeld',
    'renew who acts': 'isHeld',
    'renew who is not here': 'isHeld',
    'are denied credentials': 'wasIssued',
  },
  acting: SOMEBODY,
  ending: SOMEBODY,
  ended: SOMEBODY,
};
const STATES = ['nobody', 'acting', 'ending', 'ended'] as const satisfies readonly SessionState[];

describe.each(STATES)('every event while the state is %s', (state) => {
  const [facts, now] = WHEN[state];

  test.each(Object.entries(EVENTS))('%s', (name, event) => {
    const made = step(facts, event(now));
    expect(made.from).toBe(state);
    expect(made.refused ?? made.to).toBe(TABLE[state][name] ?? state);
    if (made.refused !== null) expect(made).toMatchObject({ to: state, facts });
  });
});

test('the machine has no other states, and the table every event', () => {
  const { judging: _judging, ...states } = sessionsMachine.config.states ?? {};
  expect(Object.keys(states).toSorted()).toEqual(STATES.toSorted());
  const types = new Set(Object.values(EVENTS).map((event) => event(START).type));
  expect([...types].toSorted()).toEqual(Object.keys(sessionsMachine.config.on ?? {}).toSorted());
});

describe('ways to somebody whose time is up, or nearly', () => {
  const noorActs = after([{ type: 'activate', id: 'noor', now: START }], BESIDE);
  /** Of a user whose own session ends while a role that she took late goes on. */
  const late = addSeconds(END, -1800);
  const outlived = after([{ type: 'become', link: hour('Desk', late), now: late }], ONE);
  const near = addSeconds(END, -ENDING_SECONDS);

  test.each<[string, SessionFacts, SessionEvent, string]>([
    ['changing to it', noorActs, { type: 'activate', id: 'amira', now: WHEN.ending[1] }, 'acting → ending'],
    ['changing to it', noorActs, { type: 'activate', id: 'amira', now: WHEN.ended[1] }, 'acting → ended'],
    ['closing what acts', noorActs, { type: 'close', id: 'noor', now: WHEN.ending[1] }, 'acting → ending'],
    ['closing what acts', noorActs, { type: 'close', id: 'noor', now: WHEN.ended[1] }, 'acting → ended'],
    ['going back', outlived, { type: 'back', depth: 1, now: near }, 'acting → ending'],
    ['going back', outlived, { type: 'back', depth: 1, now: END }, 'acting → ended'],
    [
      'taking a key of one hour',
      ONE,
      { type: 'become', link: hour('Desk', late), now: END },
      'ended → acting',
    ],
    [
      'taking credentials that are used up',
      ONE,
      { type: 'become', link: hour('Desk', START), now: late },
      'acting → ended',
    ],
    [
      'opening with credentials that end soon',
      SIGNED_OUT,
      { type: 'open', link: hour('Desk', START), id: 'desk', now: WHEN.ending[1] },
      'nobody → ending',
    ],
    [
      'opening with credentials that are used up',
      SIGNED_OUT,
      { type: 'open', link: hour('Desk', START), id: 'desk', now: WHEN.ended[1] },
      'nobody → ended',
    ],
  ])('%s: %#', (_what, facts, event, way) => {
    const { from, to, refused } = step(facts, event);
    expect(refused).toBeNull();
    expect(`${from} → ${to}`).toBe(way);
  });
});
