// Password days: how long the console password of whoever acts is still good, while the console warns of its end.
import type { Caller } from '../../account/caller.ts';
import { findAccount } from '../../account/find.ts';
import { daysToWarnOf, passwordExpires } from '../../account/password-expiry.ts';
import { userBehind } from '../../account/principal.ts';
import type { World } from '../../account/world.ts';
import type { Instant } from '../../aws/instant.ts';

/** Null for everybody but an IAM user in the console whose password ends within the days that the console warns of. */
export function passwordDays(world: World, caller: Caller | null, now: Instant): number | null {
  if (caller?.kind !== 'user' || caller.credentials.kind !== 'console') return null;
  const account = findAccount(world, caller.account);
  const login = account && userBehind(account, caller)?.login;
  return login ? daysToWarnOf(passwordExpires(account.passwordPolicy, login), now) : null;
}

/** `Your password expires in 3 days.` */
export const expiryInWords = (days: number): string =>
  `Your password expires in ${days === 1 ? '1 day' : `${days} days`}.`;
