// What the sign-in asks for after the right password: a device, its clock, another password; and what the account records.
import { expect, test } from 'vitest';
import {
  account,
  arrive,
  asRoot,
  asUser,
  codeIn,
  DEVICES,
  NOW,
  passwordOf,
  policy,
  SEEDS,
  start,
  worldOf,
} from '../../tests/fixtures/sign-in.ts';
import { tableOf } from '../account/table.ts';
import type { MfaDevice } from '../account/world.ts';
import { clockIn, type ClockOf, type MfaClock } from '../api/mfa-clock.ts';
import { stepOf } from '../api/operations/iam/mfa-code.ts';
import type { Refusal, SignInEvent } from './sign-in-context.ts';
import {
  EXPIRED,
  FULL,
  INCORRECT,
  NOT_CHANGED,
  WRONG_CODE,
  WRONG_CONFIRMATION,
  WRONG_KEY,
} from './sign-in-words.ts';

const code = (digits: string): SignInEvent => ({ type: 'submitCode', code: digits });
const wrong = code('000000');
const STEP = stepOf(NOW);
/** The record of the code of this moment. */
const taken = ({ serial, created }: MfaDevice, used = [STEP]) => ({
  type: 'takesCodes',
  clock: { serial, created, steps: 0, used },
});
const who = (name: string) => ({ kind: 'user', account: '111122223333', name, id: `AIDA${name}` });
const mfaOf = (snapshot: Awaited<ReturnType<ReturnType<typeof start>['send']>>) => {
  const caller = snapshot.output?.caller;
  if (!caller || !('credentials' in caller) || !('mfa' in caller.credentials)) throw new Error('No session.');
  return caller.credentials.mfa;
};

test.each([
  ['a virtual device', 'mia', code(codeIn(0, SEEDS.phone)), DEVICES.mia, [STEP]],
  [
    'a virtual device, as apps group the digits',
    'mia',
    code(grouped(codeIn(0, SEEDS.phone))),
    DEVICES.mia,
    [STEP],
  ],
  ['a hardware token', 'tom', code(codeIn(0, SEEDS.token)), DEVICES.tom, [STEP]],
  ['a device whose clock is one step behind', 'mia', code(codeIn(-30, SEEDS.phone)), DEVICES.mia, [STEP - 1]],
  ['a passkey', 'pia', { type: 'pressKey', serial: DEVICES.pia.serial } as const, DEVICES.pia, []],
])('%s at hand: in, with MFA in the session', async (_what, name, proof, device, used) => {
  const run = start();
  const snapshot = await run.send(...arrive(name), proof);
  expect(snapshot.value).toBe('signedIn');
  expect(mfaOf(snapshot)).toBe(NOW);
  expect(run.records).toEqual([
    { type: 'asksForMfa', who: who(name), kinds: [device.kind] },
    ...used.map((step) => taken(device, [step])),
    { type: 'signedIn', who: who(name), device: device.serial, link: snapshot.output },
  ]);
});

function grouped(digits: string): string {
  return ` ${digits.slice(0, 3)} ${digits.slice(3)} `;
}

test('without a device there is no MFA in the session, and no question of it', async () => {
  const run = start();
  const snapshot = await run.send(...arrive('Noor'));
  expect(mfaOf(snapshot)).toBeNull();
  expect(run.records.map(({ type }) => type)).toEqual(['signedIn']);
});

test('the root user gives a code too, and no password policy reaches it', async () => {
  const run = start();
  const at = await run.send(...asRoot('guarded@bookshop.example', 'root secret'));
  expect(at.value).toBe('enteringCode');
  const snapshot = await run.send(code(codeIn(0, SEEDS.owner)));
  expect(snapshot.value).toBe('signedIn');
  expect(mfaOf(snapshot)).toBe(NOW);
});

const confirm = (digits: string): SignInEvent => ({ type: 'confirm', code: digits });

test('the root user without a device comes in by mail and phone, and without MFA in the session', async () => {
  const sent = ['111222', '333444'];
  const run = start({ newCode: () => sent.shift() ?? '' });
  const mail = await run.send(...asRoot('guarded@bookshop.example', 'root secret'), {
    type: 'proveOtherwise',
  });
  expect([mail.value, mail.context.sent]).toEqual(['confirmingEmail', '111222']);
  const refused = await run.send(confirm('000000'));
  expect([refused.value, refused.context.message]).toEqual(['confirmingEmail', WRONG_CONFIRMATION]);
  const call = await run.send(confirm('111 222'));
  expect([call.value, call.context.sent]).toEqual(['confirmingPhone', '333444']);
  expect((await run.send(confirm('111222'))).value).toBe('confirmingPhone');
  const snapshot = await run.send(confirm('333444'));
  expect([snapshot.value, snapshot.context.recovered]).toEqual(['signedIn', true]);
  expect(mfaOf(snapshot)).toBeNull();
  expect(run.records.at(-1)).toMatchObject({ type: 'signedIn', device: null });
});

test('on the way to other proofs one can turn back; a user has none', async () => {
  const run = start();
  await run.send(...asRoot('guarded@bookshop.example', 'root secret'), { type: 'proveOtherwise' });
  const back = await run.send({ type: 'back' });
  expect([back.value, back.context.sent]).toEqual(['enteringEmail', null]);
  expect((await start().send(...arrive('mia'), { type: 'proveOtherwise' })).value).toBe('enteringCode');
});

test('one of several devices is enough, and one can turn to another', async () => {
  const run = start();
  const at = await run.send(
    ...arrive('max'),
    { type: 'chooseDevice', serial: DEVICES.maxKey.serial },
    { type: 'pressKey', serial: DEVICES.pia.serial },
  );
  expect(at.value).toBe('pressingKey');
  expect(at.context.message).toBe(WRONG_KEY);
  await run.send({ type: 'back' }, { type: 'chooseDevice', serial: DEVICES.maxPhone.serial });
  const snapshot = await run.send(code(codeIn(0, SEEDS.phone)));
  expect(snapshot.value).toBe('signedIn');
  expect(run.records).toEqual([
    { type: 'asksForMfa', who: who('max'), kinds: ['virtual', 'passkey'] },
    { type: 'turnedAway', who: who('max'), device: DEVICES.maxKey.serial },
    taken(DEVICES.maxPhone),
    { type: 'signedIn', who: who('max'), device: DEVICES.maxPhone.serial, link: snapshot.output },
  ]);
});

test('three wrong codes in a row, and the device is asked for two that follow one another', async () => {
  const run = start();
  const at = await run.send(...arrive('mia'), wrong, wrong);
  expect(at.value).toBe('enteringCode');
  expect(at.context.message).toBe(WRONG_CODE);
  expect((await run.send(wrong)).value).toBe('resynchronizing');
  const [first, second] = [codeIn(0, SEEDS.phone), codeIn(30, SEEDS.phone)];
  const not = await run.send({ type: 'submitCodes', first: second, second: first });
  expect(not.value).toBe('resynchronizing');
  expect(not.context.message).toBe(WRONG_CODE);
  expect((await run.send({ type: 'submitCodes', first, second })).value).toBe('signedIn');
  expect(run.records.filter(({ type }) => type === 'turnedAway')).toHaveLength(4);
});

test('a device that was taken away meanwhile lets nobody in', async () => {
  let devices = account.mfaDevices;
  const run = start({ world: () => worldOf({ ...account, mfaDevices: devices }) });
  await run.send(...arrive('mia'));
  devices = tableOf({});
  const snapshot = await run.send(code(codeIn(0, SEEDS.phone)));
  expect(snapshot.value).toBe('enteringCode');
  expect(snapshot.context.message).toBe(WRONG_CODE);
});

const newPassword: SignInEvent = { type: 'submitNewPassword', oldPassword: 'ann secret', newPassword: 'Q' };

test('a first password is changed by a call with the very session that begins', async () => {
  const run = start();
  const at = await run.send(...arrive('ann'));
  expect(at.value).toBe('enteringNewPassword');
  expect(at.context.reason).toBe('reset');
  const snapshot = await run.send(newPassword);
  expect(snapshot.value).toBe('signedIn');
  expect(run.asked).toEqual([
    { caller: snapshot.output?.caller, oldPassword: 'ann secret', newPassword: 'Q' },
  ]);
  expect(run.records.map(({ type }) => type)).toEqual(['changesPassword', 'signedIn']);
});

test('whatever stands in the way of the change: one answer, the reason of the call, and another try', async () => {
  const refusal: Refusal = { code: 'AccessDenied', message: 'User: … is not authorized', eventID: '7' };
  let answer: Refusal | null = refusal;
  const run = start({}, () => Promise.resolve(answer));
  const at = await run.send(...arrive('ann'), newPassword);
  expect(at.value).toBe('enteringNewPassword');
  expect(at.context).toMatchObject({ message: NOT_CHANGED, refusal });
  expect(run.records).toEqual([{ type: 'changesPassword', who: who('ann'), refused: NOT_CHANGED }]);
  const again = await run.send({ type: 'retype' });
  expect(again.value).toBe('enteringNewPassword');
  expect(again.context).toMatchObject({ message: null, refusal: null });
  answer = null;
  expect((await run.send(newPassword)).value).toBe('signedIn');
});

test('MFA is asked for before the password is changed', async () => {
  const run = start();
  await run.send(...arrive('eve'), code(codeIn(0, SEEDS.phone)));
  expect(run.actor.getSnapshot().value).toBe('enteringNewPassword');
  expect(mfaOf(await run.send({ ...newPassword, oldPassword: 'eve secret' }))).toBe(NOW);
});

test.each([
  ['young', 90, false, 'signedIn', null],
  ['Noor', 90, false, 'enteringNewPassword', null],
  ['Noor', 90, true, 'refused', EXPIRED],
  ['Noor', null, true, 'signedIn', null],
] as const)(
  'the password of %s, of at most %s days, with a hard end %s: %s',
  async (name, maxAge, hardExpiry, value, message) => {
    const world = worldOf({ ...account, passwordPolicy: policy({ maxAge, hardExpiry }) });
    const run = start({ world: () => world });
    const snapshot = await run.send(...arrive(name));
    expect(snapshot.value).toBe(value);
    expect(snapshot.context.message).toBe(message);
    if (value === 'enteringNewPassword') expect(snapshot.context.reason).toBe('expired');
  },
);

test('a wrong password says nothing of its end', async () => {
  const world = worldOf({ ...account, passwordPolicy: policy({ maxAge: 1, hardExpiry: true }) });
  const snapshot = await start({ world: () => world }).send(...asUser('bookshop', 'mia', 'wrong'));
  expect(snapshot.context.message).toBe(INCORRECT);
});

test('a sixth identity waits at the door until one of the five signs out', async () => {
  let hasRoom = false;
  const run = start({ hasRoom: () => hasRoom });
  const at = await run.send(...arrive('Noor'), { type: 'enter' });
  expect(at.value).toBe('full');
  expect(at.context.message).toBe(FULL);
  expect(run.records).toEqual([]);
  hasRoom = true;
  expect((await run.send({ type: 'enter' })).value).toBe('signedIn');
});

test('neither passwords nor codes are left anywhere', async () => {
  const digits = codeIn(0, SEEDS.phone);
  const run = start();
  const snapshot = await run.send(...arrive('eve'), code(digits), {
    type: 'submitNewPassword',
    oldPassword: passwordOf('eve'),
    newPassword: 'quite another one',
  });
  const text = JSON.stringify([snapshot.context, snapshot.output, run.records]);
  for (const secret of [digits, passwordOf('eve'), 'quite another one']) expect(text).not.toContain(secret);
});

test('a clock that is off: its codes are refused until two in a row have told how far, and then they are taken', async () => {
  const shown = (seconds: number) => codeIn(seconds + 600, SEEDS.phone);
  const run = start();
  await run.send(...arrive('mia'), code(shown(0)), code(shown(0)));
  const refused = await run.send(code(shown(0)));
  expect(refused.value).toBe('resynchronizing');
  const snapshot = await run.send({ type: 'submitCodes', first: shown(-30), second: shown(0) });
  expect(snapshot.value).toBe('signedIn');
  const { serial, created } = DEVICES.mia;
  const used = [STEP + 19, STEP + 20];
  expect(run.records).toContainEqual({ type: 'takesCodes', clock: { serial, created, steps: 20, used } });

  const known = [{ serial, created, steps: 20, used: [] }];
  const later = start({ clockOf: clockIn(known) });
  await later.send(...arrive('mia'), code(codeIn(0, SEEDS.phone)));
  expect((await later.send(code(shown(0)))).value).toBe('signedIn');
});

test('a code is for one use: what was taken is refused, and so are two in a row of which one was', async () => {
  let known: readonly MfaClock[] = [];
  const clockOf: ClockOf = (device) => clockIn(known)(device);
  const { serial, created } = DEVICES.mia;
  const run = start({ clockOf });
  expect((await run.send(...arrive('mia'), code(codeIn(0, SEEDS.phone)))).value).toBe('signedIn');
  expect(run.records).toContainEqual(taken(DEVICES.mia));

  known = [{ serial, created, steps: 0, used: [STEP] }];
  const again = start({ clockOf });
  const refused = await again.send(...arrive('mia'), code(codeIn(0, SEEDS.phone)));
  expect(refused.value).toBe('enteringCode');
  expect(refused.context.message).toBe(WRONG_CODE);
  const [before, now, next, then] = [-30, 0, 30, 60].map((seconds) => codeIn(seconds, SEEDS.phone));
  const pair = (first = '', second = ''): SignInEvent => ({ type: 'submitCodes', first, second });
  await again.send(wrong, wrong);
  expect((await again.send(pair(before, now))).value).toBe('resynchronizing');
  expect((await again.send(pair(now, next))).value).toBe('resynchronizing');
  expect((await again.send(pair(next, then))).value).toBe('signedIn');

  const other = start({ clockOf });
  expect((await other.send(...arrive('mia'), code(codeIn(30, SEEDS.phone)))).value).toBe('signedIn');
});
