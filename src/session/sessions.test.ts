// The session machine: every state, every event in each of them, and every guard that can refuse.
import { describe, expect, test } from 'vitest';
import { addSeconds, type Instant } from '../aws/instant.ts';
import { MAX_HELD, SIGNED_OUT, type Link, type SessionFacts } from './facts.ts';
import { callerOf, consoleLink } from './session.ts';
import { ENDING_SECONDS, sessionsMachine, stateOf, step, type SessionEvent } from './sessions.ts';

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
  ['closes all', TWO, { type: 'closeAll', now: END }, 'ended → nobody', null],
  ['remembers a role', ONE, { type: 'remember', role, now: START }, 'acting → acting', null],
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
