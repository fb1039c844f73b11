// The list of transitions is that of the machine: every state is reached, and what refuses says so.
import { expect, test } from 'vitest';
import { signInMachine } from './sign-in.ts';
import { SIGN_IN_TRANSITIONS } from './sign-in-transitions.ts';

test('every state but the first is led to, and every one but the last is left', () => {
  const states = Object.keys(signInMachine.states);
  const reached = new Set(SIGN_IN_TRANSITIONS.map(({ to }) => to));
  const left = new Set(SIGN_IN_TRANSITIONS.map(({ from }) => from));
  expect(states.filter((state) => !reached.has(state) && state !== 'choosing')).toEqual([]);
  expect(states.filter((state) => !left.has(state))).toEqual(['signedIn']);
});

test('what starts by itself, by an answer, and by a refusal', () => {
  expect(SIGN_IN_TRANSITIONS).toContainEqual({
    from: 'asking',
    to: 'enteringCode',
    event: 'always',
    refused: null,
  });
  expect(SIGN_IN_TRANSITIONS).toContainEqual({
    from: 'enteringCode',
    to: 'enteringCode',
    event: 'submitCode',
    refused: 'isRightCode',
  });
  expect(SIGN_IN_TRANSITIONS.filter(({ from }) => from === 'checking').map(({ event }) => event)).toContain(
    'done.actor.verifyPassword',
  );
  expect(new Set(SIGN_IN_TRANSITIONS.map((one) => JSON.stringify(one))).size).toBe(
    SIGN_IN_TRANSITIONS.length,
  );
});
