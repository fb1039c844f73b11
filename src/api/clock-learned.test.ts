// Clocks of MFA devices that are off: what AWS learns of them, and that it allows for what it has learned.
import { expect, test } from 'vitest';
import { ask } from '../../tests/fixtures/sessions.ts';
import { NOOR_PHONE, noorWithKey, SEED, STS_WORLD } from '../../tests/fixtures/sts.ts';
import { BOOKSHOP, environment, NOW, ROOT } from '../../tests/fixtures/world.ts';
import type { World } from '../account/world.ts';
import { addSeconds } from '../aws/instant.ts';
import type { ApiCall } from './call.ts';
import { clockLearned } from './clock-learned.ts';
import { execute } from './execute.ts';
import { clockIn, type MfaClock } from './mfa-clock.ts';
import { codeOf } from './operations/iam/mfa-code.ts';

/** Ten minutes slow. */
const shown = (seconds = 0): string => codeOf(SEED, addSeconds(NOW, seconds - 600));

const resync = (
  first: string,
  second: string,
  SerialNumber = NOOR_PHONE,
): ApiCall<'iam:ResyncMFADevice'> => ({
  operation: 'iam:ResyncMFADevice',
  input: { UserName: 'noor', SerialNumber, AuthenticationCode1: first, AuthenticationCode2: second },
});
const learned = (call: ApiCall, world: World = STS_WORLD) =>
  clockLearned(world, ask(ROOT, call, world), BOOKSHOP, NOW);

const token: ApiCall = {
  operation: 'sts:GetSessionToken',
  input: { SerialNumber: NOOR_PHONE, TokenCode: shown() },
};
const isTaken = (known: readonly MfaClock[]): boolean =>
  execute(STS_WORLD, noorWithKey, token, { ...environment(), mfaClock: clockIn(known) }).result.ok;

test('codes of a clock that is off are refused until two of them in a row have told how far', () => {
  expect(isTaken([])).toBe(false);
  const clock = learned(resync(shown(-30), shown()));
  expect(clock).toMatchObject({ serial: NOOR_PHONE, steps: -20 });
  expect(isTaken(clock ? [clock] : [])).toBe(true);
});

test('a device that is enrolled with a clock that is off is in step from then on', () => {
  const spare = `arn:aws:iam::${BOOKSHOP}:mfa/spare`;
  const call = resync(shown(-30), shown(), spare);
  expect(learned({ ...call, operation: 'iam:EnableMFADevice' })).toMatchObject({ serial: spare, steps: -20 });
  expect(learned(call)).toBeNull();
});

test('what is known is of one device: made again under its name, it is another', () => {
  const clock = learned(resync(shown(-30), shown()));
  if (!clock) throw new Error('Nothing was learned.');
  expect(isTaken([{ ...clock, serial: 'another' }])).toBe(false);
  expect(isTaken([{ ...clock, created: addSeconds(NOW, 1) }])).toBe(false);
});

test.each([
  ['codes that are not in a row', resync(shown(), shown())],
  ['a device that is not there', resync(shown(-30), shown(), 'GAHT12345678')],
  ['another call', token],
])('nothing is learned of %s', (_what, call) => expect(learned(call)).toBeNull());
