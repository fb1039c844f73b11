// decide: from what the layers come to, to the decision. The rules for every kind of caller are in `requiredLayers`.
import { LAYERS, type DecidedBy, type Layer } from './evaluation.ts';
import type { Context } from './context.ts';
import type { ReadLayer, ReadPool } from './layers.ts';
import {
  ALLOWS,
  bestOf,
  DENIES,
  hasGrant,
  isOpen,
  sumOfLevels,
  sureOf,
  worstOf,
  type Sum,
} from './outcome.ts';
import { limitOn, unstatedFact } from './limits.ts';
import type { Request } from './request.ts';
import {
  isKeptByAws,
  isRootRecovery,
  isSameAccount,
  needsNoPermission,
  needsResourcePolicy,
  reachesAcrossAccounts,
} from './service-rules.ts';

/** The layers that must allow, as the sum of their bits. */
export type LayerSet = number;

const BITS: Readonly<Record<Layer, LayerSet>> = {
  rcp: 1,
  scp: 2,
  vpce: 4,
  resource: 8,
  identity: 16,
  boundary: 32,
  session: 64,
};

export const hasLayer = (set: LayerSet, layer: Layer): boolean => (set & BITS[layer]) !== 0;
export const layersIn = (set: LayerSet): Layer[] => LAYERS.filter((layer) => hasLayer(set, layer));

const RESOURCE = BITS.resource;
const IDENTITY = BITS.identity;
const GUARDRAILS = BITS.rcp | BITS.scp | BITS.vpce;
const LIMITS = BITS.boundary | BITS.session;

interface Judged {
  readonly required: LayerSet;
  /** The required layers that lack an Allow. */
  readonly missing: LayerSet;
  /** What the decision turns on; empty unless it depends. */
  readonly on: readonly string[];
}

export type Verdict =
  | (Judged & { readonly outcome: 'allow' | 'implicitDeny' | 'depends'; readonly by: DecidedBy })
  | (Judged & { readonly outcome: 'explicitDeny'; readonly by: Layer });

/** A statement that may or may not match: the sum that it alone would have, and the keys that this turns on. */
export interface OpenStatement {
  readonly sum: Sum;
  readonly keys: readonly string[];
}

/** Looks up the open statements of a pool; asked only where the decision turns on them. */
export type OpenStatements = (
  layer: ReadLayer,
  pool: ReadPool,
  request: Request,
  context: Context,
) => readonly OpenStatement[];

/**
 * Decides. While something is not known, the request is judged twice, with every open question answered in favour of
 * the caller and then against it: an Allow can only help and a Deny only hurt, so whatever the two agree on holds.
 */
export function decide(
  layers: readonly ReadLayer[],
  request: Request,
  context: Context,
  openIn: OpenStatements,
): Verdict {
  const fact = unstatedFact(request);
  const open = isAnyOpen(layers);
  if (!open && fact === null) return judge(layers, request, AS_IS);
  const worst = judge(layers, request, WORST);
  const best = open ? judge(layers, request, BEST) : worst;
  if (!isAllowed(best)) return best;
  if (isAllowed(worst) && fact === null) return worst;
  const keys = isAllowed(worst) ? [] : decidingKeys(layers, request, context, openIn);
  return { ...worst, outcome: 'depends', by: 'none', missing: 0, on: fact === null ? keys : [...keys, fact] };
}

const isAllowed = ({ outcome }: Verdict): boolean => outcome === 'allow';

function isAnyOpen(layers: readonly ReadLayer[]): boolean {
  let all: Sum = 0;
  for (const { sum } of layers) all |= sum;
  return isOpen(all);
}

/** Settles what is open in a layer. */
type Settle = (layer: ReadLayer) => Sum;

const AS_IS: Settle = ({ sum }) => sum;
const WORST: Settle = ({ sum }) => worstOf(sum);
const BEST: Settle = ({ sum }) => bestOf(sum);

/** The keys whose answer alone could turn the decision; all of them when it takes several at once. */
function decidingKeys(
  layers: readonly ReadLayer[],
  request: Request,
  context: Context,
  openIn: OpenStatements,
): readonly string[] {
  const open = new Map<ReadPool, readonly OpenStatement[]>();
  for (const layer of layers)
    for (const pool of layer.pools) open.set(pool, openIn(layer, pool, request, context));
  /** What turns on the key settled in one way, and all the rest in the other. */
  const settling =
    (key: string, turning: (sum: Sum) => Sum, rest: (sum: Sum) => Sum): Settle =>
    ({ layer, pools }) => {
      const sums = pools.map((pool) =>
        (open.get(pool) ?? []).reduce(
          (sum, { sum: own, keys }) => sum | (keys.includes(key) ? turning(own) : rest(own)),
          sureOf(pool.sum),
        ),
      );
      return isLevelled(layer) ? sumOfLevels(sums) : sums.reduce((one, other) => one | other, 0);
    };
  const keys = [...new Set([...open.values()].flat().flatMap((statement) => statement.keys))];
  const turning = keys.filter(
    (key) =>
      !isAllowed(judge(layers, request, settling(key, worstOf, bestOf))) ||
      isAllowed(judge(layers, request, settling(key, bestOf, worstOf))),
  );
  return turning.length > 0 ? turning : keys;
}

/**
 * The decision when nothing is open.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function judge(layers: readonly ReadLayer[], request: Request, settle: Settle): Verdict {
  if (limitOn(request) !== null) return REFUSED;
  if (needsNoPermission(request)) return FREE;

  let present: LayerSet = 0;
  let allowing: LayerSet = 0;
  let denying: Layer | null = null;
  let grants: Sum = 0;
  for (const read of layers) {
    if (read.absence !== null) continue;
    const { layer } = read;
    const sum = settle(read);
    present |= BITS[layer];
    if ((sum & ALLOWS) !== 0) allowing |= BITS[layer];
    if (layer === 'resource') grants = sum;
    if ((sum & DENIES) !== 0 && denying === null && !(layer === 'resource' && isRootRecovery(request)))
      denying = layer;
  }

  const required = requiredLayers(present, request, grants);
  if (denying !== null) return { outcome: 'explicitDeny', by: denying, required, missing: 0, on: NOTHING };
  const missing = required & ~allowing;
  if (missing !== 0) {
    return { outcome: 'implicitDeny', by: firstOf(missing), required, missing, on: NOTHING };
  }
  if (isKeptByAws(request)) return { ...REFUSED, required };
  return { outcome: 'allow', by: grantedBy(required), required, missing: 0, on: NOTHING };
}

const NOTHING: readonly never[] = [];

/** Decided outside all policies. */
const FREE: Verdict = { outcome: 'allow', by: 'none', required: 0, missing: 0, on: NOTHING };
const REFUSED: Verdict = { outcome: 'implicitDeny', by: 'none', required: 0, missing: 0, on: NOTHING };

/** Organization layers allow only if each of their levels does. */
export const isLevelled = (layer: Layer): boolean => layer === 'scp' || layer === 'rcp';

/** The bits are in the order of `LAYERS`. */
const firstOf = (set: LayerSet): DecidedBy => LAYERS[31 - Math.clz32(set & -set)] ?? 'none';

function grantedBy(required: LayerSet): DecidedBy {
  if ((required & IDENTITY) !== 0) return 'identity';
  return (required & RESOURCE) === 0 ? 'none' : 'resource';
}

/**
 * The layers that must allow this request. A resource-based policy that names the caller itself stands in for all that
 * the caller's own side would have to say, but only within one account; one that names the caller's role or federating
 * user leaves the boundary and the session policy in force; one that names the account merely delegates.
 */
function requiredLayers(present: LayerSet, request: Request, grants: Sum): LayerSet {
  const guardrails = present & GUARDRAILS;
  const limits = present & LIMITS;
  const ownSide = (present & IDENTITY) | limits;
  switch (request.principal.kind) {
    case 'anonymous':
    case 'service':
    case 'federatedIdentity':
      return guardrails | RESOURCE;
    case 'root':
      // Only the session of AssumeRoot has a limit of its own.
      return isSameAccount(request) && !needsResourcePolicy(request)
        ? guardrails | limits
        : reachesAcrossAccounts(request)
          ? guardrails | limits
          : guardrails | RESOURCE | limits;
    case 'user':
    case 'roleSession':
    case 'federatedUser':
      if (reachesAcrossAccounts(request)) return guardrails | ownSide;
      if (!isSameAccount(request)) return guardrails | RESOURCE | ownSide;
      if (hasGrant(grants, 'direct')) return guardrails | RESOURCE;
      if (hasGrant(grants, 'role') || hasGrant(grants, 'federatedParent'))
        return guardrails | RESOURCE | limits;
      return needsResourcePolicy(request) ? guardrails | RESOURCE | ownSide : guardrails | ownSide;
  }
}
