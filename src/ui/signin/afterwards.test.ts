// What is said of a sign-in that somebody left while the password was being checked: what came of it, once.
import { expect, test } from 'vitest';
import { arrive, asUser, passwordOf, settle, start } from '../../../tests/fixtures/sign-in.ts';
import type { SignInEvent } from '../../session/sign-in-context.ts';
import { INCORRECT } from '../../session/sign-in-words.ts';
import { comeBack, sayAfterwards } from './afterwards.ts';

const CHANGE: SignInEvent = {
  type: 'submitNewPassword',
  oldPassword: passwordOf('ann'),
  newPassword: 'another secret',
};

/** Leaves right after the last event, while the password is being worked on. */
async function leaving(before: readonly SignInEvent[], last: readonly SignInEvent[], back = false) {
  const { actor, send } = start({}, () =>
    Promise.resolve({ code: 'AccessDenied', message: 'no', eventID: '1' }),
  );
  await send(...before);
  for (const event of last) actor.send(event);
  const said: string[] = [];
  sayAfterwards(actor, (sentence) => said.push(sentence));
  if (back) comeBack(actor);
  await settle(actor);
  return { actor, said };
}

test.each<[string, readonly SignInEvent[], readonly SignInEvent[], string]>([
  ['signed in', [], arrive('Noor'), 'Signed in as Noor'],
  ['not signed in', [], asUser('bookshop', 'Noor', 'wrong'), `You are not signed in. ${INCORRECT}`],
  [
    'asked for more',
    [],
    arrive('mia'),
    'The password was right. Go back to the sign-in page for what it asks next.',
  ],
  ['not changed', arrive('ann'), [CHANGE], 'The password was not changed. The sign-in page says why.'],
])('%s', async (_what, before, last, sentence) => {
  expect((await leaving(before, last)).said).toEqual([sentence]);
});

test('once it is said, nothing more is', async () => {
  const { actor, said } = await leaving([], asUser('bookshop', 'Noor', 'wrong'));
  actor.send({ type: 'back' });
  expect(said).toHaveLength(1);
});

test('nothing is said where nothing was being worked out, or the page was come back to', async () => {
  expect((await leaving([], [{ type: 'choose', kind: 'user' }])).said).toEqual([]);
  expect((await leaving([], arrive('Noor'), true)).said).toEqual([]);
});
