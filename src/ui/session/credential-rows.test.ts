// What the credentials of each kind are said to be and to hold.
import { expect, test } from 'vitest';
import { noorWithKey, noorWithToken, session, STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { ANONYMOUS, type Caller } from '../../account/caller.ts';
import type { Link, Way } from '../../session/facts.ts';
import { credentialRows } from './credential-rows.ts';

const link = (way: Way, caller: Caller): Link => ({ way, caller, display: null });
const rows = (way: Way, caller: Caller, before: Link | null = null) =>
  Object.fromEntries(
    credentialRows(STS_WORLD, link(way, caller), before).map(({ name, value, note }) => [
      name,
      `${value}|${note ?? ''}`,
    ]),
  );

test('an access key does not end', () => {
  const found = rows('accessKey', noorWithKey);
  expect(found['Access key ID']).toMatch(/^AKIA.*AKIA: an access key/);
  expect(found['Ends']).toMatch(/^never/);
  expect(found).not.toHaveProperty('MFA');
});

test('a session token is temporary', () => {
  const found = rows('sessionToken', noorWithToken, link('accessKey', noorWithKey));
  expect(found['Access key ID']).toMatch(/^ASIA.*temporary/);
  expect(found['Issued by']).toBe('GetSessionToken|to noor');
  expect(found['MFA']).toBe('no|Calls to IAM are refused.');
});

test('what a session carries comes after what it is', () => {
  const names = Object.keys(rows('assumeRole', session('Desk', { sourceIdentity: 'noor.h' })));
  expect(names).toEqual([
    'ARN',
    'Issued by',
    'Access key ID',
    'Issued',
    'Ends',
    'MFA',
    'Role chaining',
    'Session policies',
    'Session tags',
    'Source identity',
  ]);
});

test('nobody has none', () => {
  expect(rows('anonymous', ANONYMOUS)).toEqual({ Credentials: 'none|Requests are sent unsigned.' });
});
