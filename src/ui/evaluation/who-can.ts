// Who else: the question of the decision panel, whom the policies of today would let make the same request.
import { findAccount } from '../../account/find.ts';
import type { World } from '../../account/world.ts';
import { whoCan, type PrincipalAnswer } from '../../analysis/who-can.ts';
import type { Env } from '../../api/call.ts';
import type { Request } from '../../evaluation/request.ts';

/** Context keys that belong to the call and not to who makes it. */
const OF_THE_CALL = new Set(['s3:prefix', 's3:delimiter', 's3:max-keys']);

/** The root user and users of the caller's account who would be allowed what was asked, others than the caller. */
export function othersWhoCan(world: World, request: Request, env: Env): readonly PrincipalAnswer[] {
  const { principal, action, resource } = request;
  if (principal.kind !== 'user' && principal.kind !== 'root') return [];
  const account = findAccount(world, principal.account);
  if (!account) return [];
  const context = Object.fromEntries(
    Object.entries(request.context).filter(([key]) => OF_THE_CALL.has(key.toLowerCase())),
  );
  return whoCan(world, account, { action, resource, context }, env).filter(
    (answer) => answer.principal.arn !== principal.arn && answer.evaluation.decision.outcome === 'allow',
  );
}
