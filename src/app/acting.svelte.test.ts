// Who acts in the open workspace: until their session ends, as somebody else and back, and the clock that they act by.
import { expect, test, vi } from 'vitest';
import { account, put, shop, signedIn } from '../../tests/fixtures/tabs.ts';
import { SIGNED_OUT } from '../session/facts.ts';
import { switchLink, switchPlan } from '../session/switch-role.ts';

test('a session is known to have ended, also one that had ended before', async () => {
  const { tab } = await shop(signedIn('amira', '2020-01-01T00:00:00Z'));
  const one = await tab();
  expect(one.sessionEnded).toBe(true);
  const outcome = one.request(put('a'));
  expect(outcome.result).toMatchObject({ ok: false, error: { code: 'ExpiredToken' } });
  one.signOut();
  expect(one.sessionEnded).toBe(false);
});

test('a switch of roles and the way back are events of the console; other ways to become somebody are not', async () => {
  const { tab } = await shop();
  const one = await tab();
  const plan = switchPlan(
    one.world,
    one.session,
    { account, role: 'Auditor', name: 'Looking', color: 'green' },
    one.now(),
  );
  const link = plan && switchLink(one.world, plan, one.requestAs(plan.caller, plan.call));
  if (!link) throw new Error('The role was not granted.');
  one.become(link);
  expect(one.request(put('a')).result.ok).toBe(false);
  one.become({ ...link, way: 'assumeRole' });
  one.back(2);
  one.back(1);
  one.back(1);
  expect(one.events.map(({ eventName }) => eventName)).toEqual([
    'ExitRole',
    'PutObject',
    'SwitchRole',
    'AssumeRole',
  ]);
  expect(one.events[2]).toMatchObject({
    eventType: 'AwsConsoleSignIn',
    userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::${account}:assumed-role/Auditor/amira` },
    responseElements: { SwitchRole: 'Success' },
    additionalEventData: { SwitchFrom: `arn:aws:iam::${account}:user/amira` },
    recipientAccountId: account,
  });
  expect(one.steps.map(({ refused }) => refused)).toEqual([null, null, null, null, 'isOnTheWay']);
});

test('nobody signed in: nobody can ask', async () => {
  const { tab } = await shop(SIGNED_OUT);
  const one = await tab();
  expect(() => one.request(put('a'))).toThrow();
});

test('the clock goes forward: the session ends, requests are of then, and other tabs and a reload know', async () => {
  const { tab } = await shop();
  const [one, two] = [await tab(), await tab()];
  one.request(put('a'));
  one.advance(13 * 60 * 60);
  expect(one.sessionEnded).toBe(true);
  expect(one.request(put('b')).result).toMatchObject({ ok: false, error: { code: 'ExpiredToken' } });
  const [late, early] = one.events;
  expect(Date.parse(late?.eventTime ?? '') - Date.parse(early?.eventTime ?? '')).toBeGreaterThanOrEqual(
    46_800_000,
  );
  await one.settled();
  await vi.waitFor(() => expect(two.ahead).toBe(46_800));
  expect((await tab()).ahead).toBe(46_800);
  for (const wrong of [0, -1, 1.5, NaN, 1e12]) expect(() => one.advance(wrong)).toThrow('forward only');
});

test('the moment follows the clock each second for as long as somebody looks on', async () => {
  const { tab } = await shop();
  const one = await tab();
  const before = one.moment;
  const leave = one.watchClock();
  await vi.waitFor(() => expect(one.moment > before).toBe(true), { timeout: 5000 });
  leave();
});

test('a refused request for credentials is a step of the session machine, unless a program sent it', async () => {
  const { tab } = await shop(signedIn('jonas'));
  const one = await tab();
  const { caller } = one;
  if (!caller) throw new Error('jonas is signed in.');
  const call = {
    operation: 'sts:AssumeRole',
    input: { RoleArn: `arn:aws:iam::${account}:role/Nothing`, RoleSessionName: 'jonas' },
  } as const;
  one.request(call);
  expect(one.steps.at(-1)).toMatchObject({
    event: { type: 'issue', operation: 'AssumeRole', error: 'AccessDenied' },
    refused: 'wasIssued',
  });
  const { length } = one.steps;
  one.requestAs(caller, call, { userAgent: 'aws-cli' });
  expect(one.steps).toHaveLength(length);
});
