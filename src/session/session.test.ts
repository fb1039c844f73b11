// What follows from the facts: who acts, for how long, and the ways from one to another.
import { expect, test } from 'vitest';
import type { RoleSession } from '../account/caller.ts';
import { MAX_HELD, SIGNED_OUT, type Link, type SessionFacts } from './facts.ts';
import {
  ANONYMOUS_LINK,
  activeOf,
  allClosed,
  activated,
  backTo,
  became,
  callerOf,
  canOpen,
  closed,
  consoleLink,
  isExpired,
  opened,
  rememberedRole,
  secondsLeft,
} from './session.ts';

const NOW = '2026-11-22T10:00:00Z';
const account = '111122223333';
const noor = consoleLink({ kind: 'user', account, name: 'noor' }, NOW, 'ASIAAAAABBBBCCCCDDDD');
const root = consoleLink({ kind: 'root', account }, NOW, 'ASIAROOT', NOW);
const facts = opened(SIGNED_OUT, noor, 'one');

const desk: RoleSession = {
  kind: 'roleSession',
  account,
  roleName: 'Desk',
  roleId: 'AROADESK',
  roleArn: `arn:aws:iam::${account}:role/Desk`,
  sessionName: 'noor',
  origin: { kind: 'assumeRole', mfa: null },
  chained: false,
  sessionTags: {},
  transitiveTags: [],
  sourceIdentity: null,
  policies: { policy: null, policyArns: [] },
  credentials: {
    kind: 'role',
    accessKeyId: 'ASIADESK',
    issued: NOW,
    expires: '2026-11-22T11:00:00Z',
    mfa: null,
  },
};
const asDesk: Link = { way: 'switchRole', caller: desk, display: { name: 'At the desk', color: 'green' } };

test.each([
  ['2026-11-22T10:00:00Z', false, 43_200],
  ['2026-11-22T21:59:59Z', false, 1],
  ['2026-11-22T21:59:59.600Z', false, 0],
  ['2026-11-22T22:00:00Z', true, 0],
  ['2026-11-23T00:00:00Z', true, 0],
])('a console session of twelve hours, at %s', (now, expired, left) => {
  expect(isExpired(facts, now)).toBe(expired);
  expect(secondsLeft(facts, now)).toBe(left);
});

test('whoever signed in is the caller', () => {
  expect(callerOf(facts)).toEqual({
    kind: 'user',
    account,
    name: 'noor',
    credentials: {
      accessKeyId: 'ASIAAAAABBBBCCCCDDDD',
      issued: NOW,
      expires: '2026-11-22T22:00:00Z',
      kind: 'console',
      mfa: null,
    },
  });
  expect(callerOf(SIGNED_OUT)).toBeNull();
});

test('nobody, and who signs with a key for good, have no end', () => {
  for (const link of [ANONYMOUS_LINK, { ...noor, caller: keyOf('noor') }]) {
    const forGood = opened(SIGNED_OUT, link, 'x');
    expect(isExpired(forGood, '2099-01-01T00:00:00Z')).toBe(false);
    expect(secondsLeft(forGood, NOW)).toBeNull();
  }
});

const keyOf = (name: string) =>
  ({ kind: 'user', account, name, credentials: { kind: 'accessKey', accessKeyId: 'AKIA' } }) as const;

test('a role is on top of who took it, with an end of its own, and the way back leads to the user', () => {
  const acting = became(facts, asDesk);
  expect(callerOf(acting)).toBe(desk);
  expect(secondsLeft(acting, NOW)).toBe(3600);
  expect(isExpired(acting, '2026-11-22T11:00:00Z')).toBe(true);
  expect(backTo(acting, 1)).toEqual(facts);
  const chained = became(acting, { ...asDesk, way: 'assumeRole', display: null });
  expect(activeOf(chained)?.links).toHaveLength(3);
  expect(callerOf(backTo(chained, 2))).toBe(desk);
});

test('to switch roles again, from wherever one is, starts from who signed in', () => {
  const other: Link = { ...asDesk, display: { name: 'Elsewhere', color: null } };
  const chained = became(became(facts, asDesk), { ...asDesk, way: 'assumeRole', display: null });
  expect(activeOf(became(chained, other))?.links).toEqual([noor, other]);
});

test('several are held side by side, and switched between', () => {
  const both = opened(facts, root, 'two');
  expect(callerOf(both)).toEqual(root.caller);
  expect(callerOf(activated(both, 'one'))).toEqual(noor.caller);
  expect(closed(both, 'two')).toEqual(facts);
  expect(closed(both, 'one')).toMatchObject({ held: [{ id: 'two' }], active: 'two' });
  expect(closed(facts, 'one')).toEqual(SIGNED_OUT);
});

test('who signs in again begins anew, in the place of before', () => {
  const both = opened(became(facts, asDesk), root, 'two');
  const again = opened(both, noor, 'three');
  expect(again.held.map(({ id }) => id)).toEqual(['three', 'two']);
  expect(activeOf(again)?.links).toEqual([noor]);
});

test('five are held; for who is here already there is always room', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const link = (name: string): Link => ({ ...noor, caller: keyOf(name) });
  const full = names.reduce<SessionFacts>((held, name) => opened(held, link(name), name), SIGNED_OUT);
  expect(full.held).toHaveLength(MAX_HELD);
  expect(canOpen(full, link('f'))).toBe(false);
  expect(canOpen(full, link('c'))).toBe(true);
});

test('roles that were switched to are remembered, each once, five of them, and past signing out', () => {
  const role = (name: string) => ({ account, role: name, display: { name, color: null } });
  const all = ['a', 'b', 'a', 'c', 'd', 'e', 'f'].reduce(
    (before, name) => rememberedRole(before, role(name)),
    facts,
  );
  expect(all.recentRoles.map((one) => one.role)).toEqual(['f', 'e', 'd', 'c', 'a']);
  expect(allClosed(all)).toEqual({ ...SIGNED_OUT, recentRoles: all.recentRoles });
});

test('who signs out leaves it to the one that acted before, whoever came last', () => {
  const lena = consoleLink({ kind: 'user', account, name: 'lena' }, NOW, 'ASIALENA');
  const three = opened(opened(facts, root, 'two'), lena, 'three');
  expect(closed(three, 'three').active).toBe('two');
  const turned = activated(activated(three, 'one'), 'three');
  expect(turned.before).toEqual(['two', 'one']);
  expect(closed(turned, 'three')).toMatchObject({ active: 'one', before: ['two'] });
  expect(closed(closed(turned, 'one'), 'three')).toMatchObject({ active: 'two' });
  expect(closed(closed(turned, 'one'), 'three')).not.toHaveProperty('before');
  // A session that is begun anew is another.
  expect(opened(turned, root, 'four').before).toEqual(['one', 'three']);
});
