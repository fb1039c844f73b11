// As edited: what the engine would say about a recorded request if a policy read as it does in the editor right now.
import { applicablePolicies } from '../../account/applicable.ts';
import type { World } from '../../account/world.ts';
import type { ManagedPolicies } from '../../aws/catalogue.ts';
import type { ApplicablePolicies, AppliedPolicy, OrganizationLevel } from '../../evaluation/applicable.ts';
import { evaluate } from '../../evaluation/evaluate.ts';
import type { Evaluation } from '../../evaluation/evaluation.ts';
import type { Request } from '../../evaluation/request.ts';
import type { PolicyDocument } from '../../policy/document.ts';

/** Puts another document in the place of one policy, in every layer in which it has a say. */
export function withDocument(
  policies: ApplicablePolicies,
  sourceId: string,
  document: PolicyDocument,
): ApplicablePolicies {
  const put = (policy: AppliedPolicy): AppliedPolicy =>
    policy.source.id === sourceId ? { ...policy, document } : policy;
  const rung = (level: OrganizationLevel): OrganizationLevel => ({
    ...level,
    policies: level.policies.map(put),
  });
  const { identity, resource, boundary, endpoint, scps, rcps } = policies;
  return {
    ...policies,
    identity: identity.map(put),
    resource: resource.map(put),
    boundary: boundary && put(boundary),
    endpoint: endpoint && put(endpoint),
    scps: scps && scps.map(rung),
    rcps: rcps && rcps.map(rung),
  };
}

/** Decides the request by the policies of the world, with `document` in place of the policy `sourceId`. */
export const evaluateAsEdited = (
  world: World,
  managed: ManagedPolicies,
  request: Request,
  sourceId: string,
  document: PolicyDocument,
): Evaluation =>
  evaluate(withDocument(applicablePolicies(world, request, managed), sourceId, document), request);
