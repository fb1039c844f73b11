// The days that a password is still good, while the console warns of its end.
import { expect, test } from 'vitest';
import { account, NOW, policy, worldOf } from '../../../tests/fixtures/sign-in.ts';
import type { Caller } from '../../account/caller.ts';
import { consoleLink } from '../../session/session.ts';
import { expiryInWords, passwordDays } from './password-days.ts';

const ID = account.id;
/** The password of young was set three weeks ago. */
const world = (maxAge: number | null) => worldOf({ ...account, passwordPolicy: policy({ maxAge }) });
const young = consoleLink({ kind: 'user', account: ID, name: 'young' }, NOW, 'ASIA1').caller;
const root = consoleLink({ kind: 'root', account: ID }, NOW, 'ASIA2').caller;
const key: Caller = {
  kind: 'user',
  account: ID,
  name: 'young',
  credentials: { kind: 'accessKey', accessKeyId: 'AKIA1' },
};

test.each([
  ['within the last days', 30, young, 9],
  ['long before', 90, young, null],
  ['where passwords do not expire', null, young, null],
  ['of the root user', 30, root, null],
  ['of who signs with a key', 30, key, null],
  ['of nobody', 30, null, null],
])('%s', (_when, maxAge, caller, days) => expect(passwordDays(world(maxAge), caller, NOW)).toBe(days));

test('in words', () => {
  expect(expiryInWords(1)).toBe('Your password expires in 1 day.');
  expect(expiryInWords(15)).toBe('Your password expires in 15 days.');
});
