// authorize: one permission asked of the engine, for a call that is being made as well as for a question about one.
import { applicablePolicies } from '../account/applicable.ts';
import { resourceOwner } from '../account/resource.ts';
import { s3AccessOf } from '../account/s3-access.ts';
import type { World } from '../account/world.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Request } from '../evaluation/request.ts';
import type { Asker } from './asker.ts';
import type { AuthorizationRequest } from './operation.ts';
import type { Surroundings } from './request-context.ts';
import { requestContext } from './request-context.ts';

/** Builds the request that AWS would see and evaluates it against every policy that applies to it. */
export function authorize(
  world: World,
  { principal, facts, session, own }: Asker,
  { action, resource, asOwn, context, tags, via, owner, ofNewObject }: AuthorizationRequest,
  env: Surroundings,
): Evaluation {
  const resourceAccount =
    owner ?? resourceOwner(world, resource) ?? ('account' in principal ? principal.account : '');
  const asked = {
    caller: facts,
    action,
    resource,
    resourceAccount,
    ...(tags && { tags }),
    ...(via !== undefined && { via }),
  };
  const objectOwner = ofNewObject ? null : (s3AccessOf(world, resource, context)?.objectOwner ?? null);
  const request: Request = {
    principal,
    action,
    resource,
    resourceAccount: resource === '*' || asOwn ? null : resourceAccount,
    context: { ...requestContext(world, asked, env), ...context },
    ...(via !== undefined && { forwardedBy: [via] }),
    facts: objectOwner === null ? own : { ...own, objectOwner },
  };
  const reached = env.vpcEndpoint
    ? { ...session, endpoint: { account: env.vpcEndpoint.account, id: env.vpcEndpoint.id } }
    : session;
  return evaluate(applicablePolicies(world, request, env.managedPolicies, reached), request);
}
