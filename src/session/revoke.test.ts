// Revoking sessions: the document that AWS writes, what it does to sessions, and which sessions are held.
import { expect, test } from 'vitest';
import { ask, assumed, assuming, may, RICH, signedIn } from '../../tests/fixtures/sessions.ts';
import { noorWithKey, STS_WORLD } from '../../tests/fixtures/sts.ts';
import { caller, NOW, ROOT, roleIn } from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import { addSeconds } from '../aws/instant.ts';
import { SIGNED_OUT, type Link } from './facts.ts';
import { heldOfRole, revokeCall, revokeOlderSessions } from './revoke.ts';
import { became, opened } from './session.ts';

test('the document is the one of the console, half a minute ahead', () => {
  expect(JSON.parse(revokeOlderSessions(NOW))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['*'],
        Resource: ['*'],
        Condition: { DateLessThan: { 'aws:TokenIssueTime': addSeconds(NOW, 30) } },
      },
    ],
  });
});

test('it ends the sessions that there are and those of the next half minute; later ones work', () => {
  const before = assumed(noorWithKey, 'Desk', RICH);
  const outcome = ask(ROOT, revokeCall('Desk', NOW), RICH);
  expect(outcome.result.ok || outcome.result.error).toBe(true);
  const revoked = applyChanges(RICH, outcome.changes);
  expect(may(before, revoked)).toEqual({ read: false, list: false });
  const at = (seconds: number) => {
    const moment = addSeconds(NOW, seconds);
    return may(signedIn(ask(noorWithKey, assuming('Desk'), revoked, moment), revoked), revoked, moment).read;
  };
  expect([0, 29, 30, 31].map(at)).toEqual([false, false, true, true]);
});

test('once more writes the same policy anew', () => {
  const revokedAt = (seconds: number, world = RICH) =>
    applyChanges(world, ask(ROOT, revokeCall('Desk', addSeconds(NOW, seconds)), world).changes);
  const twice = revokedAt(60, revokedAt(0));
  expect(roleIn(twice, 'Desk')?.inline).toMatchObject({
    AWSRevokeOlderSessions: revokeOlderSessions(addSeconds(NOW, 60)),
  });
  expect(Object.keys(roleIn(twice, 'Desk')?.inline ?? {})).toEqual(['All', 'AWSRevokeOlderSessions']);
});

test('held are all sessions with the role in their chain, not those of one of the same name', () => {
  const as = (who: Link['caller']): Link => ({ way: 'assumeRole', caller: who, display: null });
  const desk = as(assumed(noorWithKey, 'Desk', STS_WORLD));
  const facts = opened(
    became(became(opened(SIGNED_OUT, as(caller('noor')), 'one'), desk), as(caller('amira'))),
    as(caller('jonas')),
    'two',
  );
  const role = roleIn(STS_WORLD, 'Desk');
  if (!role) throw new Error('The fixture has no Desk.');
  expect(heldOfRole(facts, role).map(({ id }) => id)).toEqual(['one']);
  expect(heldOfRole(facts, { id: 'AROAOTHER' })).toEqual([]);
});
