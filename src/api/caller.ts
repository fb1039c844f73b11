// The caller of an API call, in the words and names that AWS uses for it.
import type { Caller } from '../account/caller.ts';
import { findAccount } from '../account/find.ts';
import type { PrincipalName } from '../account/principal.ts';
import { federatedUserArn, namedPrincipalOf, sessionArn, userBehind } from '../account/principal.ts';
import type { World } from '../account/world.ts';
import type { Arn } from '../aws/arn.ts';
import { iamArn, rootArn } from '../aws/arn.ts';

/** The ARN of a caller who signs. A user that has been deleted is named as if it had stood directly under `/`. */
export function callerArn(world: World, caller: Caller | PrincipalName): Arn {
  switch (caller.kind) {
    case 'root':
      return rootArn(caller.account);
    case 'user':
      return namedPrincipalOf(world, caller)?.arn ?? iamArn(caller.account, 'user', '/', caller.name);
    case 'roleSession':
      return sessionArn(caller);
    case 'federatedUser':
      return federatedUserArn(caller);
    case 'anonymous':
      throw new Error('Nobody signed, and nobody has no ARN.');
  }
}

/** `root user`, the name of the user, role and name of the session, or `anonymous`. */
export function callerName(caller: Caller | PrincipalName): string {
  switch (caller.kind) {
    case 'root':
      return 'root user';
    case 'user':
    case 'federatedUser':
      return caller.name;
    case 'roleSession':
      return `${caller.roleName}/${caller.sessionName}`;
    case 'anonymous':
      return 'anonymous';
  }
}

/**
 * What GetCallerIdentity calls `UserId`; null when the account or user is no more.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
export function callerUserId(world: World, caller: Caller | PrincipalName): string | null {
  const account = findAccount(world, caller.account);
  switch (caller.kind) {
    case 'root':
      return account?.id ?? null;
    case 'user':
      return (account && userBehind(account, caller)?.id) ?? null;
    case 'roleSession':
      return `${caller.roleId}:${caller.sessionName}`;
    case 'federatedUser':
      return `${caller.account}:${caller.name}`;
    case 'anonymous':
      return null;
  }
}
