// The caller of an API call, in the words and names that AWS uses for it.
import { findAccount, findUser } from '../account/find.ts';
import type { PrincipalName } from '../account/principal.ts';
import { principalOf } from '../account/principal.ts';
import type { World } from '../account/world.ts';
import type { Arn } from '../aws/arn.ts';
import { iamArn, rootArn } from '../aws/arn.ts';

/** The ARN of a caller. One that has been deleted is named as if it had stood directly under `/`. */
export function callerArn(world: World, caller: PrincipalName): Arn {
  const principal = principalOf(world, caller);
  if (principal) return principal.arn;
  return caller.kind === 'root' ? rootArn(caller.account) : iamArn(caller.account, 'user', '/', caller.name);
}

/** `root user` or the name of the user. */
export const callerName = (caller: PrincipalName): string =>
  caller.kind === 'root' ? 'root user' : caller.name;

/** What GetCallerIdentity calls `UserId`: the account id of a root user, the unique id of a user; null when deleted. */
export function callerUserId(world: World, caller: PrincipalName): string | null {
  const account = findAccount(world, caller.account);
  if (!account) return null;
  return caller.kind === 'root' ? account.id : (findUser(account, caller.name)?.id ?? null);
}
