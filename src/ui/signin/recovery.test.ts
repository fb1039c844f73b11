// Who could take a lost device away.
import { expect, test } from 'vitest';
import { BOOKSHOP, environment, WORLD } from '../../../tests/fixtures/world.ts';
import { login } from '../../../tests/fixtures/sign-in.ts';
import { entriesOf, tableOf } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import { recoveryOf } from './recovery.ts';

const noor = { kind: 'user', account: BOOKSHOP, name: 'noor' } as const;

/** Everybody has a password, or only some have. */
function withLogins(has: (name: string) => boolean): World {
  const account = WORLD.accounts[BOOKSHOP];
  if (!account) throw new Error('The bookshop has this account.');
  const given = (name: string) => (has(name) ? login('x') : null);
  return {
    ...WORLD,
    accounts: {
      ...WORLD.accounts,
      [BOOKSHOP]: {
        ...account,
        root: { ...account.root, login: given('root') },
        users: tableOf(
          Object.fromEntries(
            entriesOf(account.users).map(([name, user]) => [name, { ...user, login: given(user.name) }]),
          ),
        ),
      },
    },
  };
}
const namesOf = (world: World) => recoveryOf(world, noor, environment())?.by.map(({ name }) => name);

test('the root user, and whom the policies allow it', () => {
  expect(recoveryOf(WORLD, noor, environment())?.resource).toBe(`arn:aws:iam::${BOOKSHOP}:user/noor`);
  expect(namesOf(withLogins(() => true))).toContain('root user');
  expect(namesOf(withLogins(() => true))).not.toContain('noor');
  expect(namesOf(withLogins(() => true))).not.toContain('jonas');
});

test('nobody who cannot sign in themselves', () => {
  expect(namesOf(withLogins((name) => name !== 'root'))).not.toContain('root user');
  expect(namesOf(withLogins(() => false))).toEqual([]);
});

test('of the root user, no call', () => {
  expect(recoveryOf(WORLD, { kind: 'root', account: BOOKSHOP }, environment())).toBeNull();
});
