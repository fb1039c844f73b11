// authorize: one permission asked of the engine, for a call that is being made as well as for a question about one.
import { applicablePolicies } from '../account/applicable.ts';
import type { AccountPrincipal } from '../account/principal.ts';
import { resourceOwner } from '../account/resource.ts';
import type { World } from '../account/world.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Request } from '../evaluation/request.ts';
import type { AuthorizationRequest } from './operation.ts';
import type { SessionKeys, Surroundings } from './request-context.ts';
import { requestContext } from './request-context.ts';

/** Builds the request that AWS would see and evaluates it against every policy that applies to it. */
export function authorize(
  world: World,
  principal: AccountPrincipal,
  session: SessionKeys,
  { action, resource, context, tags }: AuthorizationRequest,
  env: Surroundings,
): Evaluation {
  const resourceAccount = resourceOwner(world, resource) ?? principal.account;
  const facts = { principal, session, action, resource, resourceAccount, ...(tags && { tags }) };
  const request: Request = {
    principal,
    action,
    resource,
    resourceAccount: resource === '*' ? null : resourceAccount,
    context: { ...requestContext(world, facts, env), ...context },
  };
  return evaluate(applicablePolicies(world, request, env.managedPolicies), request);
}
