// What AWS learns of MFA devices by their codes: how far a clock is off, which it allows for, and what is used up.
import { expect, test } from 'vitest';
import { NOOR_PHONE, noorWithKey, roleArnOf, SEED, STS_WORLD } from '../../tests/fixtures/sts.ts';
import { BOOKSHOP, CREATED, environment, NOW, ROOT } from '../../tests/fixtures/world.ts';
import type { Caller } from '../account/caller.ts';
import { addSeconds } from '../aws/instant.ts';
import type { ApiCall, ApiOutcome } from './call.ts';
import { clockLearned } from './clock-learned.ts';
import { execute } from './execute.ts';
import { clockIn, type MfaClock } from './mfa-clock.ts';
import { codeOf, stepOf } from './operations/iam/mfa-code.ts';

/** Ten minutes slow. */
const shown = (seconds = 0): string => codeOf(SEED, addSeconds(NOW, seconds - 600));
const right = (seconds = 0): string => codeOf(SEED, addSeconds(NOW, seconds));
const STEP = stepOf(NOW);

const resync = (
  first: string,
  second: string,
  SerialNumber = NOOR_PHONE,
): ApiCall<'iam:ResyncMFADevice'> => ({
  operation: 'iam:ResyncMFADevice',
  input: { UserName: 'noor', SerialNumber, AuthenticationCode1: first, AuthenticationCode2: second },
});
const token = (TokenCode: string): ApiCall<'sts:GetSessionToken'> => ({
  operation: 'sts:GetSessionToken',
  input: { SerialNumber: NOOR_PHONE, TokenCode },
});
const assume = (role: string, TokenCode: string): ApiCall<'sts:AssumeRole'> => ({
  operation: 'sts:AssumeRole',
  input: { RoleArn: roleArnOf(role), RoleSessionName: 'noor', SerialNumber: NOOR_PHONE, TokenCode },
});

const made = (who: Caller, call: ApiCall, known: readonly MfaClock[] = []): ApiOutcome =>
  execute(STS_WORLD, who, call, { ...environment(), mfaClock: clockIn(known) });
const learned = (who: Caller, call: ApiCall, known: readonly MfaClock[] = []): MfaClock | null =>
  clockLearned(STS_WORLD, made(who, call, known), who, { now: NOW, clockOf: clockIn(known) });
const isTaken = (known: readonly MfaClock[], code = shown()): boolean =>
  made(noorWithKey, token(code), known).result.ok;
const clockOf = (steps: number, used: readonly number[] = []): MfaClock => ({
  serial: NOOR_PHONE,
  created: CREATED,
  steps,
  used,
});

test('codes of a clock that is off are refused until two of them in a row have told how far', () => {
  expect(isTaken([])).toBe(false);
  const clock = learned(ROOT, resync(shown(-60), shown(-30)));
  expect(clock).toEqual(clockOf(-20 - 1, [STEP - 22, STEP - 21]));
  expect(isTaken(clock ? [clock] : [])).toBe(true);
});

test('a device that is enrolled with a clock that is off is in step from then on', () => {
  const spare = `arn:aws:iam::${BOOKSHOP}:mfa/spare`;
  const call = resync(shown(-30), shown(), spare);
  expect(learned(ROOT, { ...call, operation: 'iam:EnableMFADevice' })).toMatchObject({
    serial: spare,
    steps: -20,
  });
  expect(learned(ROOT, call)).toBeNull();
});

test('what is known is of one device: made again under its name, it is another', () => {
  const clock = clockOf(-20);
  expect(isTaken([clock])).toBe(true);
  expect(isTaken([{ ...clock, serial: 'another' }])).toBe(false);
  expect(isTaken([{ ...clock, created: addSeconds(NOW, 1) }])).toBe(false);
});

test.each([
  ['for a session token', token(right())],
  ['for a role', assume('Desk', right())],
  ['for a role that may not be assumed: the code was looked at first', assume('Nobody', right())],
])('a code that was given %s is used up', (_what, call) => {
  const clock = learned(noorWithKey, call);
  expect(clock).toEqual(clockOf(0, [STEP]));
  const known = clock ? [clock] : [];
  for (const again of [token(right()), assume('Desk', right())])
    expect(made(noorWithKey, again, known).result).toMatchObject({
      ok: false,
      error: {
        code: 'AccessDenied',
        message: 'MultiFactorAuthentication failed with invalid MFA one time pass code.',
      },
    });
  expect(isTaken(known, right(30))).toBe(true);
  expect(learned(noorWithKey, token(right()), known)).toBeNull();
});

test.each(['iam:EnableMFADevice', 'iam:ResyncMFADevice'] as const)(
  'the two codes of %s are used up, for signing and for another such call',
  (operation) => {
    const serial = operation === 'iam:EnableMFADevice' ? `arn:aws:iam::${BOOKSHOP}:mfa/spare` : NOOR_PHONE;
    const call = { ...resync(right(-30), right(), serial), operation };
    const clock = learned(ROOT, call);
    expect(clock?.used).toEqual([STEP - 1, STEP]);
    const known = clock ? [clock] : [];
    expect(made(ROOT, call, known).result).toMatchObject({
      ok: false,
      error: { code: 'InvalidAuthenticationCode', message: 'Authentication code for device is not valid.' },
    });
    if (serial !== NOOR_PHONE) return;
    expect([-30, 0, 30].map((seconds) => isTaken(known, right(seconds)))).toEqual([false, false, true]);
  },
);

test('a code says nothing new of a clock', () => {
  expect(learned(noorWithKey, token(shown()), [clockOf(-20)])).toEqual(clockOf(-20, [STEP - 20]));
});

test.each<[string, Caller, ApiCall]>([
  ['codes that are not in a row', ROOT, resync(shown(), shown())],
  ['a device that is not there', ROOT, resync(shown(-30), shown(), 'GAHT12345678')],
  ['a code that is wrong', noorWithKey, token('000000')],
  ['a call without a code', noorWithKey, { operation: 'sts:GetSessionToken', input: {} }],
  ['another call', ROOT, { operation: 'iam:ListUsers', input: {} }],
])('nothing is learned of %s', (_what, who, call) => expect(learned(who, call)).toBeNull());
