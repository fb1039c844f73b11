// whoCan: every principal of an account against one action on one resource.
import { sortedValues } from '../account/table.ts';
import type { Caller } from '../account/caller.ts';
import type { AccountPrincipal } from '../account/principal.ts';
import { rootPrincipal, userPrincipal } from '../account/principal.ts';
import type { Account, World } from '../account/world.ts';
import { askerOf, type Asker } from '../api/asker.ts';
import { authorize } from '../api/authorize.ts';
import { callerName } from '../api/caller.ts';
import type { AuthorizationRequest } from '../api/operation.ts';
import type { Surroundings } from '../api/request-context.ts';
import type { Instant } from '../aws/instant.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';

export interface PrincipalAnswer {
  readonly principal: AccountPrincipal;
  /** `root user` or the user's name. */
  readonly name: string;
  readonly kind: 'root' | 'user';
  readonly evaluation: Evaluation;
}

/**
 * The root user first, then all users by name, each as if signed in to the console just now without MFA. They are
 * asked in the way in which a call asks, so that the answer is what a call would get.
 */
export function whoCan(
  world: World,
  account: Account,
  asked: AuthorizationRequest,
  env: Surroundings,
): PrincipalAnswer[] {
  const principals = [
    rootPrincipal(account),
    ...sortedValues(account.users).map((user) => userPrincipal(account, user)),
  ];
  return principals.map((principal) => ({
    principal,
    name: callerName(principal),
    kind: principal.kind,
    evaluation: authorize(world, askerAs(world, principal, env.now), asked, env),
  }));
}

/** As if signed in to the console just now. */
function askerAs(world: World, { kind, account, ...named }: AccountPrincipal, now: Instant): Asker {
  const credentials = { kind: 'console', accessKeyId: '', issued: now, expires: now, mfa: null } as const;
  const caller: Caller =
    kind === 'root' || !('name' in named)
      ? { kind: 'root', account, credentials }
      : { kind: 'user', account, name: named.name, credentials };
  const asker = askerOf(world, caller);
  if (!asker) throw new Error(`There is no principal ${callerName(caller)} in account ${account}.`);
  return asker;
}
