// What the sign-in machine tells of its steps: events, states and the guards that refused; never what was typed.
import { expect, test } from 'vitest';
import { asUser, backwards, input, settle } from '../../tests/fixtures/sign-in.ts';
import { createSignIn } from './sign-in.ts';
import type { SignInEvent } from './sign-in-context.ts';
import type { SignInStep } from './sign-in-steps.ts';

async function stepsOf(events: readonly SignInEvent[], hasRoom = true) {
  const steps: SignInStep[] = [];
  const actor = createSignIn(
    { ...input, hasRoom: () => hasRoom },
    {
      verifyPassword: ({ password, hash }) => Promise.resolve(hash.hash === backwards(password)),
      changePassword: () => Promise.resolve(null),
    },
    (step) => steps.push(step),
  );
  actor.start();
  for (const event of events) actor.send(event);
  await settle(actor);
  return { steps, actor };
}

const short = ({ event, from, to, refused }: SignInStep) => [event, from, to, refused];

test('a sign-in is told from its start, with the states in between', async () => {
  const { steps } = await stepsOf(asUser('bookshop', 'Noor', 'noor secret'));
  expect(steps.map(short)).toEqual([
    ['start', null, 'choosing', null],
    ['choose', 'choosing', 'enteringUser', null],
    ['submitUser', 'enteringUser', 'checking', null],
    ['done.actor.verifyPassword', 'checking', 'asking', null],
    ['always', 'asking', 'admitted', null],
    ['always', 'admitted', 'signedIn', null],
  ]);
  expect(JSON.stringify(steps)).not.toContain('secret');
});

test('a wrong password is refused by its guard, and the answer is kept', async () => {
  const { steps } = await stepsOf(asUser('bookshop', 'Noor', 'not it'));
  expect(steps.at(-1)).toMatchObject({
    from: 'checking',
    to: 'refused',
    refused: 'isRightPassword',
    answer: 'Your authentication information is incorrect. Please try again.',
  });
});

test('without room each attempt to enter is refused', async () => {
  const { steps, actor } = await stepsOf(asUser('bookshop', 'Noor', 'noor secret'), false);
  actor.send({ type: 'enter' });
  expect(steps.slice(-2).map(short)).toEqual([
    ['always', 'admitted', 'full', 'thereIsRoom'],
    ['enter', 'full', 'full', 'thereIsRoom'],
  ]);
});
