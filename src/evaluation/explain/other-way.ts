// other-way: the second way in that a request has within one account, an Allow in the policy of the resource.
import type { Evaluation, LayerResult } from '../evaluation.ts';
import { grantVoidReason, needsResourcePolicy } from '../service-rules.ts';
import { serviceOf } from '../action.ts';
import type { Request } from '../request.ts';
import { ownName } from './names.ts';

/**
 * What the resource-based policy left undone: there is none (`absent`), it says nothing of the request (`silent`), or it
 * allows the account, which then has to allow the caller (`delegated`).
 */
export type OtherWay = 'absent' | 'silent' | 'delegated';

/**
 * For a request that lacks an Allow in the identity-based policies and to which an Allow in the resource-based policy
 * would have been as good: null where it would not, as across accounts or where the resource can have no policy.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function otherWay({ request, layers }: Pick<Evaluation, 'request' | 'layers'>): OtherWay | null {
  const identity = layerNamed(layers, 'identity');
  const resource = layerNamed(layers, 'resource');
  if (!identity?.required || identity.effect !== 'silent' || !canGrantAlone(request)) return null;
  switch (resource?.effect) {
    case 'silent':
      return 'silent';
    case 'allow':
      return 'delegated';
    case 'absent':
      return ownName(request) === null ? null : 'absent';
    default:
      return null;
  }
}

function canGrantAlone(request: Request): boolean {
  const { principal, resource, resourceAccount } = request;
  if (!('account' in principal) || principal.account !== resourceAccount) return false;
  if (resource === '*' || grantVoidReason(request) !== null) return false;
  const service = serviceOf(request.action);
  // Of these services only roles and keys have a policy.
  return service === 'sts' || service === 'kms' ? needsResourcePolicy(request) : true;
}

const layerNamed = (layers: readonly LayerResult[], name: LayerResult['layer']): LayerResult | undefined =>
  layers.find(({ layer }) => layer === name);
