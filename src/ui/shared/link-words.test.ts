// How a link of a session is named, and how the time that is left is told.
import { expect, test } from 'vitest';
import { noorWithKey, rootWithKey, session, STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { ANONYMOUS } from '../../account/caller.ts';
import type { Link } from '../../session/facts.ts';
import { bySecond, inTimeLeft, linkKind, linkKindAndAccount, linkName } from './link-words.ts';

test.each<[Link, name: string, kind: string]>([
  [{ way: 'signIn', caller: noorWithKey, display: null }, 'noor', 'IAM user'],
  [{ way: 'accessKey', caller: rootWithKey, display: null }, 'Root user', 'Root user, access key'],
  [{ way: 'assumeRole', caller: session('Desk'), display: null }, 'Desk/noor', 'Role session'],
  [{ way: 'saml', caller: session('Desk'), display: null }, 'Desk/noor', 'Role session, SAML'],
  [
    { way: 'switchRole', caller: session('Desk'), display: { name: 'At the desk', color: null } },
    'At the desk',
    'Switched role',
  ],
  [{ way: 'anonymous', caller: ANONYMOUS, display: null }, 'Nobody', 'Anonymous'],
])('%o', (link, name, kind) => {
  expect([linkName(link), linkKind(link)]).toEqual([name, kind]);
});

test('nobody is in no account', () => {
  expect(linkKindAndAccount(STS_WORLD, { way: 'anonymous', caller: ANONYMOUS })).toBe('Anonymous');
  expect(linkKindAndAccount(STS_WORLD, { way: 'signIn', caller: noorWithKey })).toMatch(/^IAM user in /);
});

test.each([
  [90 * 86_400 + 3600, '90 d 1 h'],
  [12 * 3600, '12 h 0 min'],
  [3599, '59 min'],
  [601, '10 min'],
  [600, '10:00'],
  [61, '1:01'],
  [0, '0:00'],
])('%i seconds are %s', (seconds, words) => {
  expect(inTimeLeft(seconds)).toBe(words);
});

test.each([
  [43_198, '11:59:58'],
  [59, '00:00:59'],
  [36 * 3600, '36:00:00'],
])('%i seconds by the second: %s', (seconds, words) => expect(bySecond(seconds)).toBe(words));
