// Renewal: a service gives what it runs new credentials before the old ones end, as long as it can.
import { expect, test } from 'vitest';
import { INSTANCE, WITH_INSTANCE, withInstances } from '../../tests/fixtures/machines.ts';
import { environment, NOW } from '../../tests/fixtures/world.ts';
import type { World } from '../account/world.ts';
import { addSeconds } from '../aws/instant.ts';
import { serviceLink } from './become.ts';
import { SIGNED_OUT, type SessionFacts } from './facts.ts';
import { renewalDue } from './renewal.ts';
import { runningIn } from './services.ts';
import { became, consoleLink, isExpired, opened, renewed } from './session.ts';
import { ENDING_SECONDS } from './sessions.ts';

const HOURS = 6 * 3600;
const [running] = runningIn(WITH_INSTANCE, environment());
if (!running?.session.ok) throw new Error('The instance has no session.');
const server = serviceLink(running.session.value);
const FACTS = opened(SIGNED_OUT, server, 'one');
const noor = consoleLink({ kind: 'user', account: '111122223333', name: 'noor' }, NOW, 'ASIANOOR');

const due = (seconds: number, facts: SessionFacts = FACTS, world: World = WITH_INSTANCE) =>
  renewalDue(world, facts, { ...environment(), now: addSeconds(NOW, seconds) });

test.each([
  ['while there is time', HOURS - ENDING_SECONDS - 1, false],
  ['when the end comes near', HOURS - ENDING_SECONDS, true],
  ['when the clock was moved past the end', 3 * HOURS, true],
])('%s', (_when, seconds, expected) => {
  expect(due(seconds) !== null).toBe(expected);
});

test('the new credentials begin now, are others, and are the same caller', () => {
  const later = addSeconds(NOW, 3 * HOURS);
  const found = due(3 * HOURS);
  if (!found) throw new Error('Nothing is due.');
  const { caller } = found.link;
  expect(caller).toMatchObject({
    roleName: 'Counter',
    sessionName: INSTANCE.id,
    credentials: { issued: later, expires: addSeconds(later, HOURS) },
  });
  const facts = renewed(FACTS, found.id, found.link);
  expect(isExpired(FACTS, later)).toBe(true);
  expect(isExpired(facts, later)).toBe(false);
  expect(due(3 * HOURS, facts)).toBeNull();
});

test('what it has become since stays', () => {
  const facts = opened(
    became(FACTS, noor),
    consoleLink({ kind: 'root', account: '1' }, NOW, 'ASIAROOT'),
    'two',
  );
  const found = due(HOURS, facts);
  expect(found?.id).toBe('one');
  if (found) expect(renewed(facts, 'one', found.link).held[0]?.links).toEqual([found.link, noor]);
});

test.each<[string, SessionFacts, World]>([
  ['stopped', FACTS, withInstances({ ...INSTANCE, state: 'stopped' })],
  ['gone', FACTS, withInstances()],
  ['another', FACTS, withInstances({ ...INSTANCE, id: 'i-0fedcba9876543210' })],
  ['no service', opened(SIGNED_OUT, { ...server, way: 'assumeRole' }, 'one'), WITH_INSTANCE],
])('there are no new ones where it is %s', (_what, facts, world) => {
  expect(due(3 * HOURS, facts, world)).toBeNull();
});
