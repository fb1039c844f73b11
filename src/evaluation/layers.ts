// layers: reads every layer that has a say in a request, all of them with the same pooled function.
import { askedAction } from './action.ts';
import type { AppliedPolicy, ApplicablePolicies, OrganizationLevel } from './applicable.ts';
import type { Context } from './context.ts';
import { ABSENCE_REASONS, LAYERS, type AbsenceReason, type Layer } from './evaluation.ts';
import { added, sumOfLevels, voidOutcome, type Outcome, type Sum } from './outcome.ts';
import { poolOf, type Candidate, type PolicyPool } from './pool.ts';
import { RCP_SERVICES } from '../policy/rcp-services.ts';
import type { Request } from './request.ts';
import { resourcePolicies } from './resource-policies.ts';
import { hasGatewayEndpoint, isRootFederation, takesServiceLinkedRole } from './service-rules.ts';
import { matchStatement, type StatementRules } from './statement.ts';
import { voidRule, type VoidRule } from './void.ts';

/** A pool as read: any Deny in it denies, any Allow allows, and their order means nothing. */
export interface ReadPool {
  readonly name: string;
  readonly pool: PolicyPool;
  /** The statements about the action, and what became of each. */
  readonly about: readonly Candidate[];
  readonly outcomes: readonly Outcome[];
  readonly sum: Sum;
}

/** A layer as read. Organization layers have a pool for every level, each of which must allow; in others any may. */
export interface ReadLayer {
  readonly layer: Layer;
  /** Why the layer has no say; it then has no pools. */
  readonly absence: AbsenceReason | null;
  readonly rules: StatementRules;
  readonly pools: readonly ReadPool[];
  /** What the pools come to together. */
  readonly sum: Sum;
}

/**
 * One entry for each of `LAYERS`, in that order.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function readLayers(
  applicable: ApplicablePolicies,
  request: Request,
  context: Context,
  serviceLinked: boolean,
): ReadLayer[] {
  const reading: Reading = { applicable, request, context, serviceLinked };
  return [
    readResourceControl(reading),
    readServiceControl(reading),
    readEndpoint(reading),
    readResource(reading),
    readIdentity(reading),
    readBoundary(reading),
    readSession(reading),
  ];
}

interface Reading {
  readonly applicable: ApplicablePolicies;
  readonly request: Request;
  readonly context: Context;
  /** The caller is a session of a service-linked role. */
  readonly serviceLinked: boolean;
}

/** Policies of the caller say nothing of whom they are about. */
const OF_CALLER: StatementRules = {
  principalRequired: false,
  resourceRequired: true,
  accountMeansRoot: false,
  hasBoundary: false,
};

/** There are few, and they are all alike. */
const ABSENT = tableOf(LAYERS, (layer) =>
  tableOf(ABSENCE_REASONS, (absence): ReadLayer => ({ layer, absence, rules: OF_CALLER, pools: [], sum: 0 })),
);

function tableOf<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Record<Key, Value>;
function tableOf<Value>(keys: readonly string[], make: (key: string) => Value): Record<string, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)]));
}

function readResourceControl(reading: Reading): ReadLayer {
  const { applicable, request } = reading;
  if (applicable.rcps === null) return ABSENT.rcp.noOrganization;
  if (reading.serviceLinked || takesServiceLinkedRole(request)) return ABSENT.rcp.notForThisPrincipal;
  if (request.resource === '*') return ABSENT.rcp.notForThisResource;
  const { service, text } = askedAction(request.action);
  if (!RCP_SERVICES.has(service) || text === 'kms:retiregrant') return ABSENT.rcp.notForThisService;
  return readLevels('rcp', applicable.rcps, reading, onOthers(reading));
}

function readServiceControl(reading: Reading): ReadLayer {
  const { applicable, request } = reading;
  // Whoever is no principal of any account is bound by no policy of an organization, in which an account may well be.
  const bound = hasOwnSide(request) || request.principal.kind === 'root';
  if (!bound || reading.serviceLinked) return ABSENT.scp.notForThisPrincipal;
  if (applicable.scps === null) return ABSENT.scp.noOrganization;
  return readLevels('scp', applicable.scps, reading, OF_CALLER);
}

function readEndpoint(reading: Reading): ReadLayer {
  const { applicable, request } = reading;
  if (applicable.endpoint === null) return ABSENT.vpce.noEndpoint;
  if (request.forwardedBy !== undefined) return ABSENT.vpce.forwarded;
  const { kind } = request.principal;
  if (!hasOwnSide(request) && kind !== 'root' && kind !== 'anonymous') return ABSENT.vpce.notForThisPrincipal;
  const isGateway =
    applicable.endpointKind === undefined
      ? hasGatewayEndpoint(request)
      : applicable.endpointKind === 'gateway';
  return readOne('vpce', applicable.endpoint, reading, { ...onOthers(reading), accountMeansRoot: isGateway });
}

function readResource(reading: Reading): ReadLayer {
  const { applicable, request } = reading;
  const found = resourcePolicies(applicable, request);
  if (found.length === 0) return ABSENT.resource.noResourcePolicy;
  const rules = onOthers(reading, askedAction(request.action).service !== 'sts');
  const isVoid = voidRule(applicable, request);
  const pools = found.map((policies) => readPool('', poolOf(policies), reading, rules, isVoid));
  return {
    layer: 'resource',
    absence: null,
    rules,
    pools,
    sum: pools.reduce((sum, pool) => sum | pool.sum, 0),
  };
}

function readIdentity(reading: Reading): ReadLayer {
  const { applicable, request } = reading;
  if (request.principal.kind === 'root' || isRootFederation(request)) return ABSENT.identity.rootUser;
  if (!hasOwnSide(request)) return ABSENT.identity.notForThisPrincipal;
  return readOne('identity', applicable.identity, reading, OF_CALLER);
}

function readBoundary(reading: Reading): ReadLayer {
  const boundary = boundaryOf(reading);
  return typeof boundary === 'string'
    ? ABSENT.boundary[boundary]
    : readOne('boundary', boundary, reading, OF_CALLER);
}

/** The boundary that binds the caller, or why none does. */
function boundaryOf({ applicable, request, serviceLinked }: Reading): AppliedPolicy | AbsenceReason {
  if (request.principal.kind === 'root' || isRootFederation(request)) return 'rootUser';
  if (!hasOwnSide(request) || serviceLinked) return 'notForThisPrincipal';
  return applicable.boundary ?? 'noBoundary';
}

function readSession(reading: Reading): ReadLayer {
  const { session } = reading.applicable;
  const { principal } = reading.request;
  switch (principal.kind) {
    case 'root':
      return principal.assumed
        ? readOne('session', session ?? NOTHING, reading, OF_CALLER)
        : ABSENT.session.rootUser;
    // A federated user without a session policy has no permissions of its own; a role session has those of its role.
    case 'federatedUser':
      return readOne('session', session ?? NOTHING, reading, OF_CALLER);
    case 'roleSession':
      if (reading.serviceLinked) return ABSENT.session.notForThisPrincipal;
      return session === null
        ? ABSENT.session.noSessionPolicy
        : readOne('session', session, reading, OF_CALLER);
    default:
      return ABSENT.session.notForThisPrincipal;
  }
}

const NOTHING: readonly AppliedPolicy[] = [];

/** Policies on something other than the caller must say whom they mean; a trust policy means its own role. */
const onOthers = (reading: Reading, resourceRequired = true): StatementRules => ({
  principalRequired: true,
  resourceRequired,
  accountMeansRoot: false,
  hasBoundary: typeof boundaryOf(reading) !== 'string',
});

function readLevels(
  layer: 'rcp' | 'scp',
  levels: readonly OrganizationLevel[],
  reading: Reading,
  rules: StatementRules,
): ReadLayer {
  const pools = levels.map(({ name, policies }) => readPool(name, poolOf(policies), reading, rules, null));
  return { layer, absence: null, rules, pools, sum: sumOfLevels(pools.map(({ sum }) => sum)) };
}

function readOne(
  layer: Layer,
  policies: AppliedPolicy | readonly AppliedPolicy[],
  reading: Reading,
  rules: StatementRules,
): ReadLayer {
  const pool = readPool('', poolOf(policies), reading, rules, null);
  return { layer, absence: null, rules, pools: [pool], sum: pool.sum };
}

function readPool(
  name: string,
  pool: PolicyPool,
  { request, context }: Reading,
  rules: StatementRules,
  isVoid: VoidRule | null,
): ReadPool {
  const about = pool.about(request.action);
  const outcomes: Outcome[] = [];
  let sum = 0;
  for (const candidate of about) {
    let outcome = matchStatement(candidate.compiled, request, context, rules);
    const isDeny = candidate.compiled.statement.effect === 'Deny';
    if (isVoid !== null && !isDeny) outcome |= voidOutcome(isVoid(candidate));
    outcomes.push(outcome);
    sum = added(sum, isDeny, outcome);
  }
  return { name, pool, about, outcomes, sum };
}

/** Callers with policies of their own. */
function hasOwnSide({ principal: { kind } }: Request): boolean {
  return kind === 'user' || kind === 'roleSession' || kind === 'federatedUser';
}
