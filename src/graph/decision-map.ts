// The map of one decision: the same account, with the path of a request lit and cut where it was refused.
import type { World } from '../account/world.ts';
import type { AccountId } from '../aws/arn.ts';
import { parseArn } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { AppliedPolicy } from '../evaluation/applicable.ts';
import type { Evaluation, LayerResult } from '../evaluation/evaluation.ts';
import type { Principal } from '../evaluation/request.ts';
import { accountMap, nodeId, POLICY_KIND } from './account-map.ts';
import type { Light, MapEdge, MapModel, MapNode } from './model.ts';

/** How a policy took part: a matching Deny, a matching Allow, or nothing that matched. */
type Part = 'explicit' | 'allow' | 'implicit';

/**
 * Lights what the request met. With `only`, everything it has nothing to do with is left out.
 * The request walks from the principal through its groups to each policy that was read, and from there to the resource.
 */
export function decisionMap(
  world: World,
  account: AccountId,
  managed: ManagedPolicies,
  evaluation: Evaluation,
  only: boolean,
): MapModel {
  const base = accountMap(world, account, managed);
  const { request, decision, layers } = evaluation;
  const light = new Map<string, Light>();
  const lines = new Map<string, MapEdge>();
  const draw = (edge: MapEdge): void => void lines.set(`${edge.from} ${edge.to}`, edge);

  const start = principalNode(request.principal);
  const target = resourceNode(evaluation, account);
  const allowed = decision.outcome === 'allow';
  light.set(start, 'walked');
  light.set(target.id, allowed ? 'allow' : 'idle');

  const read = ([...layersNamed(layers, 'identity'), ...layersNamed(layers, 'resource')] as const).flatMap(
    (layer) => policiesOf(layer).map((policy) => ({ policy, layer, part: partOf(layer, policy) })),
  );
  for (const { policy, layer, part } of read) {
    const id = nodeId.policy(policy.source.id);
    const met = metAt(evaluation, layer, part);
    light.set(id, met);
    if (layer.layer === 'identity') {
      const via = policy.source.via;
      const group = via?.kind === 'group' ? nodeId.group(via.name) : null;
      if (group) {
        light.set(group, 'walked');
        draw({ from: start, to: group, tie: 'memberOf', light: 'walked', cut: false });
      }
      draw({ from: group ?? start, to: id, tie: 'hasPolicy', light: 'walked', cut: false });
    }
    if (layer.layer === 'resource') draw({ from: start, to: id, tie: 'meets', light: 'walked', cut: false });
    // Nothing went on to the resource past a policy that had nothing to say, or past an Allow that did not carry.
    const beyond = met === 'walked' || (met === 'allow' && !allowed) ? 'idle' : met;
    draw({
      from: id,
      to: target.id,
      tie: 'isAbout',
      light: beyond,
      cut: beyond === 'implicit' || beyond === 'explicit',
    });
  }
  // Nothing was read: the request went straight to the resource, as the root user's does, or was turned away with nothing.
  if (read.every(({ layer }) => layer.layer !== 'identity')) {
    const refused = decision.outcome === 'explicitDeny' ? 'walked' : 'implicit';
    draw({
      from: start,
      to: target.id,
      tie: 'asksFor',
      light: allowed ? 'allow' : refused,
      cut: decision.outcome === 'implicitDeny',
    });
  }

  const known = new Set(base.nodes.map(({ id }) => id));
  const missing = [...read.map(({ policy }) => policyNode(policy, account)), target].filter(
    ({ id }) => !known.has(id),
  );
  const nodes = [...base.nodes, ...unique(missing)]
    .map((node) => ({
      ...node,
      detail: node.id === target.id ? target.detail : node.detail,
      light: light.get(node.id) ?? 'idle',
    }))
    .filter(({ id }) => !only || light.has(id));
  const shown = new Set(nodes.map(({ id }) => id));
  const idle = base.edges.filter((edge) => !only && !lines.has(`${edge.from} ${edge.to}`));
  return {
    nodes,
    edges: [...idle, ...lines.values()].filter(({ from, to }) => shown.has(from) && shown.has(to)),
  };
}

/** What the request met at a policy, given what was decided in the end: only what is to blame is shown as such. */
function metAt({ decision }: Evaluation, layer: LayerResult, part: Part): Light {
  if (part === 'allow') return 'allow';
  if (part === 'explicit') return decision.outcome === 'explicitDeny' ? 'explicit' : 'walked';
  // A bucket policy that says nothing is not in the way, unless its Allow was what was missing.
  const toBlame = decision.outcome === 'implicitDeny' && (layer.layer === 'identity' || layer.required);
  return toBlame ? 'implicit' : 'walked';
}

const layersNamed = (layers: readonly LayerResult[], name: LayerResult['layer']): readonly LayerResult[] =>
  layers.filter(({ layer, effect }) => layer === name && effect !== 'absent');

const policiesOf = (layer: LayerResult): readonly AppliedPolicy[] =>
  unique(layer.statements.map(({ policy }) => ({ id: policy.source.id, policy }))).map(
    ({ policy }) => policy,
  );

function partOf(layer: LayerResult, policy: AppliedPolicy): Part {
  const matched = layer.statements.filter(
    (s) => s.policy.source.id === policy.source.id && s.match.matched === true,
  );
  if (matched.some(({ statement }) => statement.effect === 'Deny')) return 'explicit';
  return matched.length > 0 ? 'allow' : 'implicit';
}

function policyNode({ source }: AppliedPolicy, account: AccountId): MapNode {
  const detail = POLICY_KIND[source.kind];
  return { id: nodeId.policy(source.id), kind: 'policy', account, label: source.name, detail, light: 'idle' };
}

function principalNode(principal: Principal): string {
  if (principal.kind === 'root') return nodeId.root(principal.account);
  return principal.kind === 'user' ? nodeId.user(principal.name) : nodeId.user(principal.kind);
}

/** The bucket of the request; for an action on `*`, or on what is not a bucket, a node that stands for the resource. */
function resourceNode({ request }: Evaluation, account: AccountId): MapNode {
  const { resource } = request;
  const parts = resource === '*' ? null : parseArn(resource);
  if (parts?.service === 's3') {
    const [bucket = '', ...key] = parts.resource.split('/');
    const detail = key.length > 0 ? key.join('/') : 'bucket';
    return { id: nodeId.bucket(bucket), kind: 'bucket', account, label: bucket, detail, light: 'idle' };
  }
  const label = resource === '*' ? 'all resources (*)' : (parts?.resource ?? resource);
  return {
    id: `resource:${resource}`,
    kind: 'bucket',
    account,
    label,
    detail: request.action,
    light: 'idle',
  };
}

function unique<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
