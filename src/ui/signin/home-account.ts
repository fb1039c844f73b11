// Home account: which account the sign-in page names beforehand.
import type { World } from '../../account/world.ts';
import { accountLabel, type Named } from '../shared/identity.ts';

/** The account of whoever is signed in, or the only one there is; by alias where it has one. Empty when neither is so. */
export function homeAccount(world: World, present: Named | null): string {
  const [only, ...others] = Object.keys(world.accounts);
  // Nobody is in no account.
  const account = present?.account || (others.length === 0 ? only : undefined);
  return account === undefined ? '' : accountLabel(world, account);
}
