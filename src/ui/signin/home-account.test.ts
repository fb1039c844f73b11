// Which account the sign-in page names beforehand.
import { expect, test } from 'vitest';
import type { Account, World } from '../../account/world.ts';
import { bookshop } from '../../lessons/bookshop/lesson.ts';
import { homeAccount, isFor } from './home-account.ts';

const shop = (await bookshop()).world.accounts['111122223333'];
if (!shop) throw new Error('The bookshop has this account.');
const one: Account = shop;
const two: Account = { ...one, id: '444455556666', alias: null };
const worldOf = (...accounts: Account[]): World => ({
  organization: null,
  accounts: Object.fromEntries(accounts.map((account) => [account.id, account])),
});

test.each([
  ['the only account, by alias', worldOf(one), null, 'maple-books'],
  ['the only account, by id when it has no alias', worldOf(two), null, '444455556666'],
  ['no guess among several', worldOf(one, two), null, ''],
  ['the account of whoever is signed in', worldOf(one, two), '444455556666', '444455556666'],
  ['nothing where there is no account', worldOf(), null, ''],
])('%s', (_what, world, account, expected) => {
  expect(homeAccount(world, account === null ? null : { kind: 'root', account })).toBe(expected);
});

test.each([
  [undefined, one.id, true],
  [one.id, null, true],
  [one.alias ?? '', one.id, true],
  [two.id, one.id, false],
  ['nowhere', one.id, false],
])('at the page of %s, a sign-in of the account %s goes on: %s', (named, account, goesOn) => {
  const attempt =
    account === null ? null : { account, claim: { kind: 'root' as const, email: '' }, identity: null };
  expect(isFor(worldOf(one, two), named, attempt)).toBe(goesOn);
});
