// The handout as it is now: a password that was changed is neither shown nor handed on.
import { expect, test, vi } from 'vitest';
import { environment } from '../../tests/fixtures/world.ts';
import { hashPassword } from '../api/password.ts';
import { bookshop } from '../lessons/bookshop/lesson.ts';
import { HandedOut } from './handed-out.svelte.ts';

test('a password is shown and shared for as long as it is right', async () => {
  const scenario = await bookshop();
  const [first] = scenario.handout;
  const account = first && scenario.world.accounts[first.account];
  if (!account?.root.login) throw new Error('The bookshop hands out its root user.');
  const login = { ...account.root.login, hash: hashPassword('Winter-Fox-1', environment()) };
  const accounts = {
    ...scenario.world.accounts,
    [account.id]: { ...account, root: { ...account.root, login } },
  };
  const changed = { ...scenario, world: { ...scenario.world, accounts } };

  const handedOut = new HandedOut();
  expect(handedOut.shown(scenario)).toEqual(scenario.handout);
  expect((await handedOut.shared(scenario)).handout).toEqual(scenario.handout);
  const others = scenario.handout.filter(({ kind }) => kind !== 'root');
  expect((await handedOut.shared(changed)).handout).toEqual(others);
  await vi.waitFor(() =>
    expect(handedOut.shown(changed).filter(({ password }) => password === '')).toMatchObject([
      { kind: 'root' },
    ]),
  );
  expect(handedOut.shown(scenario)).toEqual(scenario.handout);
});
