// Recovery: who could take a lost MFA device off its user, by the policies of now.
import { findAccount, findUser, userArn } from '../../account/find.ts';
import type { World } from '../../account/world.ts';
import { whoCan, type PrincipalAnswer } from '../../analysis/who-can.ts';
import type { Env } from '../../api/env.ts';
import type { Arn } from '../../aws/arn.ts';
import type { Identity } from '../../session/claim.ts';

export interface Recovery {
  /** What the request is about. */
  readonly resource: Arn;
  /** Others whom the policies allow it and who have a console password to sign in with; the root user among them. */
  readonly by: readonly PrincipalAnswer[];
}

/** Null for the root user, whose device no call of its own account takes away, and for a user who is gone. */
export function recoveryOf(world: World, identity: Identity, env: Env): Recovery | null {
  const account = findAccount(world, identity.account);
  const user = account && identity.kind === 'user' ? findUser(account, identity.name) : null;
  if (!account || !user) return null;
  const resource = userArn(account, user);
  const canComeIn = (name: string) => findUser(account, name)?.login != null;
  const by = whoCan(world, account, { action: 'iam:DeactivateMFADevice', resource, context: {} }, env).filter(
    ({ principal, evaluation, kind, name }) =>
      principal.arn !== resource &&
      evaluation.decision.outcome === 'allow' &&
      (kind === 'root' ? account.root.login !== null : canComeIn(name)),
  );
  return { resource, by };
}
