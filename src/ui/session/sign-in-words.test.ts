// The groups of the sign-in machine hold each of its states, once.
import { expect, test } from 'vitest';
import { signInMachine } from '../../session/sign-in.ts';
import { SIGN_IN_GROUPS } from './sign-in-words.ts';

test('every state stands in one group', () => {
  const grouped = SIGN_IN_GROUPS.flatMap(({ states }) => states);
  expect(grouped.toSorted()).toEqual(Object.keys(signInMachine.states).toSorted());
});
