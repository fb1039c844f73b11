// decide: from the statements that matched to the decision. The rules for every kind of caller are in `requiredLayers`.
import type { Decision, DecidedBy, GrantKind, Layer, StatementResult } from './evaluation.ts';
import type { ReadLayer } from './layers.ts';
import type { Request } from './request.ts';
import {
  isBeyondCredentials,
  isGrantVoid,
  isKeptByAws,
  isRootRecovery,
  isSameAccount,
  needsNoPermission,
  needsResourcePolicy,
  reachesAcrossAccounts,
  unstatedFact,
} from './service-rules.ts';

/** Settles the statements that may or may not match. */
type World = (result: StatementResult) => boolean;

export interface Verdict {
  readonly decision: Decision;
  /** The layers that must allow, in AWS's order. */
  readonly required: readonly Layer[];
}

const BEST: World = ({ statement }) => statement.effect === 'Allow';
const WORST: World = ({ statement }) => statement.effect === 'Deny';

/**
 * Decides. While something is not known, the request is judged twice, with every open question answered in favour of
 * the caller and then against it: an Allow can only help and a Deny only hurt, so whatever the two agree on holds.
 */
export function decide(layers: readonly ReadLayer[], request: Request): Verdict {
  const worst = judge(layers, request, WORST);
  const open = layers
    .flatMap(({ statements }) => statements)
    .flatMap(({ match }) => (match.matched === 'unknown' ? match.keys : []));
  const best = open.length === 0 ? worst : judge(layers, request, BEST);
  if (!isAllowed(best)) return best;
  const fact = unstatedFact(request);
  if (isAllowed(worst) && fact === null) return worst;
  const keys = isAllowed(worst) ? [] : decidingKeys(layers, request, [...new Set(open)]);
  return {
    decision: { outcome: 'depends', on: fact === null ? keys : [...keys, fact] },
    required: worst.required,
  };
}

/** The keys whose answer alone could turn the decision; all of them when it takes several at once. */
function decidingKeys(
  layers: readonly ReadLayer[],
  request: Request,
  keys: readonly string[],
): readonly string[] {
  const turning = keys.filter((key) => {
    const turns = ({ match }: StatementResult): boolean =>
      match.matched === 'unknown' && match.keys.includes(key);
    const onlyWorse: World = (result) => (turns(result) ? WORST(result) : BEST(result));
    const onlyBetter: World = (result) => (turns(result) ? BEST(result) : WORST(result));
    return !isAllowed(judge(layers, request, onlyWorse)) || isAllowed(judge(layers, request, onlyBetter));
  });
  return turning.length > 0 ? turning : keys;
}

const isAllowed = ({ decision }: Verdict): boolean => decision.outcome === 'allow';

/**
 * The decision when every statement either matches or does not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function judge(layers: readonly ReadLayer[], request: Request, world: World): Verdict {
  if (needsNoPermission(request)) return free('allow');
  if (isBeyondCredentials(request)) return free('implicitDeny');

  const matching = (layer: ReadLayer, effect: 'Allow' | 'Deny'): StatementResult[] =>
    layer.statements.filter((result) => result.statement.effect === effect && holds(result, world));

  const grants = isGrantVoid(request) ? [] : grantsOf(layers, world);
  const required = requiredLayers(layers, request, grants);

  for (const layer of layers) {
    if (layer.layer === 'resource' && isRootRecovery(request)) continue;
    const denies = matching(layer, 'Deny');
    if (denies.length > 0) {
      return { decision: { outcome: 'explicitDeny', by: layer.layer, statements: denies }, required };
    }
  }

  const allows = (layer: ReadLayer): boolean =>
    layer.layer === 'resource' ? grants.length > 0 : layer.pools.every((pool) => hasAllow(pool, world));
  const needed = layers.filter(({ layer }) => required.includes(layer));
  const [missing, ...also] = needed.filter((layer) => layer.absence !== null || !allows(layer));
  if (missing !== undefined) {
    return {
      decision: { outcome: 'implicitDeny', by: missing.layer, also: also.map(({ layer }) => layer) },
      required,
    };
  }
  if (isKeptByAws(request)) return { ...free('implicitDeny'), required };
  const by: DecidedBy = required.includes('identity')
    ? 'identity'
    : required.includes('resource')
      ? 'resource'
      : 'none';
  const granting = needed.filter(({ layer }) => layer === 'identity' || layer === 'resource');
  const statements = granting
    .toSorted((one, other) => Number(other.layer === by) - Number(one.layer === by))
    .flatMap((layer) => matching(layer, 'Allow'));
  return { decision: { outcome: 'allow', by, statements }, required };
}

/** Decided outside all policies. */
const free = (outcome: 'allow' | 'implicitDeny'): Verdict => ({
  decision: outcome === 'allow' ? { outcome, by: 'none', statements: [] } : { outcome, by: 'none', also: [] },
  required: [],
});

const holds = (result: StatementResult, world: World): boolean =>
  result.match.matched === 'unknown' ? world(result) : result.match.matched;

const hasAllow = (pool: { readonly statements: readonly StatementResult[] }, world: World): boolean =>
  pool.statements.some((result) => result.statement.effect === 'Allow' && holds(result, world));

/** What the matching Allows of the resource-based policy are worth to the caller. */
function grantsOf(layers: readonly ReadLayer[], world: World): GrantKind[] {
  const grants: GrantKind[] = [];
  for (const result of layers.find(({ layer }) => layer === 'resource')?.statements ?? []) {
    const { statement, match } = result;
    if (statement.effect !== 'Allow' || match.matched === false || match.grant === undefined) continue;
    if (holds(result, world)) grants.push(match.grant);
  }
  return grants;
}

/**
 * The layers that must allow this request. A resource-based policy that names the caller itself stands in for all that
 * the caller's own side would have to say, but only within one account; one that names the caller's role or federating
 * user leaves the boundary and the session policy in force; one that names the account merely delegates.
 */
function requiredLayers(
  layers: readonly ReadLayer[],
  request: Request,
  grants: readonly GrantKind[],
): Layer[] {
  const present = (...names: Layer[]): Layer[] =>
    layers
      .filter(({ layer, absence }) => absence === null && names.includes(layer))
      .map(({ layer }) => layer);
  const guardrails = present('rcp', 'scp', 'vpce');
  const ownSide = present('identity', 'boundary', 'session');
  const { kind } = request.principal;

  switch (kind) {
    case 'anonymous':
    case 'service':
    case 'federatedIdentity':
      return [...guardrails, 'resource'];
    case 'root':
      return isSameAccount(request) && !needsResourcePolicy(request)
        ? guardrails
        : [...guardrails, 'resource'];
    case 'user':
    case 'roleSession':
    case 'federatedUser':
      if (reachesAcrossAccounts(request)) return [...guardrails, ...ownSide];
      if (!isSameAccount(request)) return [...guardrails, 'resource', ...ownSide];
      if (grants.includes('direct')) return [...guardrails, 'resource'];
      if (grants.includes('role') || grants.includes('federatedParent')) {
        return [...guardrails, 'resource', ...present('boundary', 'session')];
      }
      return needsResourcePolicy(request)
        ? [...guardrails, 'resource', ...ownSide]
        : [...guardrails, ...ownSide];
  }
}
