// Ways of the session machine: every step that it can take is drawn, once, and as taken.
import { describe, expect, test } from 'vitest';
import type { SessionEvent, SessionState } from '../../session/sessions.ts';
import { chartOf } from './chart.ts';
import { SESSION_GROUPS, takenOf, waysWith } from './session-ways.ts';

const STATES: readonly SessionState[] = ['nobody', 'acting', 'ending', 'ended'];
const EVENTS: readonly SessionEvent['type'][] = [
  'open',
  'become',
  'back',
  'activate',
  'close',
  'closeAll',
  'renew',
  'look',
];

const steps = STATES.flatMap((from) =>
  STATES.flatMap((to) => EVENTS.map((type) => ({ from, to, event: { type } }))),
);

describe.each([280, 311, 700, 1000])('at a width of %i', (width) => {
  test.each(steps)('$event.type from $from to $to is drawn once', (step) => {
    const taken = takenOf(step);
    const ways = waysWith(taken);
    expect(ways.filter((way) => way === taken)).toHaveLength(1);
    const { lines, boxes } = chartOf(width, SESSION_GROUPS, ways);
    expect(new Set(boxes.map(({ state }) => state))).toEqual(new Set(STATES));
    const stays = boxes.flatMap(({ rows }) => rows.filter((row) => row.stays));
    expect(lines.length + stays.length).toBe(ways.length);
  });
});

test('signing out, and the ways back from what ends, are there before anybody took them', () => {
  const usual = waysWith(null);
  for (const from of ['acting', 'ending', 'ended'])
    expect(usual).toContainEqual(expect.objectContaining({ from, to: 'nobody', event: 'close' }));
  for (const from of ['ending', 'ended'])
    expect(usual).toContainEqual(
      expect.objectContaining({ from, to: 'acting', event: 'open, back, activate' }),
    );
});
