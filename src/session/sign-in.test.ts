// The sign-in machine: every transition, one message for every wrong part, and no password left behind.
import { describe, expect, test } from 'vitest';
import { createActor, waitFor } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { newAccount } from '../account/new-account.ts';
import { tableOf } from '../account/table.ts';
import type { Account, LoginProfile, PasswordHash, User, World } from '../account/world.ts';
import {
  createSignIn,
  INCORRECT,
  NOT_CHECKED,
  signInMachine,
  type SignInActor,
  type SignInEvent,
  type SignInInput,
  type VerifyInput,
} from './sign-in.ts';

/** A hash from which the test below cannot read the password. */
const backwards = (text: string): string => [...text].reverse().join('');

const hash = (password: string): PasswordHash => ({
  algorithm: 'PBKDF2-SHA256',
  iterations: 1234,
  salt: 'c2FsdA==',
  hash: backwards(password),
});

const login = (password: string): LoginProfile => ({
  hash: hash(password),
  created: '2026-01-01T00:00:00Z',
  changed: '2026-01-01T00:00:00Z',
  resetRequired: false,
  previous: [],
});

const user = (name: string, password: string | null): User => ({
  name,
  path: '/',
  id: `AIDA${name}`,
  created: '2026-01-01T00:00:00Z',
  login: password === null ? null : login(password),
  accessKeys: [],
  boundary: null,
  groups: [],
  attached: [],
  inline: {},
  tags: {},
});

const account: Account = {
  ...newAccount('111122223333', 'Bookshop', 'Owner@bookshop.example'),
  alias: 'bookshop',
  root: { email: 'Owner@bookshop.example', login: login('root secret'), accessKeys: [] },
  users: tableOf({ Noor: user('Noor', 'noor secret'), robot: user('robot', null) }),
};
const bare: Account = {
  ...account,
  id: '444455556666',
  alias: null,
  root: { email: 'bare@bookshop.example', login: null, accessKeys: [] },
};
const world: World = { organization: null, accounts: { [account.id]: account, [bare.id]: bare } };

const input: SignInInput = {
  world,
  now: () => '2026-11-22T10:00:00Z',
  newAccessKeyId: () => 'ASIAAAAABBBBCCCCDDDD',
};

/** Stands in for PBKDF2; counts what it was asked. */
function checker() {
  const asked: VerifyInput[] = [];
  const verify = (check: VerifyInput): Promise<boolean> => {
    asked.push(check);
    return Promise.resolve(check.hash.hash === backwards(check.password));
  };
  return { asked, verify };
}

const asUser = (account: string, name: string, password: string): SignInEvent[] => [
  { type: 'choose', kind: 'user' },
  { type: 'submitUser', account, name, password },
];
const asRoot = (email: string, password: string): SignInEvent[] => [
  { type: 'choose', kind: 'root' },
  { type: 'enterEmail', email },
  { type: 'submitRoot', password },
];

async function settle(actor: SignInActor) {
  return waitFor(actor, (snapshot) => !snapshot.matches('checking'));
}

async function run(events: readonly SignInEvent[]) {
  const { asked, verify } = checker();
  const actor = createSignIn(input, verify);
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
  const actor = createSignIn(input, () => Promise.resolve(true));
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
  const actor = createSignIn(input, () =>
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
  const actor = createSignIn(input, verify);
  const contexts: unknown[] = [];
  actor.subscribe((snapshot) =>
    contexts.push(structuredClone({ ...snapshot.context, now: 0, newAccessKeyId: 0 })),
  );
  actor.start();
  for (const event of events) actor.send(event);
  const settled = await settle(actor);
  expect(settled.children).toEqual({});
  const kept = textsIn([contexts, settled.context, settled.output, actor.getPersistedSnapshot()]);
  expect(kept.filter((text) => text.includes(password))).toEqual([]);
});

describe('every transition', () => {
  const NAMED: Record<string, SignInEvent> = {
    'choose root': { type: 'choose', kind: 'root' },
    'choose user': { type: 'choose', kind: 'user' },
    'enter e-mail': { type: 'enterEmail', email: 'owner@bookshop.example' },
    'enter no e-mail': { type: 'enterEmail', email: '  ' },
    'submit root': { type: 'submitRoot', password: 'p' },
    'submit user': { type: 'submitUser', account: 'bookshop', name: 'noor', password: 'p' },
    'submit nobody': { type: 'submitUser', account: 'bookshop', name: 'nobody', password: 'p' },
    back: { type: 'back' },
  };
  const ended = (output: boolean) => ({
    type: 'xstate.done.actor.verifyPassword',
    output,
    actorId: 'verifyPassword',
  });
  const ANSWERS: Record<string, { type: string }> = {
    right: ended(true),
    wrong: ended(false),
    broken: { type: 'xstate.error.actor.verifyPassword' },
  };
  const EVENTS = { ...NAMED, ...ANSWERS };
  type Snapshot = ReturnType<SignInActor['getSnapshot']>;

  /** Where a person is: the state, and for whom where that matters. */
  const place = (snapshot: Snapshot): string => {
    const { attempt } = snapshot.context;
    const of = ['checking', 'refused', 'failed'].includes(snapshot.value)
      ? `, ${attempt?.identity === null ? 'nobody' : attempt?.claim.kind}`
      : '';
    return `${snapshot.value}${of}`;
  };

  const choosing = { 'choose root': 'enteringEmail', 'choose user': 'enteringUser' };
  const asking = (kind: string, right: string) => ({
    right,
    wrong: `refused, ${kind}`,
    broken: `failed, ${kind}`,
  });
  const rootAgain = { ...choosing, 'submit root': 'checking, root', back: 'enteringEmail' };
  const submitsUser = { 'submit user': 'checking, user', 'submit nobody': 'checking, nobody' };
  const userAgain = { ...choosing, ...submitsUser, back: 'choosing' };

  /** Whatever is not named here leaves a state as it is. */
  const TABLE: Record<string, Record<string, string>> = {
    choosing,
    enteringEmail: { ...choosing, 'enter e-mail': 'enteringPassword', back: 'choosing' },
    enteringPassword: { ...choosing, 'submit root': 'checking, root', back: 'enteringEmail' },
    enteringUser: { ...choosing, ...submitsUser, back: 'choosing' },
    'checking, root': asking('root', 'signedIn'),
    'checking, user': asking('user', 'signedIn'),
    'checking, nobody': asking('nobody', 'refused, nobody'),
    'refused, root': rootAgain,
    'refused, user': userAgain,
    'refused, nobody': userAgain,
    'failed, root': rootAgain,
    'failed, user': userAgain,
    'failed, nobody': userAgain,
    signedIn: {},
  };

  const steps = adjacencyMapToArray(
    getAdjacencyMap<Snapshot, SignInEvent, SignInInput>(signInMachine, {
      input,
      // The answers of the check are events of the machine's own making, which its type rightly does not offer.
      events: Object.values(EVENTS) as SignInEvent[],
      serializeState: (snapshot) =>
        JSON.stringify([place(snapshot), snapshot.context.attempt, snapshot.context.email]),
    }),
  );
  const names = new Map<unknown, string>(Object.entries(EVENTS).map(([name, event]) => [event, name]));

  test('the table names every place that can be reached', () => {
    const reached = steps.flatMap(({ state, nextState }) => [place(state), place(nextState)]);
    expect(new Set(reached)).toEqual(new Set(Object.keys(TABLE)));
  });

  test.each(Object.keys(TABLE))('from %s', (from) => {
    for (const { state, event, nextState } of steps) {
      if (place(state) !== from) continue;
      const name = names.get(event) ?? '';
      expect([name, place(nextState)]).toEqual([name, TABLE[from]?.[name] ?? from]);
      expect(state.context.message === null).toBe(!['refused', 'failed'].includes(state.value));
    }
  });

  test('every row of the table was walked', () => {
    const walked = new Set(steps.map(({ state, event }) => `${place(state)}: ${names.get(event)}`));
    const rows = Object.entries(TABLE).flatMap(([from, row]) =>
      Object.keys(row).map((name) => `${from}: ${name}`),
    );
    expect(rows.filter((row) => !walked.has(row))).toEqual([]);
  });
});
