// Home account: which account the sign-in page names beforehand, and whether a sign-in goes to the one that is asked for.
import { accountByIdOrAlias } from '../../account/find.ts';
import type { World } from '../../account/world.ts';
import type { Attempt } from '../../session/claim.ts';
import { accountLabel, type Named } from '../shared/identity.ts';

/** The account of whoever is signed in, or the only one there is; by alias where it has one. Empty when neither is so. */
export function homeAccount(world: World, present: Named | null): string {
  const [only, ...others] = Object.keys(world.accounts);
  // Nobody is in no account.
  const account = present?.account || (others.length === 0 ? only : undefined);
  return account === undefined ? '' : accountLabel(world, account);
}

/** Whether somebody whom the address leads to an account, by id or alias, can go on with a sign-in. */
export const isFor = (world: World, named: string | undefined, attempt: Attempt | null): boolean =>
  named === undefined ||
  attempt === null ||
  (accountByIdOrAlias(world, named)?.id ?? null) === attempt.account;
