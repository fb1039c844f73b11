// The sign-in machine at the door: who gets in by a password alone, one message for every wrong part, no password left behind.
import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { asRoot, asUser, backwards, input, settle } from '../../tests/fixtures/sign-in.ts';
import { createSignIn, signInMachine, type SignInActor } from './sign-in.ts';
import type { ChangePassword, SignInEvent, VerifyInput, VerifyPassword } from './sign-in-context.ts';
import { INCORRECT, NOT_CHECKED } from './sign-in-words.ts';

/** Stands in for PBKDF2; counts what it was asked. */
function checker() {
  const asked: VerifyInput[] = [];
  const verify = (check: VerifyInput): Promise<boolean> => {
    asked.push(check);
    return Promise.resolve(check.hash.hash === backwards(check.password));
  };
  return { asked, verify };
}

const nothingToChange: ChangePassword = () =>
  Promise.reject(new Error('No password has to be changed here.'));
const signingIn = (verifyPassword: VerifyPassword): SignInActor =>
  createSignIn(input, { verifyPassword, changePassword: nothingToChange });

async function run(events: readonly SignInEvent[]) {
  const { asked, verify } = checker();
  const actor = signingIn(verify);
  actor.start();
  for (const event of events) actor.send(event);
  return { snapshot: await settle(actor), asked, actor };
}

const credentials = {
  accessKeyId: 'ASIAAAAABBBBCCCCDDDD',
  issued: '2026-11-22T10:00:00Z',
  expires: '2026-11-22T22:00:00Z',
  mfa: null,
  kind: 'console',
};

test.each([
  ['by account id', asUser('111122223333', 'Noor', 'noor secret')],
  ['by account id with dashes', asUser('1111-2222-3333', 'Noor', 'noor secret')],
  ['by alias', asUser(' bookshop ', 'Noor', 'noor secret')],
  ['in another letter case', asUser('Bookshop', ' noor', 'noor secret')],
])('an IAM user signs in %s', async (_how, events) => {
  const { snapshot } = await run(events);
  expect(snapshot.status).toBe('done');
  expect(snapshot.output).toEqual({
    way: 'signIn',
    caller: { kind: 'user', account: '111122223333', name: 'Noor', id: 'AIDANoor', credentials },
    display: null,
  });
});

test('a root user signs in by e-mail, then password', async () => {
  const { snapshot } = await run(asRoot('owner@BOOKSHOP.example ', 'root secret'));
  expect(snapshot.value).toBe('signedIn');
  expect(snapshot.output).toEqual({
    way: 'signIn',
    caller: { kind: 'root', account: '111122223333', credentials },
    display: null,
  });
});

const wrong: [string, SignInEvent[]][] = [
  ['account id', asUser('999999999999', 'Noor', 'noor secret')],
  ['alias', asUser('bookstore', 'Noor', 'noor secret')],
  ['user name', asUser('bookshop', 'nora', 'noor secret')],
  ['user name that every object inherits', asUser('bookshop', 'constructor', 'noor secret')],
  ['user without console access', asUser('bookshop', 'robot', 'noor secret')],
  ['password', asUser('bookshop', 'Noor', 'Noor secret')],
  ['empty password', asUser('bookshop', 'Noor', '')],
  ['spaces around the password', asUser('bookshop', 'Noor', ' noor secret ')],
  ['root e-mail', asRoot('nobody@bookshop.example', 'root secret')],
  ['root password', asRoot('owner@bookshop.example', 'noor secret')],
  ['root user without a password', asRoot('bare@bookshop.example', '')],
];

test.each(wrong)(
  'wrong %s: refused with the one message, after one check of the usual cost',
  async (_part, events) => {
    const { snapshot, asked } = await run(events);
    expect(snapshot.value).toBe('refused');
    expect(snapshot.context.message).toBe(INCORRECT);
    expect(snapshot.context.link).toBeNull();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.hash.iterations).toBe(1234);
  },
);

test('a check that says yes to a decoy signs nobody in', async () => {
  const actor = signingIn(() => Promise.resolve(true));
  actor.start();
  for (const event of asUser('bookshop', 'nobody', 'x')) actor.send(event);
  expect((await settle(actor)).value).toBe('refused');
});

test('the bare machine, with no check provided, refuses', async () => {
  const actor = createActor(signInMachine, { input });
  actor.start();
  for (const event of asUser('bookshop', 'Noor', 'noor secret')) actor.send(event);
  expect((await settle(actor)).value).toBe('refused');
});

test('a check that cannot be made is no refusal, and can be tried again', async () => {
  let broken = true;
  const actor = signingIn(() =>
    broken ? Promise.reject(new TypeError('no subtle')) : Promise.resolve(true),
  );
  actor.start();
  for (const event of asUser('bookshop', 'Noor', 'noor secret')) actor.send(event);
  const failed = await settle(actor);
  expect(failed.value).toBe('failed');
  expect(failed.context.message).toBe(NOT_CHECKED);
  broken = false;
  actor.send({ type: 'submitUser', account: 'bookshop', name: 'Noor', password: 'noor secret' });
  expect((await settle(actor)).value).toBe('signedIn');
});

test('after a refusal the same form may be submitted again, and the message goes away meanwhile', async () => {
  const { actor } = await run(asRoot('owner@bookshop.example', 'wrong'));
  actor.send({ type: 'submitRoot', password: 'root secret' });
  expect(actor.getSnapshot().context.message).toBeNull();
  expect((await settle(actor)).value).toBe('signedIn');
});

test('the attempt says for the record which account and user were meant, never the password', async () => {
  const { snapshot } = await run(asUser('bookshop', 'noor', 'wrong'));
  expect(snapshot.context.attempt).toEqual({
    claim: { kind: 'user', account: 'bookshop', name: 'noor' },
    account: '111122223333',
    identity: { kind: 'user', account: '111122223333', name: 'Noor', id: 'AIDANoor' },
  });
});

/** All text that can be reached from a value. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Reflect.ownKeys(value).flatMap((key) => textsIn(Reflect.get(value, key), seen));
}

test.each([
  ['signed in', asUser('bookshop', 'Noor', 'noor secret'), 'noor secret'],
  ['refused', asUser('bookshop', 'Noor', 'n0t-it'), 'n0t-it'],
  ['unknown user', asUser('bookshop', 'nobody', 'n0t-it'), 'n0t-it'],
  ['root refused', asRoot('owner@bookshop.example', 'n0t-it'), 'n0t-it'],
])('no password is left in any snapshot: %s', async (_case, events, password) => {
  const { verify } = checker();
  const actor = signingIn(verify);
  const contexts: unknown[] = [];
  actor.subscribe((snapshot) =>
    contexts.push(
      structuredClone({
        ...snapshot.context,
        world: 0,
        now: 0,
        newAccessKeyId: 0,
        newCode: 0,
        hasRoom: 0,
        clockOf: 0,
      }),
    ),
  );
  actor.start();
  for (const event of events) actor.send(event);
  const settled = await settle(actor);
  expect(settled.children).toEqual({});
  const kept = textsIn([contexts, settled.context, settled.output, actor.getPersistedSnapshot()]);
  expect(kept.filter((text) => text.includes(password))).toEqual([]);
});
